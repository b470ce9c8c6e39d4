package io.omnicommerce.core.pricing;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Convention;
import io.omnicommerce.channel.Convention.CatalogPromotionBase;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.price.Offer;
import io.omnicommerce.core.promotion.Basket;
import io.omnicommerce.core.promotion.ShelfPrice;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.price.PriceList;
import io.omnicommerce.price.PriceOverride;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PriceNote;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricingLine;
import io.omnicommerce.pricing.PricingRequest;
import io.omnicommerce.pricing.TaxTerms;
import io.omnicommerce.pricing.TraceStep;
import io.omnicommerce.promotion.PromotionId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The unit price of each line, looked up once: what somebody set on it, else what was promised,
 * else what a list says for the quantity of the SKU over all lines.
 */
final class ListedPrices implements LinePrices {

  private final PricingFacts facts;
  private final Map<LineId, Promised> locked;
  private final TaxTerms terms;
  private final List<PricingLine> lines;
  private final SkuQuantities quantities;
  private final @Nullable CatalogEntry[] entries;

  /** What a list says of each line. */
  private final @Nullable Offer[] offers;

  /** What the catalog shows of each SKU, at the first of its lines, if promotions change it. */
  private final @Nullable ShelfPrice[] shelves;

  private ListedPrices(PricingFacts facts, PricingRequest request, Map<LineId, Promised> locked) {
    this.facts = facts;
    this.locked = locked;
    terms = request.taxTerms();
    lines = Goods.sorted(request.lines(), PricingLine::id);
    quantities = new SkuQuantities(lines);
    entries = new CatalogEntry[lines.size()];
    offers = new Offer[lines.size()];
    shelves = new ShelfPrice[facts.promotions().catalog().isEmpty() ? 0 : lines.size()];
    for (int line = 0; line < offers.length; line++) {
      find(line, quantities.first(line), lines.get(line).sku());
    }
  }

  private void find(int line, int first, Sku sku) {
    boolean seen = first < line;
    entries[line] = seen ? entries[first] : facts.entries().get(sku);
    offers[line] = seen ? offers[first] : facts.prices().offer(sku, quantities.of(line));
  }

  static ListedPrices of(PricingFacts facts, PricingRequest request, Map<LineId, Promised> locked) {
    return new ListedPrices(facts, request, locked);
  }

  @Override
  public List<PricingLine> lines() {
    return lines;
  }

  /** How much of a SKU there is over all lines. */
  Quantity quantity(Sku sku) {
    return quantities.of(sku);
  }

  /** How much of each SKU of a priced cart there is, as its price was chosen; gifts with them. */
  Map<Sku, Quantity> quantities(PricedCart priced) {
    Map<Sku, Quantity> all = new HashMap<>();
    priced.lines().forEach(line -> all.put(line.sku(), quantity(line.sku())));
    return all;
  }

  /** What the catalog's promotions look at, of each SKU that a list gives a price. */
  List<Basket> shelves() {
    List<Basket> shelves = new ArrayList<>();
    for (int line = 0; line < offers.length; line++) {
      Offer offer = offers[line];
      if (offer != null && quantities.first(line) == line) {
        shelves.add(
            ShelfPrice.basket(
                facts.promotions().buyer(), asListed(offer, lines.get(line).sku(), entry(line))));
      }
    }
    return shelves;
  }

  /** Whether every line is known and has a price. */
  boolean areComplete() {
    for (int line = 0; line < offers.length; line++) {
      if (!isKnown(line) || !hasPrice(line)) {
        return false;
      }
    }
    return true;
  }

  boolean isKnown(int line) {
    return entries[line] != null;
  }

  boolean hasPrice(int line) {
    return offers[line] != null
        || lines.get(line).override().isPresent()
        || locked.containsKey(lines.get(line).id());
  }

  @Override
  public boolean isSold(Sku sku) {
    @Nullable CatalogEntry entry = facts.entries().get(sku);
    return entry != null
        && entry.isSoldIn(facts.settings().channel().id())
        && facts.prices().offer(sku, quantity(sku)) != null;
  }

  @Override
  public GiftStock giftStock() {
    return facts.giftStock();
  }

  @Override
  public Chosen of(int at) {
    PricingLine line = lines.get(at);
    CatalogEntry entry = entry(at);
    if (line.override().isPresent()) {
      PriceOverride override = line.override().get();
      return Chosen.byHand(
          override.price(), TraceStep.Kind.OVERRIDDEN_PRICE, override.reason(), entry);
    }
    @Nullable Promised promised = locked.get(line.id());
    return promised == null
        ? listed(at, line, entry, Objects.requireNonNull(offers[at], "offer"))
        : Chosen.promised(promised, entry);
  }

  @Override
  public Chosen ofGift(PricingLine gift) {
    CatalogEntry entry = entryOfGift(gift);
    Offer offer =
        Objects.requireNonNull(facts.prices().offer(gift.sku(), quantity(gift.sku())), "offer");
    return listed(gift, entry, offer, shelf(offer, gift.sku(), entry));
  }

