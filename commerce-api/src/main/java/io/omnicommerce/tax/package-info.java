/**
 * What the state takes, exactly.
 *
 * <p>A {@linkplain io.omnicommerce.tax.TaxZone zone} is a set of {@linkplain
 * io.omnicommerce.tax.TaxRate rates}, each for a tax category, an {@linkplain
 * io.omnicommerce.tax.TaxArea area} and a stretch of time. A rate is <em>included</em> in prices or
 * <em>added</em> to them. Added tax is the amount times the rate; included tax is taken out of the
 * amount, and the net is what remains, so that net and tax give the gross exactly. What is rounded,
 * a line, a unit or everything of a rate, is a convention of the market; of each rate the lines add
 * up to what was rounded. With several included rates on a line, they are taken out together and
 * split by their percentages.
 */
@NullMarked
package io.omnicommerce.tax;

import org.jspecify.annotations.NullMarked;
