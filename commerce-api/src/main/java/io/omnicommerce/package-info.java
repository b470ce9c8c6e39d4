/**
 * Omnichannel commerce inside the host's own application: {@link io.omnicommerce.Commerce} is the
 * table of contents.
 */
@NullMarked
package io.omnicommerce;

import org.jspecify.annotations.NullMarked;
