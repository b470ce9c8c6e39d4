@NullMarked
package io.omnicommerce.examples.modulepath;

import org.jspecify.annotations.NullMarked;
