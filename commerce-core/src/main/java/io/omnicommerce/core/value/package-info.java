/** Gift cards: their accounts, the decisions about them and their service. */
@NullMarked
package io.omnicommerce.core.value;

import org.jspecify.annotations.NullMarked;
