/** Small things that several rooms share. */
@NullMarked
package io.omnicommerce.core.common;

import org.jspecify.annotations.NullMarked;
