/** The catalog's decisions and its service. */
@NullMarked
package io.omnicommerce.core.catalog;

import org.jspecify.annotations.NullMarked;
