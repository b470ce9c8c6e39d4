@NullMarked
package io.omnicommerce.examples.scenarios.prices;

import org.jspecify.annotations.NullMarked;
