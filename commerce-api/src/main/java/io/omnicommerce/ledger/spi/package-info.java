/**
 * Tools for whoever writes a storage: the arithmetic of a decision's steps, the same on every
 * engine.
 */
@NullMarked
package io.omnicommerce.ledger.spi;

import org.jspecify.annotations.NullMarked;
