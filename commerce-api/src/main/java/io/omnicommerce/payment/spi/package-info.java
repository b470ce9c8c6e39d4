/** The door to the host's payment provider. */
@NullMarked
package io.omnicommerce.payment.spi;

import org.jspecify.annotations.NullMarked;
