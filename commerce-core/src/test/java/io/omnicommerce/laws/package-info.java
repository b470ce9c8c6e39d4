/**
 * The law kit, published as the test-jar {@code commerce-core:laws}: what must hold for the prices
 * of every host, whatever its price book and its promotions are. A host gives its {@link
 * io.omnicommerce.laws.RuleSet} to a subclass of {@link io.omnicommerce.laws.PricingLaws}, and
 * thousands of purchases are made up that try to break it.
 */
@NullMarked
package io.omnicommerce.laws;

import org.jspecify.annotations.NullMarked;
