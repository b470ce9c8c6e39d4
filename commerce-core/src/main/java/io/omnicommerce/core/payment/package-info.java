/** The decisions and the service of payments. */
@NullMarked
package io.omnicommerce.core.payment;

import org.jspecify.annotations.NullMarked;
