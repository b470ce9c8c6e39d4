package io.omnicommerce.core.pricing;

import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.tax.Taxables;
import io.omnicommerce.pricing.Charge;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.TaxTerms;
import java.util.Currency;
import java.util.List;

/** The lines of a cart with its gifts, then its charges, as they are taxed. */
record SheetTaxables(
    Currency currency, Goods goods, Discounts discounts, List<Gifts.GiftLine> gifts, TaxTerms terms)
    implements Taxables {

  private int asked() {
    return goods.lines().size();
  }

  /** How many lines there are, gifts among them; they stand before charges. */
  int lines() {
    return asked() + gifts.size();
  }

  @Override
  public int size() {
    return lines() + goods.charges().size();
  }

  private boolean isAsked(int place) {
    return place < asked();
  }

  private Gifts.GiftLine gift(int place) {
    return gifts.get(place - asked());
  }

  private Charge charge(int place) {
    return goods.charges().get(place - lines());
  }

  LineId id(int place) {
    if (isAsked(place)) {
      return goods.lines().get(place).id();
    }
    return place < lines() ? gift(place).line().id() : charge(place).id();
  }

  @Override
  public Kind kind(int place) {
    if (place < lines()) {
      return Kind.GOODS;
    }
    return charge(place).method().isPresent() ? Kind.SHIPPING : Kind.OTHER;
  }

  @Override
  public String category(int place) {
    if (isAsked(place)) {
      return goods.chosen().get(place).entry().taxCategory();
    }
    return place < lines()
        ? gift(place).chosen().entry().taxCategory()
        : charge(place).taxCategory();
  }

  @Override
  public boolean isExempt(int place) {
    return terms.exemption(id(place)).isPresent();
  }

  @Override
  public long amount(int place) {
    if (isAsked(place)) {
      return goods.amount(place);
    }
    return place < lines() ? gift(place).amount().minor() : charge(place).amount().minor();
  }

  @Override
  public long discount(int place) {
    if (isAsked(place)) {
      return discounts.takenOfLine(place);
    }
    return place < lines()
        ? gift(place).amount().minor()
        : discounts.takenOfCharge(place - lines());
  }

  /** A charge is one thing. */
  Quantity quantity(int place) {
    if (isAsked(place)) {
      return goods.lines().get(place).quantity();
    }
    return place < lines() ? gift(place).line().quantity() : Quantity.ONE;
  }

  @Override
  public long units(int place) {
    Quantity quantity = quantity(place);
    return quantity.scale() == 0 ? quantity.unscaled() : 1;
  }
}
