/** Where a host builds its {@link io.omnicommerce.Commerce}. */
@NullMarked
package io.omnicommerce.core;

import org.jspecify.annotations.NullMarked;
