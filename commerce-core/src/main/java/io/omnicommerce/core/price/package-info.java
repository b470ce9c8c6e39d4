/** How prices are kept and found. */
@NullMarked
package io.omnicommerce.core.price;

import org.jspecify.annotations.NullMarked;
