/**
 * Value that the shop owes somebody: gift cards.
 *
 * <p>A {@linkplain io.omnicommerce.value.GiftCard gift card} is an account of the ledger in one
 * currency. It is issued with an amount, loaded with more, spent in checkouts and given back what
 * orders do not need any more; what is left when it has ended falls to the shop. What may still be
 * spent is never below zero, whoever spends at the same time and from whichever channel.
 *
 * <p>Its {@linkplain io.omnicommerce.value.GiftCardCode code} is as good as money: it is given out
 * once and stored as a hash. Whoever has it may ask what is left and spend it; its id is no
 * authority, and people of the shop work by it. Codes that are not right are answered alike and
 * counted, so that none can be guessed.
 */
@NullMarked
package io.omnicommerce.value;

import org.jspecify.annotations.NullMarked;
