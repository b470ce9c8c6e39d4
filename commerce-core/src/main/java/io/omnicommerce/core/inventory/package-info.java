/** The decisions and the service of stock. */
@NullMarked
package io.omnicommerce.core.inventory;

import org.jspecify.annotations.NullMarked;
