/**
 * What was agreed, and what has become of it.
 *
 * <p>An {@linkplain io.omnicommerce.order.Order order} freezes what the cart was: its lines with
 * their prices, taxes and trace, how it is delivered, who buys. It has one number in all channels
 * and is found by number, email, telephone, loyalty card or payment. Its status moves only along
 * the rows of a {@linkplain io.omnicommerce.order.OrderFlow table}, each step with one entry of its
 * history and one event. How far it is paid and fulfilled is derived from facts and never set.
 *
 * <p>What was agreed changes by {@linkplain io.omnicommerce.order.Amendment amendments} only. The
 * goods of a line come from where its {@linkplain io.omnicommerce.order.Allocation allocations}
 * say. The {@linkplain io.omnicommerce.order.OrderHistory history} is a chain of hashes, by which a
 * change of it is seen.
 *
 * <p>For each line: ordered = open + shipped + cancelled, and returned ≤ shipped.
 */
@NullMarked
package io.omnicommerce.order;

import org.jspecify.annotations.NullMarked;
