/** The door to a tax service outside of the library. */
@NullMarked
package io.omnicommerce.tax.spi;

import org.jspecify.annotations.NullMarked;
