package io.omnicommerce.channel;

import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.money.CashRounding;
import io.omnicommerce.money.CurrencyConversion;
import io.omnicommerce.money.Proration;
import io.omnicommerce.money.Rounding;
import io.omnicommerce.money.ZeroWeights;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * A point on which careful commerce systems differ, as a named policy of a market with a default.
 * Each changes a cent or an outcome, so none is taken by accident: a market sets it as data, and
 * its name stands in the trace of a price.
 *
 * @param <V> its values: an enum or {@code Boolean}
 */
public final class Convention<V> {

  /** A name or value that no convention has. Facts: field, given. */
  public static final ErrorCode UNKNOWN = ErrorCode.of("market.unknown_convention");

  private static final List<Convention<?>> ALL = new ArrayList<>();

  /** What is rounded when a percentage does not come out even. */
  public enum DiscountRounding {
    /** What is taken off. The default. */
    DISCOUNT,
    /** What remains to be paid. */
    RESULT
  }

  /** On what a tax is rounded. */
  public enum TaxLevel {
    /** Each line. The default. */
    LINE,
    /** Each unit; a line's tax is that of one unit, times its quantity. */
    UNIT,
    /** Everything of one rate, once. */
    RATE_GROUP,
    /** Everything of one tax code, once. */
    DOCUMENT_PER_CODE
  }

  /** What is rounded when a tax is taken out of a price. */
  public enum IncludedTaxRounding {
    /** The tax. The default. */
    ROUND_TAX,
    /** What remains without it. */
    ROUND_NET
  }

  /** How a discount meets tax. */
  public enum DiscountTax {
    /** It lowers the line, and the line is taxed. The default. */
    BEFORE_TAX,
    /** It is a line of its own, with its own rounded tax. */
    SEPARATE_LINE
  }

  /** What a fixed discount on prices with included tax is taken from. */
  public enum DiscountBasis {
    /** The price, tax included. The default. */
    PRICE,
    /** The price without tax; the tax falls with it. */
    NET
  }

  /** What becomes of a price with included tax where another rate applies. */
  public enum IncludedPriceAbroad {
    /** It stays what it is. The default. */
    KEEP_GROSS,
    /** What it is without the home tax stays, and the other tax comes on. */
    KEEP_NET
  }

  /** What becomes of a price with included tax where none is due, for an exemption. */
  public enum IncludedPriceExempt {
    /** What {@code included_price_abroad} says. The default. */
    AS_ABROAD,
    /** It stays what it is, although no tax is in it. */
    KEEP_GROSS,
    /** The home tax is taken out of it. */
    KEEP_NET
  }

  /** Which taxes apply while nobody knows where the goods go. */
  public enum TaxWithoutAddress {
    /** Those of the market's country. The default. */
    DEFAULT_ZONE,
    /** None. */
    NONE
  }

  /**
   * What becomes of promotions when goods come back. What the market said when the goods were
   * bought counts.
   */
  public enum ReturnDiscount {
    /** What was paid for the goods that come back is given back. The default. */
    KEEP,
    /**
     * The goods that are kept are priced again, from what the order's prices were computed from, as
     * if nothing else had been bought; what was paid beyond that is given back. Never below zero,
     * never more than was paid for what has come back, and in the end exactly what was paid.
     */
    REQUALIFY
  }

  /**
   * Which payments give back first when goods come back. What was paid by gift card never goes
   * anywhere but to that card. What the market said when the goods were bought counts.
   */
  public enum RefundOrder {
    /** Those by gift card, and then the others, the last captured first. The default. */
    GIFT_CARD_FIRST,
    /** Those by gift card after all others. */
    GIFT_CARD_LAST
  }

  /** How delivery is taxed. */
  public enum ShippingTax {
    /** By the tax category of the method. The default. */
    OWN_CATEGORY,
    /** At the rates of the goods, in proportion to their amounts. */
    FROM_ITEMS
  }

  /** What becomes of something whose tax category has no rate where it goes. */
  public enum MissingTaxRate {
    /** It is not taxed. The default. */
    NONE,
    /** It cannot be bought: {@code tax.no_rate}. What is not taxed has a rate of 0 %. */
    PROBLEM
  }

  /** What becomes of a price if the tax service outside that is to be asked fails. */
  public enum TaxServiceFailure {
    /** There is none: {@code tax.service_failed}. The default. */
    REFUSE,
    /** The rates of the market count, and the trace says so. */
    OWN_RATES
  }

  /** How the promotions of a lane combine, if the lane does not say. */
  public enum Stacking {
    /** One after the other, each on what remains. The default. */
    SEQUENTIAL,
    /** Each on the list price. */
    ADDITIVE,
    /** A line takes part in one promotion only: those that together save most. */
    BEST_ONLY
  }

