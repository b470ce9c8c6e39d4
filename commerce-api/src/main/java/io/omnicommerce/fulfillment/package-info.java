/**
 * Getting goods to the customer.
 *
 * <p>A {@linkplain io.omnicommerce.fulfillment.Fulfillment fulfillment} is the job at one location
 * for one order. It ends as a shipment, or as a pickup: made ready, then handed over once, to
 * whoever knows the code. What leaves is booked out of the stock that was allocated to the order,
 * in the same transaction.
 */
@NullMarked
package io.omnicommerce.fulfillment;

import org.jspecify.annotations.NullMarked;
