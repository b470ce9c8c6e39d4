/**
 * What a whole cart costs, and why.
 *
 * <p>Pricing is a pure function: the same lines, the same price rows, tax rates and conventions and
 * the same instant give the same result, byte for byte, in whatever order the lines stand. A line's
 * amount is its unit price times its quantity, rounded once; charges come on top (delivery, a fee,
 * a discount given by hand); tax is computed line by line. The {@linkplain
 * io.omnicommerce.pricing.Trace trace} names every cause of every amount and adds up to the total;
 * it is stored with the order.
 */
@NullMarked
package io.omnicommerce.pricing;

import org.jspecify.annotations.NullMarked;
