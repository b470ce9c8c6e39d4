/** The one JSON form of documents and events. */
@NullMarked
package io.omnicommerce.core.json;

import org.jspecify.annotations.NullMarked;