  /** Which priority runs first. */
  public enum PriorityOrder {
    /** The higher. The default. */
    DESC,
    /** The lower. */
    ASC
  }

  /** When an exclusive promotion is applied, alone. */
  public enum Exclusivity {
    /** Whenever it can be; of several the one that runs first. The default. */
    HIGHEST_PRIORITY_EXCLUSIVE_ONLY,
    /** If it saves more than all others together. */
    ONLY_IF_BETTER
  }

  /** Which amounts the conditions of a promotion look at. */
  public enum RuleBasis {
    /** Those after the promotions that ran before. The default. */
    RUNNING,
    /** Those before any promotion. */
    ORIGINAL
  }

  /** What a percentage off an item is taken from. */
  public enum ItemPercentBasis {
    /** What remains of its price. The default. */
    RUNNING,
    /** Its price before any promotion. */
    LIST
  }

  /** On what a percentage off an item is rounded. */
  public enum ItemPercentRounding {
    /** The line. The default. */
    LINE,
    /** One unit; the line takes it times its quantity. */
    UNIT
  }

  /** On what a percentage off the order is rounded. */
  public enum PercentRounding {
    /** Each line. The default. */
    PER_LINE,
    /** The order; the amount is then spread over the lines. */
    PER_ORDER
  }

  /** What some units of a line are worth once the line has been reduced. */
  public enum LimitedUnitsBasis {
    /** Their part of what remains of the line. The default. */
    PROPORTIONAL,
    /** Their price, less everything that was taken off the line. */
    UNITS_PRICE_MINUS_LINE_DISCOUNT
  }

  /** What becomes of the part of a spread discount that a line at its floor cannot take. */
  public enum PriceFloor {
    /** The others take it, in the same proportion. The default. */
    REDISTRIBUTE,
    /** Nobody takes it. */
    DROP
  }

  /** What a catalog promotion is taken from. */
  public enum CatalogPromotionBase {
    /** The price before any sale. The default. */
    ORIGINAL_PRICE,
    /** The price as it is, sales included. */
    CURRENT_PRICE
  }

  /** Which units are free when some are bought, if the promotion does not say. */
  public enum BxgySelection {
    /** The cheapest. The default. */
    CHEAPEST,
    /** The dearest. */
    MOST_EXPENSIVE
  }

  /** What is given for a set that is not complete. */
  public enum BxgyPartial {
    /** Nothing. The default. */
    COMPLETE_SETS_ONLY,
    /** As many of the free units as are there. */
    ALLOWED
  }

  /** How often a set counts, if the promotion does not say. */
  public enum BxgyRepeat {
    /** As often as there are sets. The default. */
    REPEAT,
    /** Once. */
    ONCE
  }

  /** Whether a unit may be bought, or given, for two promotions. */
  public enum BxgyUnitReuse {
    /** It counts for one. The default. */
    NONE,
    /** It may count for several. */
    ALLOWED
  }

  /** In which order units fill groups. */
  public enum GroupFill {
    /** In the order of line ids. The default. */
    LINE_ORDER,
    /** The dearest first. */
    BY_PRICE
  }

  /** Which orders count when a promotion asks for a customer's n-th. */
  public enum NthOrder {
    /** Those that were not cancelled. The default. */
    IGNORES_CANCELLED,
    /** All that were placed. */
    COUNTS_CANCELLED
  }

  /** Which of several prices counts. */
  public enum PriceSelection {
    /** The one with most conditions. The default. */
    MOST_SPECIFIC,
    /** The one of the list with the highest priority. */
    LIST_PRIORITY,
    /** The one for the customer group, then for the channel, then for the country. */
    GROUP_CHANNEL_COUNTRY,
    /** One with a window of time before one without. */
    DATED_FIRST,
    /** The lowest. */
    LOWEST
  }

  /** How sale and override lists stand to the others. */
  public enum PriceLists {
    /** A price of theirs that applies comes before any other. The default. */
    BEFORE_BASE,
    /** They compete with the others by the rule of selection. */
    ALONGSIDE
  }

  /** From which location goods are taken first. */
  public enum Allocation {
    /** In the order in which the channel prefers them. The default. */
    PRIORITY,
    /** Where most can be had. */
    HIGHEST_STOCK
  }

  /**
   * What becomes of a demand that can be met in part, in a plan and when an order is sourced again.
   * A cart and a checkout take a line whole or not at all.
   */
  public enum PartialAllocation {
    /** Nothing is taken. The default. */
    FORBID,
    /** What there is is taken. */
    ALLOW
  }

