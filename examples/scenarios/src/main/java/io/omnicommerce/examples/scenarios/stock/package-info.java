/** Cases about what may be promised of one article. */
@NullMarked
package io.omnicommerce.examples.scenarios.stock;

import org.jspecify.annotations.NullMarked;
