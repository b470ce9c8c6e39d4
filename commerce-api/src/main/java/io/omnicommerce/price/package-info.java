/**
 * What a unit costs, before promotions and tax.
 *
 * <p>A {@linkplain io.omnicommerce.price.PriceList price list} has a currency, a kind and
 * {@linkplain io.omnicommerce.price.PriceConditions conditions}: channel, location, market,
 * country, customer group, company, contract, and whatever attributes the host knows of a call. Its
 * {@linkplain io.omnicommerce.price.PriceEntry entries} give a SKU's prices: rows for a range of
 * quantities and a stretch of time, with conditions of their own, finer than a cent if need be.
 *
 * <p>Which of several prices counts is a policy of the market. Whatever it is, first each list that
 * applies names one of its rows, then the lists are compared, and the smaller id decides at last.
 * The quantity that reaches a tier is that of the SKU over all lines.
 *
 * <p>A sale list shows what would be paid without any sale beside its price; an override list takes
 * the place of the ordinary price.
 *
 * <p>A list may be {@linkplain io.omnicommerce.price.Derivation computed} from another: its parent
 * with a factor, or a cost list with a markup or margin, never below a floor. Lists and entries
 * count from the instant for which they were saved until the next; what has counted can still be
 * asked, and is never changed.
 *
 * <p>Somebody with the permission may override a price on a line, with a reason, and not below the
 * entry's floor.
 */
@NullMarked
package io.omnicommerce.price;

import org.jspecify.annotations.NullMarked;
