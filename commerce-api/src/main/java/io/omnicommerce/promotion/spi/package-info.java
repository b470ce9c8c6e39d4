/** What a host implements to have conditions and benefits of its own. */
@NullMarked
package io.omnicommerce.promotion.spi;

import org.jspecify.annotations.NullMarked;
