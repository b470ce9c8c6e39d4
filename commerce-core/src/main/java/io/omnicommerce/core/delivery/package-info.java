/** How delivery methods are kept, offered and promised. */
@NullMarked
package io.omnicommerce.core.delivery;

import org.jspecify.annotations.NullMarked;
