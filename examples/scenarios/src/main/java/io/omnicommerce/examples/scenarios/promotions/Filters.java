package io.omnicommerce.examples.scenarios.promotions;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.examples.scenarios.cases.Channels;
import io.omnicommerce.examples.scenarios.cases.Fields;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.promotion.ItemFilter;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which goods are meant. */
final class Filters {

  private Filters() {}

  /** Those that {@code skus} and {@code categories} name. */
  static ItemFilter of(Fields fields) {
    return ItemFilter.ALL
        .withSkus(skus(fields.texts("skus")))
        .withCategories(new HashSet<>(fields.texts("categories")));
  }

  static ItemFilter read(Fields filter, Channels channels) {
    ItemFilter items =
        of(filter)
            .withPrices(price(filter, "price_min", channels), price(filter, "price_max", channels));
    filter.allRead();
    return items;
  }

  static Set<Sku> skus(Collection<String> names) {
    return names.stream().map(Sku::of).collect(Collectors.toSet());
  }

  private static Optional<UnitPrice> price(Fields filter, String name, Channels channels) {
    return filter.findDecimal(name).map(major -> UnitPrice.of(major, channels.currency()));
  }
}
