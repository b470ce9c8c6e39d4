package io.omnicommerce.core.price;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.price.PriceAnswer;
import io.omnicommerce.price.PriceList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the lists that apply offer for a SKU, here and now: only the quantity is still open. Each
 * list's offers are in the order in which they count.
 */
final class SkuOffers {

  private final List<List<Offer>> lists = new ArrayList<>(2);
  private final Preference preference;

  SkuOffers(Conventions conventions) {
    preference = Selection.of(conventions).lists(conventions);
  }

  /** Adds what one list offers, in the order in which it counts. */
  void add(List<Offer> ofList) {
    if (!ofList.isEmpty()) {
      lists.add(ofList);
    }
  }

  Optional<PriceAnswer> price(Sku sku, Quantity quantity) {
    Offer best = best(quantity, false);
    return best == null
        ? Optional.empty()
        : Optional.of(best.answer(sku, original(best, quantity)));
  }

  /** The floor of the offer that counts; if no tier is reached, of the one that would count. */
  Optional<UnitPrice> floor(Quantity quantity) {
    Offer reached = best(quantity, false);
    Offer best = reached == null ? best(null, false) : reached;
    return best == null ? Optional.empty() : best.floor();
  }

  /** A sale shows what would count without any sale; an override is its own original. */
  private Optional<UnitPrice> original(Offer best, Quantity quantity) {
    if (best.list().kind() == PriceList.Kind.BASE) {
      return Optional.empty();
    }
    Offer base = best.list().kind() == PriceList.Kind.OVERRIDE ? best : best(quantity, true);
    return base == null ? Optional.empty() : Optional.of(base.price());
  }

  /**
   * @param quantity any, if null
   */
  @Nullable Offer best(@Nullable Quantity quantity, boolean baseOnly) {
    Offer best = null;
    for (List<Offer> list : lists) {
      Offer first = first(list, quantity);
      if (first != null
          && !(baseOnly && first.isSpecial())
          && (best == null || preference.compare(first, best) < 0)) {
        best = first;
      }
    }
    return best;
  }

  static @Nullable Offer first(List<Offer> list, @Nullable Quantity quantity) {
    for (Offer offer : list) {
      if (quantity == null || offer.isFor(quantity)) {
        return offer;
      }
    }
    return null;
  }
}
