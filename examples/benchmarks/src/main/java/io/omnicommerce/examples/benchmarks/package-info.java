@NullMarked
package io.omnicommerce.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
