/** How rates are kept, and taxes computed. */
@NullMarked
package io.omnicommerce.core.tax;

import org.jspecify.annotations.NullMarked;
