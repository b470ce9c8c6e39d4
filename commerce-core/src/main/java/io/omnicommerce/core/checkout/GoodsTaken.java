package io.omnicommerce.core.checkout;

import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.core.channel.ChannelSettings;
import io.omnicommerce.core.delivery.Sourcer;
import io.omnicommerce.core.delivery.SourcingAsk;
import io.omnicommerce.core.inventory.StockAccounts;
import io.omnicommerce.core.inventory.StockSource;
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
import java.util.OptionalLong;

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
    taken.addBounds(chosen.stream().filter(StockSource::isCovered).toList());
    return taken;
  }

  private void take(
      Wanted wanted, StockSource source, String group, boolean forced, LocationId preferred) {
    if (!source.isCovered() && !forced) {
      missing.add(source.refusal());
      return;
    }
    LocationId from = source.isCovered() ? source.location().orElseThrow() : preferred;
    legs.add(source.isCovered() ? source.leg() : forced(source, preferred));
    AllocatedPart part =
        AllocatedPart.of(legs.size(), wanted.goods().sku(), source.entry().unit().decimals());
    Quantity quantity = wanted.goods().quantity();
    allocations.put(wanted.line(), Allocation.of(from, group, List.of(part), quantity));
  }

  /** What bounds the sale beside the shelves stands behind all goods. */
  private void addBounds(List<StockSource> covered) {
    List<Leg> all = StockSource.legs(covered);
    legs.addAll(all.subList(covered.size(), all.size()));
  }

  private static Leg forced(StockSource source, LocationId from) {
    Leg leg = StockAccounts.sale(source.entry(), from, source.quantity());
    return new Leg(leg.from(), leg.to(), leg.amount(), leg.unit(), OptionalLong.empty(), true);
  }
}
