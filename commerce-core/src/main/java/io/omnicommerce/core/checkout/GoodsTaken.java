package io.omnicommerce.core.checkout;

import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.core.channel.ChannelSettings;
import io.omnicommerce.core.delivery.Sourcer;
import io.omnicommerce.core.delivery.SourcingAsk;
import io.omnicommerce.core.inventory.StockSource;
import io.omnicommerce.core.order.SourceParts;
import io.omnicommerce.delivery.DeliveryChoice;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.ledger.Leg;
import io.omnicommerce.order.AllocatedPart;
import io.omnicommerce.order.Allocation;
import io.omnicommerce.order.ImportedOrder;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.storage.Session;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Goods for lines that no checkout has held.
 *
 * @param legs what is taken, by the numbers of their lines in the group
 * @param allocations by line; a line that is missing has no goods
 * @param missing what is not there
 */
record GoodsTaken(List<Leg> legs, Map<LineId, Allocation> allocations, List<Refusal> missing) {

  /** Of which line how much of what. */
  record Wanted(LineId line, SkuQuantity goods) {}

  /** Chooses a location for each line, the preferred ones first. */
  static GoodsTaken of(
      Sourcer sourcer,
      Session session,
      ChannelSettings settings,
      DeliveryChoice delivery,
      List<Wanted> wanted,
      Entries entries,
      List<LocationId> sources,
      String group,
      ImportedOrder.Stock mode) {
    GoodsTaken taken = new GoodsTaken(new ArrayList<>(), new LinkedHashMap<>(), new ArrayList<>());
    List<Wanted> goods = new ArrayList<>();
    for (Wanted line : wanted) {
      if (entries.of(line.goods().sku()).shippable()) {
        goods.add(line);
      } else {
        Quantity quantity = line.goods().quantity();
        taken.allocations.put(
            line.line(), Allocation.of(sources.get(0), group, List.of(), quantity));
      }
    }
    List<SkuQuantity> asked = goods.stream().map(Wanted::goods).toList();
    List<StockSource> chosen =
        sourcer.chooseWhole(
            session,
            new SourcingAsk(
                settings,
                asked,
                entries,
                sources,
                delivery.address(),
                delivery.pickup(),
                Optional.empty()));
    boolean forced = mode == ImportedOrder.Stock.FORCED;
    for (int i = 0; i < goods.size(); i++) {
      taken.take(goods.get(i), chosen.get(i), group, forced, sources.get(0));
    }
    for (int i = 0; i < goods.size(); i++) {
      if (chosen.get(i).isCovered()) {
        taken.addBounds(goods.get(i), chosen.get(i));
      }
    }
    return taken;
  }

  private void take(
      Wanted wanted, StockSource source, String group, boolean forced, LocationId preferred) {
    if (!source.isCovered() && !forced) {
      missing.add(source.refusal());
      return;
    }
    LocationId from = source.isCovered() ? source.location().orElseThrow() : preferred;
    List<AllocatedPart> parts = SourceParts.goods(source, legs.size() + 1);
    legs.addAll(source.isCovered() ? source.goods() : source.factFrom(preferred));
    Quantity quantity = wanted.goods().quantity();
    allocations.put(wanted.line(), Allocation.of(from, group, parts, quantity));
  }

  /** What bounds a sale beside the shelves stands behind all goods. */
  private void addBounds(Wanted wanted, StockSource source) {
    List<AllocatedPart> bounds = SourceParts.bounds(source, legs.size() + 1);
    if (!bounds.isEmpty()) {
      legs.addAll(source.bounds());
      allocations.computeIfPresent(wanted.line(), (line, from) -> from.withBounds(bounds));
    }
  }
}