  /** Whether a line may come from several locations. */
  public enum LineSplit {
    /** It comes whole from one. The default. */
    FORBID,
    /** What one has not comes from others. */
    ALLOW
  }

  /** When goods are not on hand any more. */
  public enum DeductOn {
    /** When they leave. The default. */
    SHIPMENT,
    /** When they are paid. */
    PAYMENT
  }

  /** How far a count may take a shelf down. */
  public enum OnHandFloor {
    /** Down to nothing: a count is a fact. The default. */
    NONE,
    /** Down to what is spoken for: less is refused. */
    RESERVED
  }

  /** What a shelf with less than nothing takes from the others. */
  public enum NegativeOnHand {
    /** As much as it is below nothing. The default. */
    COUNTED,
    /** Nothing: it counts as empty. */
    AS_ZERO
  }

  /** What becomes of a release of more than is reserved. */
  public enum OverRelease {
    /** It is refused. The default. */
    REJECT,
    /** All that is reserved is released. */
    CLAMP
  }

  /** Whether goods may leave from elsewhere than where they were reserved. */
  public enum ShipLocation {
    /** They leave from there. The default. */
    AS_ALLOCATED,
    /** They may leave from anywhere that has them. */
    MAY_DIFFER_FROM_ALLOCATION
  }

  /** How amounts become payable; half up by default. */
  public static final Convention<Rounding> ROUNDING =
      of("rounding", Rounding.HALF_UP, Rounding.values());

  /** How the minor units left over by a split are given out. */
  public static final Convention<Proration> PRORATION =
      of("proration", Proration.LARGEST_REMAINDER, Proration.values());

  /** What becomes of a split when nothing weighs anything. */
  public static final Convention<ZeroWeights> ZERO_WEIGHTS =
      of("zero_weights", ZeroWeights.EVEN, ZeroWeights.values());

  /** What is rounded when a percentage does not come out even. */
  public static final Convention<DiscountRounding> DISCOUNT_ROUNDING =
      of("discount_rounding", DiscountRounding.DISCOUNT, DiscountRounding.values());

  /** How an exact amount becomes one that can be paid in coins. */
  public static final Convention<CashRounding> CASH_ROUNDING =
      of("cash_rounding", CashRounding.ONE_STEP, CashRounding.values());

  /** What is converted into another currency. */
  public static final Convention<CurrencyConversion> CURRENCY_CONVERSION =
      of("currency_conversion", CurrencyConversion.CONVERT_TOTAL, CurrencyConversion.values());

  /** On what a tax is rounded. */
  public static final Convention<TaxLevel> TAX_LEVEL =
      of("tax_level", TaxLevel.LINE, TaxLevel.values());

  /** What is rounded when a tax is taken out of a price. */
  public static final Convention<IncludedTaxRounding> INCLUDED_TAX_ROUNDING =
      of("included_tax_rounding", IncludedTaxRounding.ROUND_TAX, IncludedTaxRounding.values());

  /** How a discount meets tax. */
  public static final Convention<DiscountTax> DISCOUNT_TAX =
      of("discount_tax", DiscountTax.BEFORE_TAX, DiscountTax.values());

  /** What a fixed discount on prices with included tax is taken from. */
  public static final Convention<DiscountBasis> DISCOUNT_BASIS =
      of("discount_basis", DiscountBasis.PRICE, DiscountBasis.values());

  /** What becomes of a price with included tax where another rate applies. */
  public static final Convention<IncludedPriceAbroad> INCLUDED_PRICE_ABROAD =
      of("included_price_abroad", IncludedPriceAbroad.KEEP_GROSS, IncludedPriceAbroad.values());

  /** What becomes of a price with included tax where none is due, for an exemption. */
  public static final Convention<IncludedPriceExempt> INCLUDED_PRICE_EXEMPT =
      of("included_price_exempt", IncludedPriceExempt.AS_ABROAD, IncludedPriceExempt.values());

  /** Which taxes apply while nobody knows where the goods go. */
  public static final Convention<TaxWithoutAddress> TAX_WITHOUT_ADDRESS =
      of("tax_without_address", TaxWithoutAddress.DEFAULT_ZONE, TaxWithoutAddress.values());

  /** How delivery is taxed. */
  public static final Convention<ShippingTax> SHIPPING_TAX =
      of("shipping_tax", ShippingTax.OWN_CATEGORY, ShippingTax.values());

  /** What becomes of something whose tax category has no rate where it goes. */
  public static final Convention<MissingTaxRate> MISSING_TAX_RATE =
      of("missing_tax_rate", MissingTaxRate.NONE, MissingTaxRate.values());

