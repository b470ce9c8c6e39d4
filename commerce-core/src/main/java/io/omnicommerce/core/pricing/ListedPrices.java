package io.omnicommerce.core.pricing;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Convention;
import io.omnicommerce.channel.Convention.CatalogPromotionBase;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.promotion.ShelfPrice;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.price.PriceAnswer;
import io.omnicommerce.price.PriceList;
import io.omnicommerce.price.PriceOverride;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricingLine;
import io.omnicommerce.pricing.PricingRequest;
import io.omnicommerce.pricing.TaxTerms;
import io.omnicommerce.pricing.TraceStep;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The unit price of each line: what somebody set on it, else what was promised, else what a list
 * says for the quantity of the SKU over all lines.
 */
final class ListedPrices implements LinePrices {

  private final PricingFacts facts;
  private final Map<LineId, UnitPrice> locked;
  private final Map<Sku, Quantity> quantities;
  private final TaxTerms terms;
  private final Map<Sku, Optional<PriceAnswer>> answers = new HashMap<>();
  private final Map<Sku, ShelfPrice> shelf = new HashMap<>();

  private ListedPrices(
      PricingFacts facts,
      Map<LineId, UnitPrice> locked,
      Map<Sku, Quantity> quantities,
      TaxTerms terms) {
    this.terms = terms;
    this.facts = facts;
    this.locked = locked;
    this.quantities = quantities;
  }

  static ListedPrices of(
      PricingFacts facts, PricingRequest request, Map<LineId, UnitPrice> locked) {
    Map<Sku, Quantity> quantities = new HashMap<>();
    request.lines().forEach(line -> quantities.merge(line.sku(), line.quantity(), Quantity::plus));
    return new ListedPrices(facts, locked, quantities, request.taxTerms());
  }

  /** How much of a SKU there is over all lines. */
  Quantity quantity(Sku sku) {
    return quantities.getOrDefault(sku, Quantity.ZERO);
  }

  boolean hasPrice(PricingLine line) {
    return line.override().isPresent()
        || locked.containsKey(line.id())
        || answer(line.sku()).isPresent();
  }

  @Override
  public boolean isSold(Sku sku) {
    @Nullable CatalogEntry entry = facts.entries().get(sku);
    return entry != null
        && entry.isSoldIn(facts.settings().channel().id())
        && answer(sku).isPresent();
  }

  @Override
  public Chosen of(PricingLine line) {
    CatalogEntry entry = entry(line);
    if (line.override().isPresent()) {
      PriceOverride override = line.override().get();
      return Chosen.byHand(
          override.price(), TraceStep.Kind.OVERRIDDEN_PRICE, override.reason(), entry);
    }
    @Nullable UnitPrice promised = locked.get(line.id());
    return promised == null
        ? listed(line.id(), answer(line.sku()).orElseThrow(), entry)
        : Chosen.byHand(promised, TraceStep.Kind.LOCKED_PRICE, "price_lock", entry);
  }

  @Override
  public Optional<Money> floor(PricingLine line) {
    return facts
        .prices()
        .floor(line.sku(), quantity(line.sku()))
        .map(floor -> here(line.id(), floor, entry(line)).times(line.quantity(), facts.rounding()));
  }

  private Chosen listed(LineId id, PriceAnswer answer, CatalogEntry entry) {
    ShelfPrice shown = shelf.computeIfAbsent(answer.sku(), sku -> shelf(answer, entry));
    return new Chosen(
        here(id, shown.price(), entry),
        kind(answer.kind()),
        answer.list().value(),
        answer.source(),
        entry,
        shown.promotions(),
        answer.isReduced() || !shown.promotions().isEmpty());
  }

  private static TraceStep.Kind kind(PriceList.Kind kind) {
    return switch (kind) {
      case SALE -> TraceStep.Kind.SALE_PRICE;
      case OVERRIDE -> TraceStep.Kind.SPECIAL_PRICE;
      case BASE, COST -> TraceStep.Kind.LIST_PRICE;
    };
  }

  /** A price of the home market as it is where the line goes. */
  private UnitPrice here(LineId id, UnitPrice price, CatalogEntry entry) {
    return facts.taxes().priceHere(price, entry.taxCategory(), terms.exemption(id).isPresent());
  }

  private CatalogEntry entry(PricingLine line) {
    @Nullable CatalogEntry entry = facts.entries().get(line.sku());
    if (entry == null) {
      throw new IllegalStateException("The problems of " + line.id() + " were not looked at");
    }
    return entry;
  }

  private ShelfPrice shelf(PriceAnswer answer, CatalogEntry entry) {
    ShelfPrice shown =
        ShelfPrice.of(
            facts.promotions().catalog(),
            facts.promotions().buyer(),
            answer.sku(),
            entry.categories(),
            base(answer));
    return shown.promotions().isEmpty() || shown.price().compareTo(answer.price()) >= 0
        ? new ShelfPrice(answer.price(), List.of())
        : shown;
  }

  /** What catalog promotions are taken from. */
  private UnitPrice base(PriceAnswer answer) {
    boolean original =
        facts.settings().conventions().get(Convention.CATALOG_PROMOTION_BASE)
            == CatalogPromotionBase.ORIGINAL_PRICE;
    return original && answer.isReduced() ? answer.original().orElseThrow() : answer.price();
  }

  private Optional<PriceAnswer> answer(Sku sku) {
    return answers.computeIfAbsent(sku, asked -> facts.prices().price(asked, quantity(asked)));
  }
}
