/** What becomes of orders: their tables of states, and what follows from payments and parcels. */
@NullMarked
package io.omnicommerce.examples.scenarios.orders;

import org.jspecify.annotations.NullMarked;
