/** The decisions about goods that come back and the money for them, and their service. */
@NullMarked
package io.omnicommerce.core.returns;

import org.jspecify.annotations.NullMarked;
