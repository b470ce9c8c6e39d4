/** How a whole cart is priced. */
@NullMarked
package io.omnicommerce.core.pricing;

import org.jspecify.annotations.NullMarked;
