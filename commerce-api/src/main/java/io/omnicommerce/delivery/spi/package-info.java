/** Where goods come from: the small parts of sourcing, those that are there and those of a host. */
@NullMarked
package io.omnicommerce.delivery.spi;

import org.jspecify.annotations.NullMarked;
