@NullMarked
package io.omnicommerce.examples.scenarios.answers;

import org.jspecify.annotations.NullMarked;
