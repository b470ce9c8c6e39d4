/**
 * How goods reach the customer, what it costs and by when.
 *
 * <p>A {@linkplain io.omnicommerce.delivery.DeliveryMethod method} ships to an address or is a
 * pickup at a location. Its {@linkplain io.omnicommerce.delivery.DeliveryRate rates} say what it
 * costs where, in each currency: the same for all, by unit, weight, amount or number of units. It
 * has a promise as well: the time from placing the order until it is there. Both are the same on
 * the product page, in the cart and at checkout, whichever channel asks.
 */
@NullMarked
package io.omnicommerce.delivery;

import org.jspecify.annotations.NullMarked;
