/** From cart to order and back: the decisions and the service of checkout. */
@NullMarked
package io.omnicommerce.core.checkout;

import org.jspecify.annotations.NullMarked;
