package io.omnicommerce.examples.scenarios;

import java.util.Set;

/** The capabilities by name that the library has: what needs only these may fail. */
final class Features {

  // spotless:off
  static final Set<String> KNOWN = Set.of(
      "backorder", "backorder_limit", "buy_x_get_y", "campaign_budget", "cash_rounding", "catalog_promotion", "credit_voucher", "dated_tax_rate", "destination_country_rule",
      "exclude_discounted_items", "exclusive", "first_additional_rate", "gift_item", "line_fixed",
      "max_units_per_line", "min_max_order_quantity", "multiple_shipping_lines", "multiple_taxes_per_line", "non_shippable_items",
      "not_combinable", "nth_order", "order_amount_on_filtered_lines", "order_fixed_price",
      "payment_method_rule", "price_floor", "quantity_group", "safety_stock", "surcharge", "tiered_discount", "units_in_every");
  // spotless:on

  private Features() {}
}
