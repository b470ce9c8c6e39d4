/**
 * State machines as tables: one row a permitted step, what has no row is refused. A table is
 * checked when it is built, so a dead end, an unreachable state or two rows for one step never
 * reach production.
 */
@NullMarked
package io.omnicommerce.flow;

import org.jspecify.annotations.NullMarked;
