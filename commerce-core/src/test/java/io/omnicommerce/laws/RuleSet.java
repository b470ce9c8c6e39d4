package io.omnicommerce.laws;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Channel;
import io.omnicommerce.channel.Market;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.price.PriceList;
import io.omnicommerce.price.PriceListId;
import io.omnicommerce.promotion.Coupon;
import io.omnicommerce.promotion.Lane;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.spi.BenefitRule;
import io.omnicommerce.promotion.spi.ConditionRule;
import io.omnicommerce.tax.TaxRate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything that makes a price, as data: what a host sells in one market, for what, and what it
 * takes off. The same objects that it saves in production.
 *
 * @param market the market and its conventions
 * @param channels all of the market
 * @param rates the taxes of the market's zone
 * @param catalog what is sold; purchases are made up of it
 * @param lists price lists, each before those that are computed from it
 * @param conditions rules of the host's own, by the names that promotions call them
 * @param benefits rules of the host's own, by the names that promotions call them
 */
public record RuleSet(
    Market market,
    List<Channel> channels,
    List<TaxRate> rates,
    List<CatalogEntry> catalog,
    List<PriceList> lists,
    List<PriceEntry> prices,
    List<DeliveryMethod> deliveries,
    List<Lane> lanes,
    List<Promotion> promotions,
    List<Coupon> coupons,
    Map<String, ConditionRule> conditions,
    Map<String, BenefitRule> benefits) {

  public RuleSet {
    channels = List.copyOf(channels);
    rates = List.copyOf(rates);
    catalog = List.copyOf(catalog);
    lists = List.copyOf(lists);
    prices = List.copyOf(prices);
    deliveries = List.copyOf(deliveries);
    lanes = List.copyOf(lanes);
    promotions = List.copyOf(promotions);
    coupons = List.copyOf(coupons);
    conditions = Map.copyOf(conditions);
    benefits = Map.copyOf(benefits);
  }

  /** A market and its channels, and nothing else yet. */
  public static RuleSet of(Market market, Channel... channels) {
    return new Builder(market, List.of(channels)).build();
  }

  /** A builder that begins with all that this rule set has. */
  public Builder toBuilder() {
    return new Builder(market, channels)
        .rates(rates)
        .catalog(catalog)
        .lists(lists)
        .prices(prices)
        .deliveries(deliveries)
        .lanes(lanes)
        .promotions(promotions)
        .coupons(coupons)
        .rules(conditions, benefits);
  }

  /** The same with these promotions and no others, and without the coupons of the others. */
  public RuleSet withPromotions(List<Promotion> with) {
    List<Coupon> left =
        coupons.stream()
            .filter(coupon -> with.stream().anyMatch(p -> p.id().equals(coupon.promotion())))
            .toList();
    return toBuilder().promotions(with).coupons(left).build();
  }

  /** The same with these prices and no others. */
  public RuleSet withPrices(List<PriceEntry> with) {
    return new RuleSet(
        market,
        channels,
        rates,
        catalog,
        lists,
        with,
        deliveries,
        lanes,
        promotions,
        coupons,
        conditions,
        benefits);
  }

  /** What a failed law shows. */
  @Override
  public String toString() {
    return "RuleSet["
        + market.conventions()
        + ", prices "
        + prices
        + ", lanes "
        + lanes
        + ", promotions "
        + promotions
        + ", rates "
        + rates
        + ']';
  }

  /** The parts of a rule set, each added to what is there. Not thread-safe. */
  public static final class Builder {

    private final Market market;
    private final List<Channel> channels;
    private final List<TaxRate> rates = new ArrayList<>();
    private final List<CatalogEntry> catalog = new ArrayList<>();
    private final List<PriceList> lists = new ArrayList<>();
    private final List<PriceEntry> prices = new ArrayList<>();
    private final List<DeliveryMethod> deliveries = new ArrayList<>();
    private final List<Lane> lanes = new ArrayList<>();
    private List<Promotion> promotions = List.of();
    private List<Coupon> coupons = List.of();
    private final Map<String, ConditionRule> conditions = new TreeMap<>();
    private final Map<String, BenefitRule> benefits = new TreeMap<>();

    private Builder(Market market, List<Channel> channels) {
      this.market = market;
      this.channels = channels;
    }

    public Builder rates(List<TaxRate> more) {
      rates.addAll(more);
      return this;
    }

    public Builder catalog(List<CatalogEntry> more) {
      catalog.addAll(more);
      return this;
    }

    public Builder lists(List<PriceList> more) {
      lists.addAll(more);
      return this;
    }

    public Builder prices(List<PriceEntry> more) {
      prices.addAll(more);
      return this;
    }

    /** Something that is sold, at a price of a list. */
    public Builder sells(PriceListId list, String sku, String price) {
      PriceList prices = list(list);
      Sku name = Sku.of(sku);
      return catalog(List.of(CatalogEntry.of(name, sku)))
          .prices(List.of(PriceEntry.of(list, name, UnitPrice.of(price, prices.currency()))));
    }

    private PriceList list(PriceListId id) {
      return lists.stream().filter(list -> list.id().equals(id)).findFirst().orElseThrow();
    }

    public Builder deliveries(List<DeliveryMethod> more) {
      deliveries.addAll(more);
      return this;
    }

    public Builder lanes(List<Lane> more) {
      lanes.addAll(more);
      return this;
    }

    /** These promotions and no others. */
    public Builder promotions(List<Promotion> these) {
      promotions = these;
      return this;
    }

    /** These promotions and no others. */
    public Builder promotions(Promotion... these) {
      return promotions(Arrays.asList(these));
    }

    /** These coupons and no others. */
    public Builder coupons(List<Coupon> these) {
      coupons = these;
      return this;
    }

    public Builder condition(String name, ConditionRule rule) {
      conditions.put(name, rule);
      return this;
    }

    public Builder benefit(String name, BenefitRule rule) {
      benefits.put(name, rule);
      return this;
    }

    Builder rules(Map<String, ConditionRule> asking, Map<String, BenefitRule> giving) {
      conditions.putAll(asking);
      benefits.putAll(giving);
      return this;
    }

    public RuleSet build() {
      return new RuleSet(
          market,
          channels,
          rates,
          catalog,
          lists,
          prices,
          deliveries,
          lanes,
          promotions,
          coupons,
          conditions,
          benefits);
    }
  }
}
