package io.omnicommerce.core.price;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.price.PriceAnswer;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.price.PriceList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Everything that the prices of some SKUs depend on, but for their quantities. */
public final class PriceFacts {

  private final Map<Sku, SkuOffers> offers;

  private PriceFacts(Map<Sku, SkuOffers> offers) {
    this.offers = offers;
  }

  /**
   * @param lists those that there are at the time; those that do not apply are left out
   * @param entries those that there are at the time, in any order
   */
  public static PriceFacts of(
      PriceQuestion question, Collection<PriceList> lists, Collection<PriceEntry> entries) {
    return of(question, PriceBook.of(lists, entries));
  }

  static PriceFacts of(PriceQuestion question, PriceBook book) {
    Map<Sku, SkuOffers> offers = new HashMap<>();
    Comparator<Offer> order = Selection.of(question.conventions()).rows();
    Set<Sku> skus = book.skus();
    for (PriceList list : PriceRules.applying(book.lists().values(), question)) {
      for (Sku sku : skus) {
        offers
            .computeIfAbsent(sku, any -> new SkuOffers(question.conventions()))
            .add(PriceRules.offers(book, list, sku, question, order));
      }
    }
    return new PriceFacts(offers);
  }

  /**
   * The price of a SKU.
   *
   * @param quantity how much of it is asked for, over all lines
   */
  public Optional<PriceAnswer> price(Sku sku, Quantity quantity) {
    @Nullable SkuOffers found = offers.get(sku);
    return found == null ? Optional.empty() : found.price(sku, quantity);
  }

  /** What gives the price; among base lists only, what gives the original price of a sale. */
  @Nullable Offer best(Sku sku, Quantity quantity, boolean baseOnly) {
    @Nullable SkuOffers found = offers.get(sku);
    return found == null ? null : found.best(quantity, baseOnly);
  }

  /** The lowest price to which a SKU may be overridden, if its entry names one. */
  public Optional<UnitPrice> floor(Sku sku, Quantity quantity) {
    @Nullable SkuOffers found = offers.get(sku);
    return found == null ? Optional.empty() : found.floor(quantity);
  }
}
