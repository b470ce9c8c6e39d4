package io.omnicommerce.examples.laws;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Channel;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.channel.Market;
import io.omnicommerce.channel.MarketId;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.price.PriceList;
import io.omnicommerce.price.PriceListId;
import io.omnicommerce.tax.TaxRate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the shop is: the same values that it saves when it opens. */
public final class CornerShop {

  public static final Currency GBP = Currency.getInstance("GBP");
  public static final PriceListId SHELF = PriceListId.of("shelf");

  private static final MarketId UK = MarketId.of("uk");

  private CornerShop() {}

  public static Market market() {
    CountryCode home = CountryCode.of("GB");
    return new Market(UK, "United Kingdom", Set.of(GBP), "uk", home, Conventions.STANDARD);
  }

  public static Channel till() {
    return new Channel(ChannelId.of("till"), "Till", Channel.Kind.STORE, UK, List.of());
  }

  public static PriceList shelf() {
    return PriceList.base(SHELF, GBP);
  }

  public static List<TaxRate> taxes() {
    return List.of(TaxRate.included("GB-STANDARD", "standard", "20"));
  }

  /** What each thing costs the shop: it is never to be sold for less. */
  public static Map<Sku, UnitPrice> costs() {
    return Map.of(
        Sku.of("TEA"), UnitPrice.of("2.40", GBP),
        Sku.of("MUG"), UnitPrice.of("5.00", GBP),
        Sku.of("POT"), UnitPrice.of("20.00", GBP));
  }
}
