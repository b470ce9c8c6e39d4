/** Which promotions a cart gets, and what they take off. */
@NullMarked
package io.omnicommerce.core.promotion;

import org.jspecify.annotations.NullMarked;
