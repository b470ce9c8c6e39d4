package io.omnicommerce.core.pricing;

import io.omnicommerce.common.DerivedList;
import io.omnicommerce.core.tax.Taxes;
import io.omnicommerce.money.Money;
import io.omnicommerce.pricing.PriceAdjustment;
import io.omnicommerce.pricing.PricedLine;
import io.omnicommerce.pricing.PricingLine;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The lines of a priced cart, gifts behind the others, written down when somebody reads them. */
final class PricedLines extends DerivedList<PricedLine> {

  private final Currency currency;
  private final Goods goods;
  private final Discounts discounts;
  private final List<Gifts.GiftLine> gifts;
  private final Taxes taxes;

  /** Whoever makes them makes the same. */
  private @Nullable List<PricedLine> lines;

  PricedLines(
      Currency currency,
      Goods goods,
      Discounts discounts,
      List<Gifts.GiftLine> gifts,
      Taxes taxes) {
    this.currency = currency;
    this.goods = goods;
    this.discounts = discounts;
    this.gifts = gifts;
    this.taxes = taxes;
  }

  @Override
  public PricedLine get(int index) {
    return lines().get(index);
  }

  @Override
  public int size() {
    return goods.lines().size() + gifts.size();
  }

  private List<PricedLine> lines() {
    List<PricedLine> made = lines;
    if (made == null) {
      made = List.of(written());
      lines = made;
    }
    return made;
  }

  private PricedLine[] written() {
    PricedLine[] written = new PricedLine[size()];
    int asked = goods.lines().size();
    for (int place = 0; place < written.length; place++) {
      written[place] = place < asked ? line(place) : gift(place, gifts.get(place - asked));
    }
    return written;
  }

  private PricedLine line(int place) {
    return line(
        goods.lines().get(place),
        goods.chosen().get(place),
        Money.ofMinor(goods.amount(place), currency),
        discounts.ofLine(place),
        place);
  }

  private PricedLine gift(int place, Gifts.GiftLine gift) {
    return line(gift.line(), gift.chosen(), gift.amount(), List.of(gift.adjustment()), place);
  }

  private PricedLine line(
      PricingLine line,
      LinePrices.Chosen chosen,
      Money amount,
      List<PriceAdjustment> adjustments,
      int place) {
    return new PricedLine(
        line.id(),
        line.sku(),
        line.quantity(),
        chosen.price(),
        amount,
        adjustments,
        taxes.of(place));
  }
}
