/**
 * Sources of what a pure rule may not make up by itself: ids and secrets. A host replaces them in
 * tests and simulations.
 */
@NullMarked
package io.omnicommerce.common.spi;

import org.jspecify.annotations.NullMarked;
