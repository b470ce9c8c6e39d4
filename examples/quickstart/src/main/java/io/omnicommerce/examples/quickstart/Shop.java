package io.omnicommerce.examples.quickstart;

import io.omnicommerce.Commerce;
import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Channel;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.channel.Location;
import io.omnicommerce.channel.Market;
import io.omnicommerce.channel.MarketId;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.TenantId;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.delivery.DeliveryMethodId;
import io.omnicommerce.delivery.LeadTime;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.price.PriceList;
import io.omnicommerce.price.PriceListId;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.ToLongFunction;

/** The shop of the files: one channel, one warehouse, prices in pounds without tax. */
final class Shop {

  static final Currency GBP = Currency.getInstance("GBP");
  static final LocationId WAREHOUSE = LocationId.of("DC");
  static final DeliveryMethodId DISPATCH = DeliveryMethodId.of("dispatch");

  private static final MarketId MARKET = MarketId.of("uk");
  private static final ChannelId WEB = ChannelId.of("web");
  private static final PriceListId BASE = PriceListId.of("base");

  private final Commerce commerce;
  private final CallContext setup;
  private final CallContext replay;

  Shop(Commerce commerce, TenantId tenant) {
    this.commerce = commerce;
    setup = CallContext.of(tenant, WEB, Staff.merchandiser());
    replay = setup.withActor(Staff.replayer());
  }

  Commerce commerce() {
    return commerce;
  }

  /** By whom documents are replayed. */
  CallContext context() {
    return replay;
  }

  /**
   * Imports catalog and prices and receives the opening stock.
   *
   * @param stock how much of every SKU; empty for what the files will take out
   */
  void open(Map<String, SkuFacts> skus, OptionalLong stock) {
    openChannel();
    Chunks.each(List.copyOf(skus.entrySet()), this::importGoods);
    if (stock.isPresent()) {
      receive("opening", skus, facts -> stock.getAsLong());
    } else {
      receive("opening-to-be-sold", skus, SkuFacts::sold);
      receive("opening-to-be-written-off", skus, SkuFacts::gone);
    }
  }

  private void openChannel() {
    commerce.channels().save(setup, market());
    commerce.channels().save(setup, Location.warehouse(WAREHOUSE, "Warehouse", ReplayClock.ZONE));
    commerce
        .channels()
        .save(setup, new Channel(WEB, "Web shop", Channel.Kind.WEB, MARKET, List.of(WAREHOUSE)));
    LeadTime days = new LeadTime(Duration.ofDays(1), Duration.ofDays(5));
    commerce
        .delivery()
        .save(setup, DeliveryMethod.ship(DISPATCH, "Dispatch", days, Money.zero(GBP)));
    commerce.prices().save(setup, PriceList.base(BASE, GBP));
  }

  // No tax zone is saved under this name: the files' prices are without tax.
  private static Market market() {
    return new Market(
        MARKET, "United Kingdom", Set.of(GBP), "none", CountryCode.of("GB"), Conventions.STANDARD);
  }

  private void importGoods(List<Map.Entry<String, SkuFacts>> goods) {
    commerce
        .catalog()
        .save(setup, goods.stream().map(one -> entry(one.getKey(), one.getValue())).toList());
    commerce
        .prices()
        .save(setup, goods.stream().map(one -> price(one.getKey(), one.getValue())).toList());
  }

  private static CatalogEntry entry(String code, SkuFacts facts) {
    return CatalogEntry.of(Sku.of(code), Titles.of(facts.title(), code));
  }

  private static PriceEntry price(String code, SkuFacts facts) {
    return PriceEntry.of(BASE, Sku.of(code), UnitPrice.of(facts.price(), GBP));
  }

  private void receive(String delivery, Map<String, SkuFacts> skus, ToLongFunction<SkuFacts> much) {
    List<SkuQuantity> lines =
        skus.entrySet().stream()
            .filter(one -> much.applyAsLong(one.getValue()) > 0)
            .map(one -> line(one.getKey(), much.applyAsLong(one.getValue())))
            .toList();
    int[] part = {0};
    Chunks.each(
        lines,
        some ->
            commerce
                .inventory()
                .receive(setup, IdempotencyKey.of(delivery + "-" + ++part[0]), WAREHOUSE, some));
  }

  private static SkuQuantity line(String code, long quantity) {
    return SkuQuantity.of(Sku.of(code), Quantity.of(quantity));
  }
}
