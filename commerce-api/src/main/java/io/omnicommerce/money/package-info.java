/**
 * Money, exact or refused.
 *
 * <p>{@link io.omnicommerce.money.Money} is a whole number of a currency's minor units. {@link
 * io.omnicommerce.money.UnitPrice} may be finer than a cent and becomes money only when it is
 * multiplied and rounded, once, in a way that the caller names. What is split by {@link
 * io.omnicommerce.money.Apportion} adds up to what it was. Nothing wraps around, no amount passes
 * through floating point, and amounts of two currencies never meet.
 */
@NullMarked
package io.omnicommerce.money;

import org.jspecify.annotations.NullMarked;
