package io.omnicommerce.core.promotion;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.CustomerId;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.delivery.DeliveryMethodId;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.PromotionId;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;

/**
 * What promotions look at, as columns: goods in the order of their line ids, deliveries in the
 * order of theirs. Nobody changes it once it is filled.
 */
public final class Basket {

  final Buyer buyer;
  final int lines;
  final Sku[] skus;
  final Set<String>[] categories;
  final UnitPrice[] prices;
  final Quantity[] quantities;

  final long[] amounts;

  // What most baskets have nothing of is made when a line has something of it.
  private long[] floors = {};
  private boolean[] discounted = {};
  private long[] grossUp = {};

  /** How many of the units in which amounts are counted make a minor unit. */
  final long finer;

  private BiPredicate<Sku, Quantity> givable = (any, quantity) -> true;

  final int deliveries;
  final DeliveryMethodId[] methods;
  final long[] fees;

  /**
   * What only rules of the host's own look at.
   *
   * @param attributes what the host knows of the call
   */
  public record Caller(Optional<CustomerId> customer, Map<String, String> attributes) {

    /** Somebody of whom nothing is known. */
    public static final Caller NOBODY = new Caller(Optional.empty(), Map.of());
  }

  /**
   * Who buys, where and when.
   *
   * @param budgets what is left of the budgets of promotions, in minor units
   */
  public record Buyer(
      ChannelId channel,
      Optional<LocationId> location,
      Set<String> groups,
      Optional<CountryCode> destination,
      Optional<String> paymentMethod,
      Set<DeliveryMethodId> deliveryMethods,
      Set<PromotionId> unlocked,
      Set<PromotionId> exhausted,
      Map<PromotionId, Long> budgets,
      long orders,
      Currency currency,
      Instant at,
      Caller caller) {

    /** Where no promotion has a budget, and nothing is known of who buys. */
    public Buyer(
        ChannelId channel,
        Optional<LocationId> location,
        Set<String> groups,
        Optional<CountryCode> destination,
        Optional<String> paymentMethod,
        Set<DeliveryMethodId> deliveryMethods,
        Set<PromotionId> unlocked,
        Set<PromotionId> exhausted,
        long orders,
        Currency currency,
        Instant at) {
      this(
          channel,
          location,
          groups,
          destination,
          paymentMethod,
          deliveryMethods,
          unlocked,
          exhausted,
          Map.of(),
          orders,
          currency,
          at,
          Caller.NOBODY);
    }

    /** The same, of whom is known what was used up and what is left. */
    public Buyer knowing(
        Set<PromotionId> usedUp, Map<PromotionId, Long> budgetsLeft, long pastOrders) {
      return new Buyer(
          channel,
          location,
          groups,
          destination,
          paymentMethod,
          deliveryMethods,
          unlocked,
          usedUp,
          budgetsLeft,
          pastOrders,
          currency,
          at,
          caller);
    }

    /** The same, choosing these deliveries and no others. */
    public Buyer choosing(Set<DeliveryMethodId> methods) {
      return new Buyer(
          channel,
          location,
          groups,
          destination,
          paymentMethod,
          methods,
          unlocked,
          exhausted,
          budgets,
          orders,
          currency,
          at,
          caller);
    }
  }

  /** An empty basket of so many lines and deliveries, to be filled. */
  public Basket(Buyer buyer, int lines, int deliveries) {
    this(buyer, lines, deliveries, 1);
  }

  /** As {@link #Basket(Buyer, int, int)}, with amounts finer than a minor unit. */
  @SuppressWarnings({"unchecked", "rawtypes"})
  public Basket(Buyer buyer, int lines, int deliveries, long finer) {
    this.buyer = buyer;
    this.finer = finer;
    this.lines = lines;
    this.deliveries = deliveries;
    skus = new Sku[lines];
    categories = new Set[lines];
    prices = new UnitPrice[lines];
    quantities = new Quantity[lines];
    amounts = new long[lines];
    methods = new DeliveryMethodId[deliveries];
    fees = new long[deliveries];
  }

  /** Fills in what a line is. */
  public void line(
      int line,
      Sku sku,
      Set<String> inCategories,
      UnitPrice price,
      Quantity quantity,
      long amount) {
    skus[line] = sku;
    categories[line] = inCategories;
    prices[line] = price;
    quantities[line] = quantity;
    amounts[line] = amount;
  }

  /** What one unit is in the quantity's smallest step: 1,000 where it is sold by the gram. */
  long one(int line) {
    return powerOfTen(quantities[line].scale());
  }

  /** Whole units of a line; what is sold by weight has as many as are complete. */
  long units(int line) {
    return quantities[line].unscaled() / one(line);
  }

  static long powerOfTen(int exponent) {
    long power = 1;
    for (int i = 0; i < exponent; i++) {
      power *= 10;
    }
    return power;
  }

  /** Which goods can be given as a present; all, unless it is said. */
  public void gifts(BiPredicate<Sku, Quantity> canGive) {
    givable = canGive;
  }

  /** Whether something of a gift's choice can be given. */
  boolean canGive(Benefit.Gift gift) {
    return gift.choice().stream().anyMatch(sku -> givable.test(sku, gift.quantity()));
  }

  /** The amount below which a line may not fall. */
  public void floor(int line, long amount) {
    floors = floors.length == 0 ? new long[lines] : floors;
    floors[line] = amount;
  }

  long floor(int line) {
    return floors.length == 0 ? 0 : floors[line];
  }

  /** The line's price is reduced already. */
  public void discounted(int line) {
    discounted = discounted.length == 0 ? new boolean[lines] : discounted;
    discounted[line] = true;
  }

  boolean isDiscounted(int line) {
    return discounted.length > 0 && discounted[line];
  }

  /** Fixed amounts are without a tax of so many percent that the line's price contains. */
  public void grossUp(int line, long percent) {
    grossUp = grossUp.length == 0 ? new long[lines] : grossUp;
    grossUp[line] = percent;
  }

  /** What a fixed amount is multiplied by, over {@link Fraction#PERCENT_ONE}, beyond one. */
  long grossUp(int line) {
    return grossUp.length == 0 ? 0 : grossUp[line];
  }

  /** What is left of the budget of a promotion, if it has one. */
  long budget(PromotionId promotion) {
    Long left = buyer.budgets().get(promotion);
    return left == null ? Long.MAX_VALUE : left;
  }

  /** Fills in a delivery. */
  public void delivery(int delivery, DeliveryMethodId method, long fee) {
    methods[delivery] = method;
    fees[delivery] = fee;
  }

  /** What all goods come to. */
  long total() {
    long total = 0;
    for (long amount : amounts) {
      total = Math.addExact(total, amount);
    }
    return total;
  }
}