  @Override
  public Optional<Money> floor(int at) {
    Offer offer = offers[at];
    PricingLine line = lines.get(at);
    return offer == null
        ? floor(line, entry(at), facts.prices().floor(line.sku(), quantities.of(at)))
        : floor(line, entry(at), offer.floor());
  }

  /** As {@link #floor}, of a line that a promotion adds. */
  Optional<Money> floorOfGift(PricingLine gift) {
    return floor(gift, entryOfGift(gift), facts.prices().floor(gift.sku(), quantity(gift.sku())));
  }

  private Optional<Money> floor(PricingLine line, CatalogEntry entry, Optional<UnitPrice> floor) {
    return floor.isEmpty()
        ? Optional.empty()
        : Optional.of(here(line.id(), floor.get(), entry).times(line.quantity(), facts.rounding()));
  }

  private Chosen listed(int at, PricingLine line, CatalogEntry entry, Offer offer) {
    return shelves.length == 0
        ? listed(line, entry, offer, offer.price(), List.of())
        : listed(line, entry, offer, shelf(quantities.first(at), offer, entry));
  }

  private Chosen listed(PricingLine line, CatalogEntry entry, Offer offer, ShelfPrice shelf) {
    return listed(line, entry, offer, shelf.price(), shelf.promotions());
  }

  private Chosen listed(
      PricingLine line,
      CatalogEntry entry,
      Offer offer,
      UnitPrice price,
      List<PromotionId> lowered) {
    UnitPrice here = here(line.id(), price, entry);
    boolean reduced = !lowered.isEmpty() || isReduced(offer, line.sku());
    boolean plain = !reduced && offer.source().isEmpty() && here.equals(price);
    return new Chosen(
        here,
        kind(offer.list().kind()),
        offer.list().id().value(),
        offer.source(),
        entry,
        lowered,
        plain ? List.of() : notes(line, entry, offer, price, reduced),
        reduced);
  }

  /** What is to be said of a price that is not just what a list says. */
  private List<PriceNote> notes(
      PricingLine line, CatalogEntry entry, Offer offer, UnitPrice price, boolean reduced) {
    List<PriceNote> notes = new ArrayList<>(1);
    if (offer.source().isPresent() && offer.floor().filter(offer.price()::equals).isPresent()) {
      notes.add(new PriceNote(TraceStep.Kind.RAISED_PRICE, offer.price()));
    }
    if (reduced) {
      UnitPrice former = here(line.id(), former(offer, line.sku()), entry);
      notes.add(new PriceNote(TraceStep.Kind.FORMER_PRICE, former));
    }
    if (!here(line.id(), price, entry).equals(price)) {
      notes.add(new PriceNote(TraceStep.Kind.HOME_PRICE, price));
    }
    return notes;
  }

  private UnitPrice former(Offer offer, Sku sku) {
    return isReduced(offer, sku)
        ? facts.prices().original(offer, sku, quantity(sku)).orElseThrow()
        : offer.price();
  }

  private boolean isReduced(Offer offer, Sku sku) {
    if (!offer.isSpecial()) {
      return false;
    }
    Optional<UnitPrice> original = facts.prices().original(offer, sku, quantity(sku));
    return original.isPresent() && offer.price().compareTo(original.get()) < 0;
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
    return facts.taxes().keepsNet()
        ? facts.taxes().priceHere(price, entry.taxCategory(), terms.exemption(id).isPresent())
        : price;
  }

  private CatalogEntry entry(int line) {
    return checked(entries[line], lines.get(line));
  }

  private CatalogEntry entryOfGift(PricingLine gift) {
    return checked(facts.entries().get(gift.sku()), gift);
  }

  private static CatalogEntry checked(@Nullable CatalogEntry entry, PricingLine line) {
    if (entry == null) {
      throw new IllegalStateException("The problems of " + line.id() + " were not looked at");
    }
    return entry;
  }

  private ShelfPrice shelf(int first, Offer offer, CatalogEntry entry) {
    ShelfPrice known = shelves[first];
    if (known == null) {
      known = shelf(offer, lines.get(first).sku(), entry);
      shelves[first] = known;
    }
    return known;
  }

  private ShelfPrice shelf(Offer offer, Sku sku, CatalogEntry entry) {
    ShelfPrice shown =
        ShelfPrice.of(
            facts.promotions().catalog(), facts.promotions().buyer(), asListed(offer, sku, entry));
    return shown.promotions().isEmpty() || shown.price().compareTo(offer.price()) >= 0
        ? new ShelfPrice(offer.price(), List.of())
        : shown;
  }

  private ShelfPrice.Listed asListed(Offer offer, Sku sku, CatalogEntry entry) {
    return new ShelfPrice.Listed(
        sku, entry.categories(), base(offer, sku), offer.floor(), isReduced(offer, sku));
  }

  /** What catalog promotions are taken from. */
  private UnitPrice base(Offer offer, Sku sku) {
    boolean original =
        facts.settings().conventions().get(Convention.CATALOG_PROMOTION_BASE)
            == CatalogPromotionBase.ORIGINAL_PRICE;
    return original ? former(offer, sku) : offer.price();
  }
}
