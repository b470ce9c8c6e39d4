package io.omnicommerce.core.price;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.price.PriceAnswer;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.price.PriceList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything that the prices of some SKUs depend on, but for their quantities. */
public final class PriceFacts {

  private final PriceQuestion question;
  private final PriceOffers offers;
  private final Preference preference;

  /** The places of the lists that apply. */
  private final int[] applying;

  private PriceFacts(PriceQuestion question, PriceOffers offers, int[] applying) {
    this.question = question;
    this.offers = offers;
    this.applying = applying;
    preference = Selection.of(question.conventions()).lists(question.conventions());
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
    return of(question, PriceOffers.of(book, question.conventions()));
  }

  /** From offers that were put in order by the question's conventions. */
  public static PriceFacts of(PriceQuestion question, PriceOffers offers) {
    int[] applying = new int[offers.lists().size()];
    int count = 0;
    for (int list = 0; list < applying.length; list++) {
      if (PriceRules.applies(offers.lists().get(list), question)) {
        applying[count++] = list;
      }
    }
    return new PriceFacts(question, offers, Arrays.copyOf(applying, count));
  }

  /**
   * The price of a SKU.
   *
   * @param quantity how much of it is asked for, over all lines
   */
  public Optional<PriceAnswer> price(Sku sku, Quantity quantity) {
    Offer best = offer(sku, quantity);
    return best == null
        ? Optional.empty()
        : Optional.of(best.answer(sku, original(best, sku, quantity)));
  }

  /** The offer that gives the price of a SKU, if there is one. */
  public @Nullable Offer offer(Sku sku, Quantity quantity) {
    return best(sku, quantity, false);
  }

  /**
   * The lowest price to which a SKU may be overridden, if its entry names one: that of the offer
   * that counts; if no tier is reached, of the one that would count.
   */
  public Optional<UnitPrice> floor(Sku sku, Quantity quantity) {
    Offer reached = offer(sku, quantity);
    Offer best = reached == null ? best(sku, null, false) : reached;
    return best == null ? Optional.empty() : best.floor();
  }

  /**
   * What a price is shown beside: a sale shows what would count without any sale; an override is
   * its own original.
   */
  public Optional<UnitPrice> original(Offer best, Sku sku, Quantity quantity) {
    if (best.list().kind() == PriceList.Kind.BASE) {
      return Optional.empty();
    }
    Offer base = best.list().kind() == PriceList.Kind.OVERRIDE ? best : best(sku, quantity, true);
    return base == null ? Optional.empty() : Optional.of(base.price());
  }

  /**
   * What gives the price; among base lists only, what gives the original price of a sale.
   *
   * @param quantity any, if null
   */
  @Nullable Offer best(Sku sku, @Nullable Quantity quantity, boolean baseOnly) {
    SkuOffers ofSku = offers.offers().get(sku);
    Offer best = null;
    for (int i = 0; ofSku != null && i < applying.length; i++) {
      Offer first = ofSku.first(applying[i], quantity, question);
      if (first != null
          && !(baseOnly && first.isSpecial())
          && (best == null || preference.compare(first, best) < 0)) {
        best = first;
      }
    }
    return best;
  }
}
