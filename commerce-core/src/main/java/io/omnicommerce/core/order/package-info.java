/** The decisions about orders and their service. */
@NullMarked
package io.omnicommerce.core.order;

import org.jspecify.annotations.NullMarked;
