package io.omnicommerce.core.promotion;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Convention;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.PortContractException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.delivery.DeliveryMethodId;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.promotion.Amount;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.ItemFilter;
import io.omnicommerce.promotion.spi.Discounts;
import io.omnicommerce.promotion.spi.PromotionFacts;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.Set;

/**
 * A basket on its way through the promotions: what remains of each line and delivery, and who took
 * what. Used by one thread, once.
 */
final class Deal implements PromotionFacts, Discounts {

  final Basket basket;
  final Policies policies;
  final Tally tally;

  /** What remains of a line, and of a delivery. */
  final long[] left;

  final long[] feesLeft;

  /** Lines and deliveries of which another promotion of the same lane has taken its part. */
  boolean[] claimed = {};

  boolean[] claimedFees = {};

  /** Units that were bought or given for a promotion already; made when first asked for. */
  private long[] usedUnits = {};

  /** Whether percentages are taken from the list price in this lane. */
  boolean additive;

  /** The percentages off each line so far, and what they took, where percentages add up. */
  private long[] percents = {};

  private long[] percentsTook = {};

  private CompiledPromotion current = CompiledPromotion.NONE;

  Deal(Basket basket, Policies policies) {
    this.basket = basket;
    this.policies = policies;
    tally = new Tally();
    left = basket.amounts.clone();
    feesLeft = basket.fees.clone();
  }

  private Deal(Deal from) {
    basket = from.basket;
    policies = from.policies;
    tally = from.tally.copy();
    left = from.left.clone();
    feesLeft = from.feesLeft.clone();
    claimed = from.claimed.clone();
    claimedFees = from.claimedFees.clone();
    usedUnits = from.usedUnits.clone();
    additive = from.additive;
    percents = from.percents.clone();
    percentsTook = from.percentsTook.clone();
  }

  /** The same state, to try something out on. */
  Deal copy() {
    return new Deal(this);
  }

  /** Lets a promotion give its benefits; answers how much it took, gifts counted as one. */
  long give(CompiledPromotion promotion) {
    current = promotion;
    int before = tally.size();
    for (Giving giving : promotion.givings()) {
      giving.give(this);
    }
    cap(before);
    return tally.since(before);
  }

  // ---- lanes in which a line takes part in one promotion only

  void openClaims() {
    claimed = new boolean[basket.lines];
    claimedFees = new boolean[basket.deliveries];
  }

  void closeClaims() {
    claimed = new boolean[0];
    claimedFees = new boolean[0];
  }

  /** What a promotion took something of is its own. */
  void claim(CompiledPromotion promotion) {
    for (int i = tally.size() - 1; i >= 0 && tally.who(i) == promotion; i--) {
      int where = tally.where(i);
      if (Tally.isDelivery(where)) {
        claimedFees[-1 - where] = true;
      } else {
        claimed[where] = true;
      }
    }
  }

  /** What remains of lines and deliveries that nobody has claimed. */
  long free() {
    long free = 0;
    for (int line = 0; line < left.length; line++) {
      free = Math.addExact(free, claimed[line] ? 0 : room(line));
    }
    for (int delivery = 0; delivery < feesLeft.length; delivery++) {
      free = Math.addExact(free, claimedFees[delivery] ? 0 : feesLeft[delivery]);
    }
    return free;
  }

  void takeFor(CompiledPromotion promotion, int line, long amount) {
    current = promotion;
    takeMinor(line, amount);
  }

  /** Takes back what is beyond the most that a promotion may take of a cart. */
  private void cap(int before) {
    if (current.promotion().amountMax().isEmpty()) {
      return;
    }
    long max = amount(current.promotion().amountMax().get(), Long.MAX_VALUE);
    long took = tally.since(before);
    if (took > max) {
      tally.giveBack(this, before, took - max);
    }
  }

  // ---- which goods

  /** Whether a benefit of the present promotion may touch a line. */
  boolean includes(ItemFilter items, int line) {
    return left[line] > 0
        && !(claimed.length > 0 && claimed[line])
        && (current.promotion().discountedItems() || !basket.discounted[line])
        && meant(items, line);
  }

  private boolean meant(ItemFilter items, int line) {
    return items.isAll()
        || items.includes(basket.skus[line], basket.categories[line], basket.prices[line]);
  }

  boolean includesDelivery(Set<DeliveryMethodId> methods, int delivery) {
    return feesLeft[delivery] > 0
        && !(claimedFees.length > 0 && claimedFees[delivery])
        && (methods.isEmpty() || methods.contains(basket.methods[delivery]));
  }

  // ---- taking

  /** What a line can still give without falling below its floor. */
  long room(int line) {
    return Math.max(0, left[line] - basket.floors[line]);
  }

  long takeMinor(int line, long wanted) {
    long taken = Math.min(wanted, room(line));
    if (taken > 0) {
      left[line] -= taken;
      tally.add(current, line, taken);
    }
    return Math.max(0, taken);
  }

