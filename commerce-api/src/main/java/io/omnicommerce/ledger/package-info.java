/**
 * Everything counted and bounded: stock, coupon uses, gift cards, what may still be captured or
 * refunded.
 *
 * <p>An {@linkplain io.omnicommerce.ledger.AccountId account} holds <em>what may still be
 * taken</em> and has a floor: available = posted − held, never below the floor. A ceiling is the
 * floor of its complement (uses left, credit left). A {@linkplain io.omnicommerce.ledger.Batch
 * batch} of {@linkplain io.omnicommerce.ledger.Leg legs} applies whole or not at all and carries an
 * id of the caller's making: the same id with the same content answers as the first time, with
 * other content it is refused.
 *
 * <p>A batch is posted at once, or held as a group: <em>hold → confirm → post | release</em>, or it
 * expires. One compare-and-set decides between confirm and expire for the whole group. Confirming
 * touches no account, so an order can be placed without waiting for a hot one; what was held can
 * always be posted.
 *
 * <p>A batch is a set: its legs are netted per account before a bound is looked at, no leg sees
 * another's effect, and a refusal names every account that is short. Facts (a physical count, a
 * chargeback) are <em>forced</em>: they pass the floor and mark the account breached until it has
 * healed.
 *
 * <p>Amounts are positive whole numbers in the unit of the leg: pieces, thousandths of a kilogram,
 * cents. Rooms speak of reserving, redeeming and earning; nobody outside says debit or credit.
 */
@NullMarked
package io.omnicommerce.ledger;

import org.jspecify.annotations.NullMarked;
