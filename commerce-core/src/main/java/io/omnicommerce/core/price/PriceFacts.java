package io.omnicommerce.core.price;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.price.PriceAnswer;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.price.PriceList;
import io.omnicommerce.price.PriceListId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lists that apply, their entries for the SKUs that are asked for, and the time. */
public final class PriceFacts {

  private final Map<Sku, List<Candidate>> candidates = new HashMap<>();
  private final Instant at;

  /** An entry with the list it stands in. */
  record Candidate(PriceList list, PriceEntry entry) {}

  private PriceFacts(Instant at) {
    this.at = at;
  }

  /**
   * @param lists those that apply; entries of others are left out
   */
  public static PriceFacts of(
      Collection<PriceList> lists, Collection<PriceEntry> entries, Instant at) {
    PriceFacts facts = new PriceFacts(at);
    Map<PriceListId, PriceList> byId = new HashMap<>();
    lists.forEach(list -> byId.put(list.id(), list));
    for (PriceEntry entry : entries) {
      PriceList list = byId.get(entry.list());
      if (list != null) {
        facts
            .candidates
            .computeIfAbsent(entry.sku(), sku -> new ArrayList<>(2))
            .add(new Candidate(list, entry));
      }
    }
    facts.candidates.values().forEach(found -> found.sort(PriceRules.PREFERENCE));
    return facts;
  }

  /**
   * The price of a SKU.
   *
   * @param quantity how much of it is asked for, over all lines
   */
  public Optional<PriceAnswer> price(Sku sku, Quantity quantity) {
    return PriceRules.select(of(sku), sku, quantity, at);
  }

  /** The lowest price to which a SKU may be overridden, if its entry names one. */
  public Optional<UnitPrice> floor(Sku sku, Quantity quantity) {
    return PriceRules.floor(of(sku), sku, quantity, at);
  }

  private List<Candidate> of(Sku sku) {
    return candidates.getOrDefault(sku, List.of());
  }
}
