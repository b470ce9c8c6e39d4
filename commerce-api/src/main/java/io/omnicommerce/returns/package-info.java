/**
 * Goods that come back, and the money for them.
 *
 * <p>An {@linkplain io.omnicommerce.returns.Rma RMA} is opened anywhere, for any units that were
 * shipped and have not come back, and received at any location. What is refunded for a unit is what
 * was paid for it: of a line's payable amount, so much as the returned quantity's share, rounded on
 * the running sum, so that any sequence of partial returns gives back exactly what was paid, to the
 * cent and no more. What was taken off the whole order by hand is taken off its lines in
 * proportion. Delivery and fees are not refunded with goods; give them back as goodwill if they are
 * owed. Goods go back to stock, into quarantine, or to scrap. Money goes back to the payment it
 * came from.
 */
@NullMarked
package io.omnicommerce.returns;

import org.jspecify.annotations.NullMarked;