  long takeFee(int delivery, long wanted) {
    long taken = Math.min(wanted, feesLeft[delivery]);
    if (taken > 0) {
      feesLeft[delivery] -= taken;
      tally.add(current, Tally.delivery(delivery), taken);
    }
    return Math.max(0, taken);
  }

  void back(int where, long amount) {
    if (Tally.isDelivery(where)) {
      feesLeft[-1 - where] += amount;
    } else {
      left[where] += amount;
    }
  }

  /** Spreads an amount over lines in proportion to weights, none beyond its room. */
  long spreadMinor(long amount, long[] weights) {
    if (amount <= 0) {
      return 0;
    }
    long taken = 0;
    long[] shares = shares(Math.min(amount, sum(weights)), weights);
    for (int line = 0; line < shares.length; line++) {
      taken += takeMinor(line, grossed(line, shares[line]));
    }
    return taken;
  }

  /** As {@link #spreadMinor}, of an amount that is in prices as they are. */
  long spreadPlain(long amount, long[] weights) {
    if (amount <= 0) {
      return 0;
    }
    long taken = 0;
    long[] shares = shares(Math.min(amount, sum(weights)), weights);
    for (int line = 0; line < shares.length; line++) {
      taken += takeMinor(line, shares[line]);
    }
    return taken;
  }

  private long[] shares(long amount, long[] weights) {
    if (!policies.redistributes()) {
      return policies.apportion().split(amount, weights);
    }
    long[] caps = new long[weights.length];
    boolean bound = false;
    for (int line = 0; line < caps.length; line++) {
      caps[line] = weights[line] == 0 ? 0 : room(line);
      bound |= caps[line] < weights[line];
    }
    return bound
        ? policies.apportion().splitWithin(amount, weights, caps)
        : policies.apportion().split(amount, weights);
  }

  /** What remains of each line that is meant. */
  long[] weights(ItemFilter items) {
    long[] weights = new long[basket.lines];
    for (int line = 0; line < weights.length; line++) {
      weights[line] = includes(items, line) ? left[line] : 0;
    }
    return weights;
  }

  static long sum(long[] amounts) {
    long sum = 0;
    for (long amount : amounts) {
      sum = Math.addExact(sum, amount);
    }
    return sum;
  }

  /** A fixed amount as it comes off the price of a line. */
  long grossed(int line, long fixed) {
    long more = basket.grossUp[line];
    return more == 0
        ? fixed
        : policies.rounding().scale(fixed, Fraction.PERCENT_ONE + more, Fraction.PERCENT_ONE);
  }

  // ---- parts of a line

  /** A percentage off some units of a line. */
  void takePercent(int line, long percent, long units) {
    if (units >= basket.units[line]) {
      takeMinor(line, wholeLine(line, percent));
    } else {
      takeMinor(line, someUnits(line, percent, units));
    }
  }

  /** What a percentage off the order takes of a line. */
  long wanted(int line, long percent) {
    return additive ? addedUp(line, percent) : part(base(line), percent, 1, 1);
  }

  private long wholeLine(int line, long percent) {
    if (policies.itemPercentRounding() == Convention.ItemPercentRounding.UNIT
        && basket.quantities[line].isWhole()) {
      return someUnits(line, percent, basket.units[line]);
    }
    return wanted(line, percent);
  }

  /** Percentages that add up are rounded together, or three of 10 % would not be 30 %. */
  private long addedUp(int line, long percent) {
    if (percents.length == 0) {
      percents = new long[basket.lines];
      percentsTook = new long[basket.lines];
    }
    percents[line] = Math.min(Fraction.PERCENT_ONE, percents[line] + percent);
    long together = part(basket.amounts[line], percents[line], 1, 1);
    long taken = together - percentsTook[line];
    percentsTook[line] = together;
    return taken;
  }

  private long someUnits(int line, long percent, long units) {
    if (policies.itemPercentRounding() == Convention.ItemPercentRounding.UNIT) {
      return Math.multiplyExact(part(base(line), percent, 1, basket.units[line]), units);
    }
    return policies.limitedUnits() == Convention.LimitedUnitsBasis.PROPORTIONAL
        ? part(base(line), percent, units, basket.units[line])
        : part(worthOf(line, units), percent, 1, 1);
  }

  /** What a percentage is taken from. */
  long base(int line) {
    boolean list = additive || policies.itemPercentBasis() == Convention.ItemPercentBasis.LIST;
    return list ? basket.amounts[line] : left[line];
  }

  private long part(long amount, long percent, long units, long of) {
    if (policies.discountRounding() == Convention.DiscountRounding.DISCOUNT) {
      return Fraction.of(amount, units, of, percent, Fraction.PERCENT_ONE, policies.rounding());
    }
    long kept =
        Fraction.of(
            amount,
            units,
            of,
            Fraction.PERCENT_ONE - percent,
            Fraction.PERCENT_ONE,
            policies.rounding());
    return policies.rounding().scale(amount, units, of) - kept;
  }

