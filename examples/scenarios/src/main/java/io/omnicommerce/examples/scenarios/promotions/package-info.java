@NullMarked
package io.omnicommerce.examples.scenarios.promotions;

import org.jspecify.annotations.NullMarked;
