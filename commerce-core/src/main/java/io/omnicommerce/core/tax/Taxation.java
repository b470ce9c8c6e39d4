package io.omnicommerce.core.tax;

import io.omnicommerce.channel.Convention;
import io.omnicommerce.channel.Convention.DiscountTax;
import io.omnicommerce.channel.Convention.IncludedPriceAbroad;
import io.omnicommerce.channel.Convention.IncludedTaxRounding;
import io.omnicommerce.channel.Convention.MissingTaxRate;
import io.omnicommerce.channel.Convention.ShippingTax;
import io.omnicommerce.channel.Convention.TaxLevel;
import io.omnicommerce.channel.Convention.TaxWithoutAddress;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.channel.Market;
import io.omnicommerce.common.Destination;
import io.omnicommerce.money.ArithmeticOverflowException;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.Rounding;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.tax.TaxRate;
import io.omnicommerce.tax.TaxZone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The taxes of a sale: which rates apply where it goes and when, and how the market rounds. Made
 * once, asked for everything that is sold together. Immutable.
 */
public final class Taxation {

  private final TaxTable table;
  private final TaxTable home;
  private final boolean keepsNet;
  private final boolean keepsNetExempt;
  private final boolean wantsRates;
  private final @Nullable Home atHome;
  private final Rounding rounding;
  private final Level level;
  private final boolean discountsApart;
  private final boolean byGoods;

  /** By which rates prices are made; looked at only when that is asked. */
  private record Home(TaxZone zone, Destination place, Instant at) {}

  private Taxation(
      TaxTable table,
      TaxTable home,
      Conventions conventions,
      boolean wantsRates,
      @Nullable Home atHome) {
    this.table = table;
    this.home = home;
    this.wantsRates = wantsRates;
    this.atHome = atHome;
    keepsNet = keepsNet(conventions);
    keepsNetExempt = keepsNetExempt(conventions);
    rounding = conventions.rounding();
    level = level(conventions);
    discountsApart = discountsApart(conventions);
    byGoods = conventions.get(Convention.SHIPPING_TAX) == ShippingTax.FROM_ITEMS;
  }

  /**
   * @param destination where it goes, if that is known
   * @param at for which instant
   */
  public static Taxation of(
      TaxZone zone, Market market, Optional<Destination> destination, Instant at) {
    Conventions conventions = market.conventions();
    boolean unknown = isUntaxed(market, destination);
    boolean keepsNet = keepsNet(conventions) || keepsNetExempt(conventions);
    return new Taxation(
        unknown ? TaxTable.NONE : TaxTable.of(zone, destination.orElse(market.home()), at),
        keepsNet ? TaxTable.of(zone, market.home(), at) : TaxTable.NONE,
        conventions,
        !unknown && conventions.get(Convention.MISSING_TAX_RATE) == MissingTaxRate.PROBLEM,
        new Home(zone, market.home(), at));
  }

  /** By rates that are known to apply. */
  public static Taxation ofRates(Collection<TaxRate> rates, Conventions conventions) {
    return new Taxation(TaxTable.of(rates), TaxTable.NONE, conventions, false, null);
  }

  /** The rates that apply to some categories, as {@link #ofRates} takes them. */
  public List<TaxRate> rates(Collection<String> categories) {
    List<TaxRate> rates = new ArrayList<>();
    for (String category : new TreeSet<>(categories)) {
      rates.addAll(table.rates(category).all());
    }
    return rates;
  }

  /** Nobody knows where it goes, and there are no taxes then. */
  private static boolean isUntaxed(Market market, Optional<Destination> destination) {
    return destination.isEmpty()
        && market.conventions().get(Convention.TAX_WITHOUT_ADDRESS) == TaxWithoutAddress.NONE;
  }

  /** Whether some of the prices that the market has at home contain tax, by its rates. */
  public boolean pricesIncludeTax() {
    return atHome != null && TaxTable.includes(atHome.zone(), atHome.place(), atHome.at());
  }

