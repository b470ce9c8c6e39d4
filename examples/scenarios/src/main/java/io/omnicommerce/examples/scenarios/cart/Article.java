package io.omnicommerce.examples.scenarios.cart;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.examples.scenarios.cases.Fields;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Something that is sold.
 *
 * @param price everywhere
 * @param prices in a channel
 * @param floor the least a unit may cost
 * @param reduced whether it costs less than it did
 */
record Article(
    CatalogEntry entry,
    Optional<BigDecimal> price,
    Map<ChannelId, BigDecimal> prices,
    Optional<BigDecimal> floor,
    boolean reduced,
    Optional<BigDecimal> before) {

  /** The category of what has none: no case can name it. */
  static final String UNTAXED = "(none)";

  static Article read(Fields fields) {
    Sku sku = Sku.of(fields.text("sku"));
    CatalogEntry entry =
        CatalogEntry.of(sku, fields.textOr("title", sku.value()))
            .withCategories(new HashSet<>(fields.texts("categories")))
            .withTaxCategory(fields.textOr("tax_category", UNTAXED))
            .withShippable(fields.flagOr("requires_shipping", true));
    Article article =
        new Article(
            entry,
            fields.findDecimal("price"),
            prices(fields),
            fields.findDecimal("min_price"),
            fields.flagOr("already_discounted", false),
            fields.findDecimal("list_price_before"));
    fields.allRead();
    return article;
  }

  private static Map<ChannelId, BigDecimal> prices(Fields fields) {
    Map<ChannelId, BigDecimal> prices = new LinkedHashMap<>();
    fields
        .findObject("prices")
        .map(Fields::decimals)
        .orElse(Map.of())
        .forEach((channel, price) -> prices.put(ChannelId.of(channel), price));
    return prices;
  }

  Sku sku() {
    return entry.sku();
  }
}
