/** What becomes of two carts when a guest turns out to be a customer. */
@NullMarked
package io.omnicommerce.examples.scenarios.merge;

import org.jspecify.annotations.NullMarked;
