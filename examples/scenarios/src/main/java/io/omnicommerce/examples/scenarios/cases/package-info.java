@NullMarked
package io.omnicommerce.examples.scenarios.cases;

import org.jspecify.annotations.NullMarked;
