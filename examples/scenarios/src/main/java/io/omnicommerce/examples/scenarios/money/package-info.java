@NullMarked
package io.omnicommerce.examples.scenarios.money;

import org.jspecify.annotations.NullMarked;
