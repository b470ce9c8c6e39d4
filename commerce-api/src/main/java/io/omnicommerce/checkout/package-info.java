/**
 * From cart to order.
 *
 * <p>Checkout is three steps, so that the gateway is never asked inside a transaction:
 * <em>begin</em> prices the cart anew, holds the stock as one group and writes the payment intent;
 * then the gateway is asked; <em>complete</em> confirms the group and writes order, payment and
 * events in one transaction, or <em>abandon</em> gives everything back. What is held expires, so a
 * crash between the steps leaves nothing stuck. An outcome that is not known is a state of its own:
 * the hold stays until the gateway has said what happened.
 *
 * <p><em>place</em> runs the three steps. The same key gives the same order; one cart becomes at
 * most one order.
 */
@NullMarked
package io.omnicommerce.checkout;

import org.jspecify.annotations.NullMarked;
