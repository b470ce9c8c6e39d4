/** The cart's decisions and its service. */
@NullMarked
package io.omnicommerce.core.cart;

import org.jspecify.annotations.NullMarked;
