/** How customers are kept and found. */
@NullMarked
package io.omnicommerce.core.customer;

import org.jspecify.annotations.NullMarked;
