package io.omnicommerce.core.pricing;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Convention;
import io.omnicommerce.channel.Convention.CatalogPromotionBase;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.promotion.Basket;
import io.omnicommerce.core.promotion.ShelfPrice;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.price.PriceAnswer;
import io.omnicommerce.price.PriceList;
import io.omnicommerce.price.PriceOverride;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricingLine;
import io.omnicommerce.pricing.PricingRequest;
import io.omnicommerce.pricing.TaxTerms;
import io.omnicommerce.pricing.TraceStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The unit price of each line: what somebody set on it, else what was promised, else what a list
 * says for the quantity of the SKU over all lines.
 */
final class ListedPrices implements LinePrices {

  private final PricingFacts facts;
  private final Map<LineId, UnitPrice> locked;
  private final TaxTerms terms;
  private final Map<Sku, Asked> asked;

  /** A SKU with how much of it there is over all lines, and what its lists say when it is asked. */
  private static final class Asked {
    private Quantity quantity;
    private boolean isAnswered;
    private @Nullable PriceAnswer answer;
    private @Nullable ShelfPrice shown;

    Asked(Quantity quantity) {
      this.quantity = quantity;
    }
  }

  private ListedPrices(PricingFacts facts, PricingRequest request, Map<LineId, UnitPrice> locked) {
    this.facts = facts;
    this.locked = locked;
    terms = request.taxTerms();
    asked = new HashMap<>(request.lines().size() * 4 / 3 + 1);
    for (PricingLine line : request.lines()) {
      Asked known = asked.get(line.sku());
      if (known == null) {
        asked.put(line.sku(), new Asked(line.quantity()));
      } else {
        known.quantity = known.quantity.plus(line.quantity());
      }
    }
  }

  static ListedPrices of(
      PricingFacts facts, PricingRequest request, Map<LineId, UnitPrice> locked) {
    return new ListedPrices(facts, request, locked);
  }

  /** How much of a SKU there is over all lines. */
  Quantity quantity(Sku sku) {
    return asked(sku).quantity;
  }

  private Asked asked(Sku sku) {
    Asked known = asked.get(sku);
    if (known == null) {
      known = new Asked(Quantity.ZERO);
      asked.put(sku, known);
    }
    return known;
  }

  /** How much of each SKU of a priced cart there is, as its price was chosen; gifts with them. */
  Map<Sku, Quantity> quantities(PricedCart priced) {
    Map<Sku, Quantity> all = new HashMap<>();
    priced.lines().forEach(line -> all.put(line.sku(), quantity(line.sku())));
    return all;
  }

  /** What the catalog's promotions look at, of each SKU that a list gives a price. */
  List<Basket> shelves(List<PricingLine> lines) {
    List<Basket> shelves = new ArrayList<>();
    for (Sku sku : lines.stream().map(PricingLine::sku).distinct().toList()) {
      @Nullable PriceAnswer answer = answer(sku);
      if (answer != null) {
        shelves.add(shelf(answer));
      }
    }
    return shelves;
  }

  private Basket shelf(PriceAnswer answer) {
    CatalogEntry entry = Objects.requireNonNull(facts.entries().get(answer.sku()));
    return ShelfPrice.basket(
        facts.promotions().buyer(), answer.sku(), entry.categories(), base(answer));
  }

  boolean hasPrice(PricingLine line) {
    return line.override().isPresent()
        || locked.containsKey(line.id())
        || answer(line.sku()) != null;
  }

  @Override
  public boolean isSold(Sku sku) {
    @Nullable CatalogEntry entry = facts.entries().get(sku);
    return entry != null && entry.isSoldIn(facts.settings().channel().id()) && answer(sku) != null;
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
        ? listed(line, entry)
        : Chosen.byHand(promised, TraceStep.Kind.LOCKED_PRICE, "price_lock", entry);
  }

  @Override
  public Optional<Money> floor(PricingLine line) {
    Optional<UnitPrice> floor = facts.prices().floor(line.sku(), quantity(line.sku()));
    return floor.isEmpty()
        ? Optional.empty()
        : Optional.of(
            here(line.id(), floor.get(), entry(line)).times(line.quantity(), facts.rounding()));
  }

  private Chosen listed(PricingLine line, CatalogEntry entry) {
    PriceAnswer answer = Objects.requireNonNull(answer(line.sku()), "answer");
    ShelfPrice shown = shown(asked(line.sku()), answer, entry);
    return new Chosen(
        here(line.id(), shown.price(), entry),
        kind(answer.kind()),
        answer.list().value(),
        answer.source(),
        entry,
        shown.promotions(),
        answer.isReduced() || !shown.promotions().isEmpty());
  }

  private ShelfPrice shown(Asked of, PriceAnswer answer, CatalogEntry entry) {
    ShelfPrice shown = of.shown;
    if (shown == null) {
      shown = shelf(answer, entry);
      of.shown = shown;
    }
    return shown;
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

  private @Nullable PriceAnswer answer(Sku sku) {
    Asked of = asked(sku);
    if (!of.isAnswered) {
      of.answer = facts.prices().price(sku, of.quantity).orElse(null);
      of.isAnswered = true;
    }
    return of.answer;
  }
}
