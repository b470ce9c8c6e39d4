package io.omnicommerce.core.price;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.price.PriceAnswer;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.price.PriceList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything that the prices of some SKUs depend on, but for their quantities. */
public final class PriceFacts {

  private final PriceQuestion question;
  private final List<ListOffers> applying;
  private final Preference preference;

  private PriceFacts(PriceQuestion question, List<ListOffers> applying, Preference preference) {
    this.question = question;
    this.applying = applying;
    this.preference = preference;
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
    List<ListOffers> applying = new ArrayList<>(offers.lists().size());
    for (ListOffers of : offers.lists()) {
      if (PriceRules.applies(of.list(), question)) {
        applying.add(of);
      }
    }
    return new PriceFacts(
        question, applying, Selection.of(question.conventions()).lists(question.conventions()));
  }

  /**
   * The price of a SKU.
   *
   * @param quantity how much of it is asked for, over all lines
   */
  public Optional<PriceAnswer> price(Sku sku, Quantity quantity) {
    Offer best = best(sku, quantity, false);
    return best == null
        ? Optional.empty()
        : Optional.of(best.answer(sku, original(best, sku, quantity)));
  }

  /**
   * The lowest price to which a SKU may be overridden, if its entry names one: that of the offer
   * that counts; if no tier is reached, of the one that would count.
   */
  public Optional<UnitPrice> floor(Sku sku, Quantity quantity) {
    Offer reached = best(sku, quantity, false);
    Offer best = reached == null ? best(sku, null, false) : reached;
    return best == null ? Optional.empty() : best.floor();
  }

  /** A sale shows what would count without any sale; an override is its own original. */
  private Optional<UnitPrice> original(Offer best, Sku sku, Quantity quantity) {
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
    Offer best = null;
    for (int i = 0; i < applying.size(); i++) {
      Offer first = applying.get(i).first(sku, quantity, question);
      if (first != null
          && !(baseOnly && first.isSpecial())
          && (best == null || preference.compare(first, best) < 0)) {
        best = first;
      }
    }
    return best;
  }
}
