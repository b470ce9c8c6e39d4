@NullMarked
package io.omnicommerce.examples.scenarios.cart;

import org.jspecify.annotations.NullMarked;