  /** What becomes of a price if the tax service outside fails. */
  public static final Convention<TaxServiceFailure> TAX_SERVICE_FAILURE =
      of("tax_service_failure", TaxServiceFailure.REFUSE, TaxServiceFailure.values());

  /** How the promotions of a lane combine, if the lane does not say. */
  public static final Convention<Stacking> STACKING =
      of("stacking", Stacking.SEQUENTIAL, Stacking.values());

  /** Which priority runs first. */
  public static final Convention<PriorityOrder> PRIORITY_ORDER =
      of("priority_order", PriorityOrder.DESC, PriorityOrder.values());

  /** When an exclusive promotion is applied, alone. */
  public static final Convention<Exclusivity> EXCLUSIVE =
      of("exclusive", Exclusivity.HIGHEST_PRIORITY_EXCLUSIVE_ONLY, Exclusivity.values());

  /** Which amounts the conditions of a promotion look at. */
  public static final Convention<RuleBasis> RULE_BASIS =
      of("rule_basis", RuleBasis.RUNNING, RuleBasis.values());

  /** What a percentage off an item is taken from. */
  public static final Convention<ItemPercentBasis> ITEM_PERCENT_BASIS =
      of("item_percent_basis", ItemPercentBasis.RUNNING, ItemPercentBasis.values());

  /** On what a percentage off an item is rounded. */
  public static final Convention<ItemPercentRounding> ITEM_PERCENT_ROUNDING =
      of("item_percent_rounding", ItemPercentRounding.LINE, ItemPercentRounding.values());

  /** On what a percentage off the order is rounded. */
  public static final Convention<PercentRounding> PERCENT_ROUNDING =
      of("percent_rounding", PercentRounding.PER_LINE, PercentRounding.values());

  /** What some units of a line are worth once the line has been reduced. */
  public static final Convention<LimitedUnitsBasis> LIMITED_UNITS_BASIS =
      of("limited_units_basis", LimitedUnitsBasis.PROPORTIONAL, LimitedUnitsBasis.values());

  /** What becomes of the part of a spread discount that a line at its floor cannot take. */
  public static final Convention<PriceFloor> PRICE_FLOOR =
      of("price_floor", PriceFloor.REDISTRIBUTE, PriceFloor.values());

  /** What a catalog promotion is taken from. */
  public static final Convention<CatalogPromotionBase> CATALOG_PROMOTION_BASE =
      of(
          "catalog_promotion_base",
          CatalogPromotionBase.ORIGINAL_PRICE,
          CatalogPromotionBase.values());

  /** Which units are free when some are bought, if the promotion does not say. */
  public static final Convention<BxgySelection> BXGY_SELECTION =
      of("bxgy_selection", BxgySelection.CHEAPEST, BxgySelection.values());

  /** What is given for a set that is not complete. */
  public static final Convention<BxgyPartial> BXGY_PARTIAL =
      of("bxgy_partial", BxgyPartial.COMPLETE_SETS_ONLY, BxgyPartial.values());

  /** How often a set counts, if the promotion does not say. */
  public static final Convention<BxgyRepeat> BXGY_REPEAT =
      of("bxgy_repeat", BxgyRepeat.REPEAT, BxgyRepeat.values());

  /** Whether a unit may be bought, or given, for two promotions. */
  public static final Convention<BxgyUnitReuse> BXGY_UNIT_REUSE =
      of("bxgy_unit_reuse", BxgyUnitReuse.NONE, BxgyUnitReuse.values());

  /** In which order units fill groups. */
  public static final Convention<GroupFill> GROUP_FILL =
      of("group_fill", GroupFill.LINE_ORDER, GroupFill.values());

  /** Which orders count when a promotion asks for a customer's n-th. */
  public static final Convention<NthOrder> NTH_ORDER =
      of("nth_order", NthOrder.IGNORES_CANCELLED, NthOrder.values());

  /** Which of several prices counts. */
  public static final Convention<PriceSelection> PRICE_SELECTION =
      of("price_selection", PriceSelection.MOST_SPECIFIC, PriceSelection.values());

  /** How sale and override lists stand to the others. */
  public static final Convention<PriceLists> PRICE_LISTS =
      of("price_lists", PriceLists.BEFORE_BASE, PriceLists.values());

  /** Whether a promotion marked so keeps those that would run after it out. */
  public static final Convention<Boolean> STOP_RULE = of("stop_rule", true, List.of(true, false));

  /** Whether a cancelled order gives its coupon use back, if the coupon does not say. */
  public static final Convention<Boolean> CANCEL_RESTORES_USAGE =
      of("cancel_restores_usage", true, List.of(true, false));