  /** What a percentage of an amount is, rounded as the market rounds discounts. */
  long percentOf(long amount, long percent) {
    return part(amount, percent, 1, 1);
  }

  /** What some units of a line are worth at most. */
  long worthOf(int line, long units) {
    if (units >= basket.units[line]) {
      return left[line];
    }
    if (policies.limitedUnits() == Convention.LimitedUnitsBasis.UNITS_PRICE_MINUS_LINE_DISCOUNT) {
      long price = policies.rounding().scale(basket.amounts[line], units, basket.units[line]);
      return Math.max(0, price - (basket.amounts[line] - left[line]));
    }
    return policies.rounding().scale(left[line], units, basket.units[line]);
  }

  // ---- units that were used

  long unused(int line) {
    return basket.units[line] - (usedUnits.length == 0 ? 0 : usedUnits[line]);
  }

  void use(int line, long units) {
    if (usedUnits.length == 0) {
      usedUnits = new long[basket.lines];
    }
    usedUnits[line] += units;
  }

  // ---- amounts as data

  /** An amount here, or what is said if there is none. */
  long amount(Amount amount, long otherwise) {
    return amount
        .in(basket.buyer.channel(), basket.buyer.currency())
        .map(money -> Math.multiplyExact(money.minor(), basket.finer))
        .orElse(otherwise);
  }

  void addGift(Benefit.Gift gift) {
    tally.addGift(current, gift);
  }

  // ---- what conditions see

  @Override
  public ChannelId channel() {
    return basket.buyer.channel();
  }

  @Override
  public Optional<LocationId> location() {
    return basket.buyer.location();
  }

  @Override
  public Set<String> groups() {
    return basket.buyer.groups();
  }

  @Override
  public Optional<CountryCode> destination() {
    return basket.buyer.destination();
  }

  @Override
  public Optional<String> paymentMethod() {
    return basket.buyer.paymentMethod();
  }

  @Override
  public Set<DeliveryMethodId> deliveryMethods() {
    return basket.buyer.deliveryMethods();
  }

  @Override
  public long orders() {
    return basket.buyer.orders();
  }

  @Override
  public Currency currency() {
    return basket.buyer.currency();
  }

  @Override
  public Instant at() {
    return basket.buyer.at();
  }

  long subtotalMinor(ItemFilter items) {
    long[] amounts = policies.originalBasis() ? basket.amounts : left;
    long sum = 0;
    for (int line = 0; line < amounts.length; line++) {
      if (meant(items, line)) {
        sum = Math.addExact(sum, amounts[line]);
      }
    }
    return sum;
  }

  @Override
  public Money subtotal(ItemFilter items) {
    return Money.ofMinor(subtotalMinor(items), currency());
  }

  @Override
  public Quantity quantity(ItemFilter items) {
    Quantity sum = Quantity.ZERO;
    for (int line = 0; line < basket.lines; line++) {
      if (meant(items, line)) {
        sum = sum.isZero() ? basket.quantities[line] : sum.plus(basket.quantities[line]);
      }
    }
    return sum;
  }

  @Override
  public Quantity lineQuantity(ItemFilter items) {
    Quantity most = Quantity.ZERO;
    for (int line = 0; line < basket.lines; line++) {
      if (meant(items, line) && basket.quantities[line].compareTo(most) > 0) {
        most = basket.quantities[line];
      }
    }
    return most;
  }

  boolean contains(ItemFilter items) {
    for (int line = 0; line < basket.lines; line++) {
      if (meant(items, line)) {
        return true;
      }
    }
    return false;
  }

  // ---- what a host's benefit sees

  @Override
  public int lines() {
    return basket.lines;
  }

  @Override
  public Sku sku(int line) {
    return basket.skus[line];
  }

  @Override
  public Set<String> categories(int line) {
    return basket.categories[line];
  }

  @Override
  public UnitPrice unitPrice(int line) {
    return basket.prices[line];
  }

  @Override
  public Quantity quantity(int line) {
    return basket.quantities[line];
  }

  @Override
  public Money remaining(int line) {
    return Money.ofMinor(left[line], currency());
  }

  @Override
  public Money take(int line, Money amount) {
    return Money.ofMinor(
        includes(ItemFilter.ALL, line) ? takeMinor(line, minor(amount)) : 0, currency());
  }

  @Override
  public Money spread(Money amount, ItemFilter items) {
    return Money.ofMinor(spreadMinor(minor(amount), weights(items)), currency());
  }

  private long minor(Money amount) {
    if (!amount.currency().equals(currency()) || amount.isNegative()) {
      throw new PortContractException(
          "BenefitRule", "took " + amount + " of a cart in " + currency());
    }
    return amount.minor();
  }
}
