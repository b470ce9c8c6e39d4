/** A corner shop and its promotions, which the tests beside prove with the law kit. */
@NullMarked
package io.omnicommerce.examples.laws;

import org.jspecify.annotations.NullMarked;