  /** What becomes of promotions when goods come back. */
  public static final Convention<ReturnDiscount> RETURN_DISCOUNT =
      of("return_discount", ReturnDiscount.KEEP, ReturnDiscount.values());

  /** Whether gift cards are paid for by gift cards. */
  public static final Convention<Boolean> GIFT_CARD_FOR_GIFT_CARD =
      of("gift_card_for_gift_card", false, List.of(true, false));

  /** Which payments give back first when goods come back. */
  public static final Convention<RefundOrder> REFUND_ORDER =
      of("refund_order", RefundOrder.GIFT_CARD_FIRST, RefundOrder.values());

  /** Whether coupon codes differ by case. */
  public static final Convention<Boolean> COUPON_CASE_SENSITIVE =
      of("coupon_case_sensitive", false, List.of(true, false));

  /** What becomes of two carts. */
  public static final Convention<MergePolicy> MERGE =
      of("merge", MergePolicy.SUM, MergePolicy.values());

  /** When goods are not on hand any more. */
  public static final Convention<DeductOn> DEDUCT_ON =
      of("deduct_on", DeductOn.SHIPMENT, DeductOn.values());

  /** How far a count may take a shelf down. */
  public static final Convention<OnHandFloor> ON_HAND_FLOOR =
      of("on_hand_floor", OnHandFloor.NONE, OnHandFloor.values());

  /** What a shelf with less than nothing takes from the others. */
  public static final Convention<NegativeOnHand> NEGATIVE_ON_HAND =
      of("negative_on_hand", NegativeOnHand.COUNTED, NegativeOnHand.values());

  /** What becomes of a release of more than is reserved. */
  public static final Convention<OverRelease> OVER_RELEASE =
      of("over_release", OverRelease.REJECT, OverRelease.values());

  /** Whether goods may leave from elsewhere than where they were reserved. */
  public static final Convention<ShipLocation> SHIP_LOCATION =
      of("ship_location", ShipLocation.AS_ALLOCATED, ShipLocation.values());

  /** What happens when too much is asked for. */
  public static final Convention<OverQuantity> OVER_QUANTITY =
      of("over_quantity", OverQuantity.REJECT, OverQuantity.values());

  /** From which location goods are taken first. */
  public static final Convention<Allocation> ALLOCATION =
      of("allocation", Allocation.PRIORITY, Allocation.values());

  /** What becomes of a demand that can be met in part. */
  public static final Convention<PartialAllocation> PARTIAL_ALLOCATION =
      of("partial_allocation", PartialAllocation.FORBID, PartialAllocation.values());

  /** Whether a line may come from several locations. */
  public static final Convention<LineSplit> LINE_SPLIT =
      of("line_split", LineSplit.FORBID, LineSplit.values());

  private final String name;
  private final V standard;
  private final List<V> values;
  private final int index;

  private Convention(String name, V standard, List<V> values, int index) {
    this.name = name;
    this.standard = standard;
    this.values = values;
    this.index = index;
  }

  private static <E extends Enum<E>> Convention<E> of(String name, E standard, E[] values) {
    return of(name, standard, List.of(values));
  }

  private static <V> Convention<V> of(String name, V standard, List<V> values) {
    Convention<V> convention = new Convention<>(name, standard, values, ALL.size());
    ALL.add(convention);
    return convention;
  }

  /** Every convention there is. */
  public static List<Convention<?>> all() {
    return Collections.unmodifiableList(ALL);
  }

  /** The convention of this name. */
  public static Optional<Convention<?>> find(String name) {
    Objects.requireNonNull(name, "name");
    return ALL.stream().<Convention<?>>map(c -> c).filter(c -> c.name.equals(name)).findFirst();
  }

  /** Its name, as it stands in data and traces: {@code tax_level}. */
  public String name() {
    return name;
  }

  /** What counts if nobody says otherwise. */
  public V standard() {
    return standard;
  }

  /** All values it can have. */
  public List<V> values() {
    return values;
  }

  /** A value as it stands in data: {@code half_up}. */
  public String text(V value) {
    return Objects.requireNonNull(value, "value").toString().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads what {@link #text} writes, in any case.
   *
   * @throws InvalidInputException {@code market.unknown_convention}, naming the values there are
   */
  public V parse(String text) {
    Objects.requireNonNull(text, "text");
    return values.stream()
        .filter(value -> text(value).equals(text.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInputException(
                    UNKNOWN,
                    name,
                    text,
                    "must be one of " + values.stream().map(this::text).toList()));
  }

  int index() {
    return index;
  }

  @Override
  public String toString() {
    return name;
  }
}
