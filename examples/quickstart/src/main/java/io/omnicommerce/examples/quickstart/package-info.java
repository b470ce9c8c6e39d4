@NullMarked
package io.omnicommerce.examples.quickstart;

import org.jspecify.annotations.NullMarked;
