/** The decisions about getting goods out and their service. */
@NullMarked
package io.omnicommerce.core.fulfillment;

import org.jspecify.annotations.NullMarked;
