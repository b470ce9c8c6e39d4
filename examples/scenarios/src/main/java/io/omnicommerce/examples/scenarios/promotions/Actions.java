package io.omnicommerce.examples.scenarios.promotions;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.examples.scenarios.cases.Named;
import io.omnicommerce.promotion.Benefit;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Function;

/** The actions of a case as benefits. */
final class Actions {

  static final Named<Function<Words, Benefit>> BY_TYPE =
      new Named<>(
          "action",
          Map.ofEntries(
              Map.entry("item_fixed_per_unit", Actions::itemFixed),
              Map.entry("item_percent", Actions::itemPercent),
              Map.entry("line_fixed", Actions::lineFixed),
              Map.entry("units_in_every", Actions::unitsInEvery),
              Map.entry("quantity_group", Actions::quantityGroup),
              Map.entry("tiered_item_percent", Tiers::itemPercent),
              Map.entry("first_additional", Actions::firstAdditional),
              Map.entry("buy_x_get_y", BuyXGetY::read),
              Map.entry("gift", Actions::gift),
              Map.entry("order_fixed", Actions::orderFixed),
              Map.entry("order_percent", Actions::orderPercent),
              Map.entry("order_fixed_price", Actions::orderPrice),
              Map.entry("tiered_order_fixed", Tiers::orderFixed),
              Map.entry("shipping_percent", Actions::shippingPercent),
              Map.entry("shipping_fixed", Actions::shippingFixed),
              Map.entry("shipping_fixed_across", Actions::shippingFixedAcross)));

  private Actions() {}

  private static Benefit itemFixed(Words words) {
    return new Benefit.ItemFixed(words.amount(), words.items(), words.most("max_units_per_line"));
  }

  private static Benefit itemPercent(Words words) {
    return new Benefit.ItemPercent(
        words.percent(), words.items(), words.most("max_units_per_line"));
  }

  private static Benefit lineFixed(Words words) {
    return new Benefit.LineFixed(words.amount(), words.items());
  }

  private static Benefit unitsInEvery(Words words) {
    return new Benefit.UnitsInEvery(
        words.whole("count"), words.whole("of"), words.reduction(), words.items());
  }

  private static Benefit quantityGroup(Words words) {
    return new Benefit.QuantityGroup(words.whole("size"), words.reduction(), words.items());
  }

  /** No limit is as good as a limit of zero. */
  private static Benefit firstAdditional(Words words) {
    OptionalLong most = words.most("max_items");
    return new Benefit.FirstAdditional(
        words.amount("first"),
        words.amount("additional"),
        words.items(),
        most.equals(OptionalLong.of(0)) ? OptionalLong.empty() : most);
  }

  private static Benefit gift(Words words) {
    Quantity quantity =
        words.fields().findDecimal("quantity").map(Quantity::of).orElse(Quantity.ONE);
    List<Sku> choice = words.named("sku", "skus").stream().map(Sku::of).toList();
    return new Benefit.Gift(choice, quantity);
  }

  private static Benefit orderFixed(Words words) {
    return new Benefit.OrderFixed(words.amount(), words.items());
  }

  private static Benefit orderPercent(Words words) {
    return new Benefit.OrderPercent(words.percent(), words.findAmount("max_amount"), words.items());
  }

  private static Benefit orderPrice(Words words) {
    return new Benefit.OrderPrice(words.amount(), words.items());
  }

  private static Benefit shippingPercent(Words words) {
    return new Benefit.ShippingPercent(words.percent(), words.methods());
  }

  private static Benefit shippingFixed(Words words) {
    return new Benefit.ShippingFixed(words.amount(), words.methods());
  }

  private static Benefit shippingFixedAcross(Words words) {
    return new Benefit.ShippingFixedAcross(words.amount(), words.methods());
  }
}
