/** The decisions and the service of markets, channels and locations. */
@NullMarked
package io.omnicommerce.core.channel;

import org.jspecify.annotations.NullMarked;
