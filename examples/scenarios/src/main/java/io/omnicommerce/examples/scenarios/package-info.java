@NullMarked
package io.omnicommerce.examples.scenarios;

import org.jspecify.annotations.NullMarked;
