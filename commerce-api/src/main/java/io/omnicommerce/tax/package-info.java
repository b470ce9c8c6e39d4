/**
 * What the state takes, exactly.
 *
 * <p>A {@linkplain io.omnicommerce.tax.TaxZone zone} is a set of {@linkplain
 * io.omnicommerce.tax.TaxRate rates}, each for a tax category, some countries and a stretch of
 * time. A rate is <em>included</em> in prices or <em>added</em> to them. Tax is computed a line:
 * added tax is the line's amount times the rate, rounded; included tax is rounded and the net is
 * what remains, so that net and tax give the gross exactly. With several included rates on a line,
 * they are taken out together and split by their percentages.
 */
@NullMarked
package io.omnicommerce.tax;

import org.jspecify.annotations.NullMarked;
