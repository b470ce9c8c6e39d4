package io.omnicommerce.core.order;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.catalog.BundlePart;
import io.omnicommerce.core.inventory.StockSource;
import io.omnicommerce.core.inventory.TermAccounts;
import io.omnicommerce.ledger.Leg;
import io.omnicommerce.order.AllocatedPart;
import java.util.ArrayList;
import java.util.List;

/** What a source takes, by the numbers of its legs in a group. */
public final class SourceParts {

  private SourceParts() {}

  /**
   * @param first the number of the first leg of its goods
   */
  public static List<AllocatedPart> goods(StockSource source, int first) {
    List<AllocatedPart> parts = new ArrayList<>(1);
    for (BundlePart part : source.parts()) {
      parts.add(part(first + parts.size(), part, source));
    }
    return parts;
  }

  /**
   * @param first the number of the first leg of what else bounds it
   */
  public static List<AllocatedPart> bounds(StockSource source, int first) {
    List<AllocatedPart> parts = new ArrayList<>(0);
    for (Leg bound : source.bounds()) {
      parts.add(part(first + parts.size(), bounded(source, bound), source));
    }
    return parts;
  }

  private static BundlePart bounded(StockSource source, Leg bound) {
    Sku sku = TermAccounts.sku(bound.from());
    return source.parts().stream()
        .filter(part -> part.entry().sku().equals(sku))
        .findFirst()
        .orElseGet(() -> new BundlePart(source.entry(), 1));
  }

  private static AllocatedPart part(int line, BundlePart part, StockSource source) {
    int decimals = part.entry().unit().decimals();
    return part.entry().sku().equals(source.entry().sku())
        ? AllocatedPart.of(line, source.entry().sku(), decimals)
        : new AllocatedPart(
            line, part.entry().sku(), Quantity.ofUnits(part.each(), decimals), decimals);
  }
}
