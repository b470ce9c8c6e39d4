package io.omnicommerce.core.inventory;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Convention;
import io.omnicommerce.channel.Convention.NegativeOnHand;
import io.omnicommerce.channel.OverQuantity;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.core.catalog.CatalogDocuments;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.core.channel.ChannelDocuments;
import io.omnicommerce.core.channel.ChannelSettings;
import io.omnicommerce.inventory.Addable;
import io.omnicommerce.inventory.SellableStock;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Balance;
import io.omnicommerce.storage.Session;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that the context's channel may promise of some goods, as one reading shows it.
 *
 * @param sources from where
 * @param own what is given back in the same decision, by account
 */
record Promises(
    ChannelSettings settings,
    Entries entries,
    List<LocationId> sources,
    SaleTerms shelves,
    PromisedStock promised,
    Map<AccountId, Long> own) {

  static Promises read(Session session, Collection<Sku> skus) {
    ChannelSettings settings = ChannelDocuments.settings(session);
    Entries entries = CatalogDocuments.require(session, skus);
    Collection<CatalogEntry> goods = entries.bySku().values();
    List<LocationId> sources = settings.channel().sources();
    return new Promises(
        settings,
        entries,
        sources,
        SaleTerms.read(session, settings.channel(), goods, sources),
        PromisedStock.read(session, goods, sources),
        Map.of());
  }

  private Remaining remaining() {
    return new Remaining(shelves, own);
  }

  PlanRules rules() {
    return new PlanRules(
        entries, sources, settings.conventions(), remaining(), promised, this::available);
  }

  Quantity by(Sku sku, Instant by) {
    CatalogEntry entry = entries.of(sku);
    Remaining left = remaining();
    long units = Counts.sum(left.over(entry, sources), promised.expectedBy(sku, by));
    return Counts.quantity(Math.min(units, left.inAll(entry)), entry.unit().decimals());
  }

  Map<Sku, SellableStock> sellable() {
    Map<Sku, SellableStock> sellable = new LinkedHashMap<>();
    entries.bySku().forEach((sku, entry) -> sellable.put(sku, sellable(entry)));
    return sellable;
  }

  private SellableStock sellable(CatalogEntry entry) {
    long onHand = 0;
    long held = 0;
    for (LocationId source : sources) {
      @Nullable Balance shelf = shelves.books().get(StockAccounts.stock(entry.sku(), source));
      onHand += isCounted() ? onHand(entry, source) : Math.max(0, onHand(entry, source));
      held += shelf == null ? 0 : shelf.held();
    }
    for (AccountId account : promises(entry)) {
      held += promised.held(account);
    }
    int decimals = entry.unit().decimals();
    long available = available(entry);
    return new SellableStock(
        entry.sku(),
        Counts.quantity(onHand, decimals),
        Counts.quantity(held, decimals),
        Counts.quantity(available, decimals),
        Counts.quantity(missing(entry, available), decimals));
  }

  /** Of all places together: what one cannot give, another does not lack. */
  long available(CatalogEntry entry) {
    if (entry.isBundle()) {
      return remaining().over(entry, sources);
    }
    long left = 0;
    for (LocationId source : sources) {
      left = Counts.add(left, Math.max(least(entry, source), at(entry, source)));
    }
    return Math.min(left, remaining().inAll(entry));
  }

  /** What may still be promised on an account, with what is given back. */
  long left(AccountId account) {
    return Counts.add(promised.left(account), own(account));
  }

  private long own(AccountId account) {
    return own.getOrDefault(account, 0L);
  }

  /** How much more is promised than there is, where nothing can be had. */
  private long missing(CatalogEntry entry, long available) {
    if (available > 0 || entry.isBundle()) {
      return 0;
    }
    long left = 0;
    for (LocationId source : sources) {
      left = Counts.add(left, at(entry, source));
    }
    return Math.max(0, -Math.min(left, remaining().inAll(entry)));
  }

  /** What one place may promise: of its shelf, and of what comes there or may be backordered. */
  private long at(CatalogEntry entry, LocationId source) {
    long units = onShelf(entry, source);
    for (ExpectedStock delivery : promised.deliveries(entry.sku())) {
      if (delivery.location().equals(source)) {
        units = Counts.add(units, left(delivery.account()));
      }
    }
    AccountId backorder = TermAccounts.backorder(entry.sku(), source);
    return Counts.add(units, left(backorder));
  }

  /** What is kept back cannot be had, and nobody has to make it good. */
  private long onShelf(CatalogEntry entry, LocationId source) {
    @Nullable Balance shelf = shelves.books().get(StockAccounts.stock(entry.sku(), source));
    long back = own(StockAccounts.stock(entry.sku(), source));
    long unspoken = shelf == null ? 0 : shelf.posted() - shelf.held() + back;
    long here = Math.max(Math.min(0, unspoken), shelves.available(entry, source) + back);
    return isCounted() ? here : here - below(entry, source);
  }

  /** What a place takes from the others at the most. */
  private long least(CatalogEntry entry, LocationId source) {
    return isCounted() ? below(entry, source) : 0;
  }

  /** Whether a shelf may count less than nothing. */
  private boolean isCounted() {
    return settings.conventions().get(Convention.NEGATIVE_ON_HAND) == NegativeOnHand.COUNTED;
  }

  /** What a shelf has less than nothing. */
  private long below(CatalogEntry entry, LocationId source) {
    return Math.min(0, onHand(entry, source));
  }

  private long onHand(CatalogEntry entry, LocationId source) {
    @Nullable Balance shelf = shelves.books().get(StockAccounts.stock(entry.sku(), source));
    return shelf == null ? 0 : shelf.posted();
  }

  private List<AccountId> promises(CatalogEntry entry) {
    List<AccountId> accounts = new ArrayList<>();
    promised.deliveries(entry.sku()).forEach(delivery -> accounts.add(delivery.account()));
    sources.forEach(source -> accounts.add(TermAccounts.backorder(entry.sku(), source)));
    return accounts;
  }

  Addable addable(Sku sku, Quantity has, Quantity more) {
    CatalogEntry entry = entries.of(sku);
    Optional<Refusal> unfit = QuantityLimits.refusal(entry, has.plus(more));
    int decimals = entry.unit().decimals();
    long left = Math.max(0, available(entry) - has.toUnits(decimals));
    Quantity room = Counts.quantity(left, decimals);
    if (unfit.isEmpty() && more.compareTo(room) <= 0) {
      return new Addable(more, Optional.empty());
    }
    Refusal why = unfit.orElseGet(() -> outOfStock(sku, has.plus(more)));
    boolean cut = settings.conventions().overQuantity() == OverQuantity.CLAMP_AND_REPORT;
    Quantity max = entry.quantities().max();
    Quantity most = max.compareTo(has) <= 0 ? Quantity.ZERO : max.minus(has);
    return new Addable(
        cut ? QuantityLimits.fitting(entry, has, least(more, least(room, most))) : Quantity.ZERO,
        Optional.of(why));
  }

  private static Quantity least(Quantity first, Quantity second) {
    return first.compareTo(second) <= 0 ? first : second;
  }

  private Refusal outOfStock(Sku sku, Quantity asked) {
    SkuQuantity line = SkuQuantity.of(sku, asked);
    return rules().plan(List.of(line)).lines().get(0).refusal().orElseThrow();
  }
}
