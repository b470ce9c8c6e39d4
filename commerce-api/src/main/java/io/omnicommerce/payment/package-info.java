/**
 * How money is promised, taken and given back.
 *
 * <p>A {@linkplain io.omnicommerce.payment.Payment payment} is one {@linkplain
 * io.omnicommerce.payment.Tender tender} applied to one order: it is authorized, then captured in
 * one or more parts, or voided; what was captured can be refunded in parts. What may still be
 * captured and what may still be refunded are accounts of the ledger, so two captures or refunds at
 * once never exceed them.
 *
 * <p>The {@linkplain io.omnicommerce.payment.spi.PaymentGateway gateway} is the host's. It is asked
 * outside of any transaction, after the intent was committed, with a key that stays the same for
 * every retry of the same intent. An answer that does not come is a state of its own,
 * <em>unknown</em>: it ends only by asking the gateway again, by its notification, or by an
 * operator, never by guessing; as long as it lasts, nothing is charged anew.
 *
 * <p>Card numbers never enter the library: a tender carries a token, and what looks like a card
 * number is refused.
 */
@NullMarked
package io.omnicommerce.payment;

import org.jspecify.annotations.NullMarked;
