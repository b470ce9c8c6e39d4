/**
 * One cart for all channels.
 *
 * <p>A {@linkplain io.omnicommerce.cart.Cart cart} belongs to a guest's session or to a customer
 * and is the same record whichever channel asks. It holds what the customer wants; what that costs
 * and whether it is there is worked out at each reading, in {@linkplain
 * io.omnicommerce.cart.CartView its view}, unless prices or stock were reserved for a while. Its
 * version grows by one with every accepted change, and a change on the ground of an old version is
 * refused.
 *
 * <p>Adding a SKU that is there already, with the same reference and no price of its own, raises
 * that line. Adding with another reference makes a line of its own. A cart is handed to another
 * channel with a one-time token, merged into a customer's cart when the guest is known, and becomes
 * at most one order.
 */
@NullMarked
package io.omnicommerce.cart;

import org.jspecify.annotations.NullMarked;
