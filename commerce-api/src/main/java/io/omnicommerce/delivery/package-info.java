/**
 * How goods reach the customer, what it costs and by when.
 *
 * <p>A {@linkplain io.omnicommerce.delivery.DeliveryMethod method} ships to an address or is a
 * pickup at a location. It has a price in each currency and a promise: the time from placing the
 * order until it is there, the same on the product page, in the cart and at checkout, whichever
 * channel asks.
 */
@NullMarked
package io.omnicommerce.delivery;

import org.jspecify.annotations.NullMarked;
