package io.omnicommerce.core.cart;

import io.omnicommerce.cart.CartId;
import io.omnicommerce.cart.CartOwner;

/**
 * Which of its carts somebody is at.
 *
 * @param cart may have ended
 */
record CurrentCart(CartOwner owner, CartId cart) {}