  /**
   * The first of the things that should be taxed and that no rate is for, or -1: what costs nothing
   * and what is exempt needs none, nor does delivery that is taxed as the goods are.
   */
  public int firstWithoutRate(Taxables of) {
    if (!wantsRates) {
      return -1;
    }
    boolean asGoods = byGoods && TaxParts.hasGoods(of);
    for (int place = 0; place < of.size(); place++) {
      boolean taxed = !of.isExempt(place) && of.total(place) != 0;
      boolean follows = asGoods && of.kind(place) == Taxables.Kind.SHIPPING;
      if (taxed && !follows && table.rates(of.category(place)).count() == 0) {
        return place;
      }
    }
    return -1;
  }

  private static boolean keepsNet(Conventions conventions) {
    return conventions.get(Convention.INCLUDED_PRICE_ABROAD) == IncludedPriceAbroad.KEEP_NET;
  }

  private static boolean keepsNetExempt(Conventions conventions) {
    return switch (conventions.get(Convention.INCLUDED_PRICE_EXEMPT)) {
      case AS_ABROAD -> keepsNet(conventions);
      case KEEP_GROSS -> false;
      case KEEP_NET -> true;
    };
  }

  /** Where everything of a rate is rounded together, its discounts are as well. */
  private static boolean discountsApart(Conventions conventions) {
    TaxLevel level = conventions.get(Convention.TAX_LEVEL);
    return conventions.get(Convention.DISCOUNT_TAX) == DiscountTax.SEPARATE_LINE
        && (level == TaxLevel.LINE || level == TaxLevel.UNIT);
  }

  private static Level level(Conventions conventions) {
    boolean ofNet =
        conventions.get(Convention.INCLUDED_TAX_ROUNDING) == IncludedTaxRounding.ROUND_NET;
    TaxRounding rounding = new TaxRounding(conventions.rounding(), ofNet);
    TaxLevel level = conventions.get(Convention.TAX_LEVEL);
    return switch (level) {
      case LINE -> new LineLevel(rounding);
      case UNIT -> new UnitLevel(rounding);
      case RATE_GROUP -> GroupLevel.byRate(rounding);
      case DOCUMENT_PER_CODE -> GroupLevel.byCode(rounding);
    };
  }

  /**
   * The taxes of everything that is sold together, in its order. Of each rate the lines add up to
   * what the level rounds.
   *
   * @throws ArithmeticOverflowException if an amount cannot be held
   */
  public Taxes taxes(Taxables of) {
    TaxParts parts = TaxParts.of(table, discountsApart, byGoods, of);
    return new RatedTaxes(parts, of.currency(), level.taxes(parts));
  }

  /** Whether a price of the home market can be another where this goes. */
  public boolean keepsNet() {
    return keepsNet || keepsNetExempt;
  }

  /**
   * What a price of the home market is where this goes: the same, or the net of it with the taxes
   * that are included here.
   */
  public UnitPrice priceHere(UnitPrice price, String category, boolean exempt) {
    long from = home.rates(category).gross();
    long to = grossHere(category, exempt);
    if (!keepsNet(exempt) || from == to) {
      return price;
    }
    int scale = Math.max(price.scale(), price.currency().getDefaultFractionDigits());
    long fine = TaxRounding.times(price.units(), powerOfTen(scale - price.scale()));
    return new UnitPrice(rounding.scale(fine, to, from), scale, price.currency());
  }

  /** The same of an amount, such as the price of a delivery. */
  public Money amountHere(Money amount, String category, boolean exempt) {
    long from = home.rates(category).gross();
    long to = grossHere(category, exempt);
    return !keepsNet(exempt) || from == to ? amount : amount.times(to, from, rounding);
  }

  private boolean keepsNet(boolean exempt) {
    return exempt ? keepsNetExempt : keepsNet;
  }

  private long grossHere(String category, boolean exempt) {
    return exempt ? CategoryRates.WHOLE : table.rates(category).gross();
  }

  private static long powerOfTen(int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= 10;
    }
    return power;
  }

  /** How many millionths of a net price the taxes are that prices of a category include here. */
  public long includedParts(String category) {
    return table.rates(category).gross() - CategoryRates.WHOLE;
  }
}
