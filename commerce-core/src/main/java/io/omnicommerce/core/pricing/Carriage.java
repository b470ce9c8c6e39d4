package io.omnicommerce.core.pricing;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.core.delivery.Consignment;
import io.omnicommerce.delivery.AmountBasis;
import io.omnicommerce.money.Money;
import io.omnicommerce.pricing.PricingLine;
import io.omnicommerce.pricing.PricingRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What there is to be carried of a request whose goods have prices. */
record Carriage(PricingFacts facts, PricingRequest request, LinePrices prices) {

  /** What is only downloaded is not carried. */
  Consignment consignment() {
    List<Consignment.Item> items = new ArrayList<>(request.lines().size());
    for (PricingLine line : request.lines()) {
      @Nullable CatalogEntry entry = facts.entries().get(line.sku());
      if (entry != null && entry.shippable()) {
        items.add(
            new Consignment.Item(
                line.sku(), entry.weight(), line.quantity(), entry.unit().decimals() == 0));
      }
    }
    return new Consignment(items, this::amount);
  }

  private Money amount(AmountBasis basis) {
    Goods goods = Goods.of(facts.terms(), Charges.whileDeliveryIsFree(facts, request), prices);
    long discount =
        basis == AmountBasis.BEFORE_DISCOUNTS
            ? 0
            : Discounts.of(facts.terms(), prices, goods).takenOfLines();
    return Money.ofMinor(goods.amount() - discount, request.currency());
  }
}
