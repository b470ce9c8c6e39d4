/**
 * What a unit costs, before promotions and tax.
 *
 * <p>A {@linkplain io.omnicommerce.price.PriceList price list} has a currency and {@linkplain
 * io.omnicommerce.price.PriceConditions conditions}: channels, locations, customer groups. Its
 * {@linkplain io.omnicommerce.price.PriceEntry entries} give a SKU's price by quantity and time,
 * finer than a cent if need be. Of the lists that apply, the one with the most conditions counts,
 * then the higher priority, then the lower price, then the smaller id. Within an entry the tier
 * with the largest threshold counts that the quantity of the SKU over all lines reaches, then what
 * has a time window before what has none, then the later beginning.
 *
 * <p>Somebody with the permission may override a price on a line, with a reason, and not below the
 * entry's floor.
 */
@NullMarked
package io.omnicommerce.price;

import org.jspecify.annotations.NullMarked;
