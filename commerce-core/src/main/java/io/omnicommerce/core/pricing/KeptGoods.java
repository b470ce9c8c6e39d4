package io.omnicommerce.core.pricing;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Convention;
import io.omnicommerce.channel.Convention.MissingTaxRate;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.promotion.HostRules;
import io.omnicommerce.money.Money;
import io.omnicommerce.pricing.FrozenLine;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.OfferedGift;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricedLine;
import io.omnicommerce.pricing.PricingInputs;
import io.omnicommerce.pricing.PricingRequest;
import io.omnicommerce.promotion.GiftChoice;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.tax.ExternalTaxes;
import io.omnicommerce.tax.TaxLine;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What some of the goods of a priced cart would have cost if nothing else had been bought: at their
 * frozen unit prices, with the promotions that were frozen. A gift that would not have been given
 * with them costs its price. Pure.
 */
final class KeptGoods {

  private final PricingInputs inputs;
  private final Map<LineId, Quantity> kept;
  private final HostRules host;

  private KeptGoods(PricingInputs inputs, Map<LineId, Quantity> kept, HostRules host) {
    this.inputs = inputs;
    this.kept = kept;
    this.host = host;
  }

  /** A priced cart beside its gifts. */
  private record Sale(PricedCart priced, List<OfferedGift> gifts) {

    /** Which gifts are given, whatever of them is. */
    Set<GiftChoice> given(List<OfferedGift> of) {
      return of.stream().filter(this::gives).map(KeptGoods::choice).collect(Collectors.toSet());
    }

    private boolean gives(OfferedGift gift) {
      return gifts.stream().anyMatch(given -> choice(given).isAboutGiftOf(choice(gift)));
    }
  }

  /**
   * What is paid for each line that is kept, without charges and without reductions by hand.
   *
   * @param kept how much of each line, gifts among them; nothing of one that is missing
   */
  static Map<LineId, Money> payable(
      PricingInputs inputs, Map<LineId, Quantity> kept, HostRules host) {
    return new KeptGoods(inputs, kept, host).payable();
  }

  /**
   * How much of what is given for nothing with what is kept.
   *
   * @param kept how much of each line that was bought
   */
  static Map<Sku, Quantity> gifts(
      PricingInputs inputs, Map<LineId, Quantity> kept, HostRules host) {
    KeptGoods goods = new KeptGoods(inputs, kept, host);
    Map<Sku, Quantity> gifts = new HashMap<>();
    for (OfferedGift gift :
        goods.sale(goods.with(goods.some(inputs.lines()), inputs.promotions())).gifts()) {
      gifts.merge(gift.given(), gift.quantity(), Quantity::plus);
    }
    return gifts;
  }

  private Map<LineId, Money> payable() {
    Sale all = sale(with(inputs.lines(), inputs.promotions()));
    Sale some = sale(with(some(inputs.lines()), inputs.promotions()));
    Sale bought = sale(with(some(lost(all, some)), List.of()));
    Map<LineId, Money> payable = new HashMap<>();
    some.priced().lines().forEach(line -> payable.put(line.id(), payable(line)));
    bought.priced().lines().forEach(line -> payable.put(line.id(), payable(line)));
    return payable;
  }

  /** The gifts that would not have been given; they were frozen in the order of being given. */
  private List<FrozenLine> lost(Sale all, Sale some) {
    Set<GiftChoice> given = some.given(all.gifts());
    List<FrozenLine> lost = new ArrayList<>();
    for (int i = 0; i < inputs.gifts().size(); i++) {
      if (i >= all.gifts().size() || !given.contains(choice(all.gifts().get(i)))) {
        lost.add(inputs.gifts().get(i));
      }
    }
    return lost;
  }

  private static GiftChoice choice(OfferedGift gift) {
    return gift.choose(gift.given());
  }

  private Sale sale(PricingInputs of) {
    PricingTerms terms = Replay.terms(of, host);
    PricingRequest request = Replay.request(of).withTaxTerms(of.taxTerms().withoutAnswer());
    LinePrices prices = new FrozenPrices(of, request);
    Goods goods = Goods.of(terms, of.charges(), prices);
    Discounts discounts = Discounts.of(terms, prices, goods);
    return new Sale(
        new CartSheet(terms, request, goods, discounts, List.of()).priced(),
        Gifts.offered(request, prices, discounts.gifts()));
  }

  /** What was free may cost something now: it was bought without a rate and is kept without one. */
  private PricingInputs with(List<FrozenLine> lines, List<Promotion> promotions) {
    return new PricingInputs(
        inputs.at(),
        inputs.currency(),
        inputs.conventions().with(Convention.MISSING_TAX_RATE, MissingTaxRate.NONE),
        inputs.occasion(),
        lines,
        inputs.gifts(),
        inputs.charges(),
        inputs.lanes(),
        promotions,
        inputs.coupons(),
        inputs.rates(),
        inputs.taxTerms());
  }

  private List<FrozenLine> some(List<FrozenLine> lines) {
    return lines.stream()
        .filter(line -> !kept(line).isZero())
        .map(line -> some(line, kept(line)))
        .toList();
  }

  private Quantity kept(FrozenLine line) {
    return kept.getOrDefault(line.id(), Quantity.ZERO);
  }

  private static FrozenLine some(FrozenLine line, Quantity quantity) {
    return new FrozenLine(
        line.id(),
        line.sku(),
        quantity,
        line.unitPrice(),
        line.kind(),
        line.source(),
        line.computedFrom(),
        line.lowered(),
        line.notes(),
        line.reduced(),
        line.taxCategory(),
        line.categories(),
        line.floor()
            .map(floor -> part(floor, quantity.toBigDecimal(), line.quantity().toBigDecimal())));
  }

  private Money payable(PricedLine line) {
    return inputs.taxTerms().answer().isEmpty()
        ? line.payable()
        : line.total().plus(inProportion(line, inputs.taxTerms().answer().get()));
  }

  /** The tax on top that a service outside has said for the line as it was sold. */
  private static Money inProportion(PricedLine line, ExternalTaxes answer) {
    Money none = Money.zero(line.total().currency());
    ExternalTaxes.@Nullable Item said = answer.items().get(line.id().value());
    if (said == null || said.amount().isZero()) {
      return none;
    }
    Money tax = none;
    for (TaxLine one : said.taxes()) {
      tax = one.included() ? tax : tax.plus(one.tax());
    }
    return part(
        tax, BigDecimal.valueOf(line.total().minor()), BigDecimal.valueOf(said.amount().minor()));
  }

  private static Money part(Money of, BigDecimal part, BigDecimal whole) {
    BigDecimal minor =
        BigDecimal.valueOf(of.minor()).multiply(part).divide(whole, 0, RoundingMode.HALF_UP);
    return Money.ofMinor(minor.longValueExact(), of.currency());
  }
}
