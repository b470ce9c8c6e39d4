package io.omnicommerce.inventory;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Permission;
import io.omnicommerce.common.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Keeps count of goods. Every command is all or nothing and carries a key or id of the caller's
 * making: a repeat changes nothing and answers as the first time. Thread-safe; correct under any
 * number of processes.
 *
 * <p>The carts and orders of the library reserve, allocate and ship by themselves; the reservations
 * here are for a host's own needs.
 */
public interface InventoryService {

  /** To receive, adjust, restock, and to see stock location by location. */
  Permission MANAGE = Permission.of("inventory.manage");

  /** To reserve outside of a cart, and to end such reservations. */
  Permission RESERVE = Permission.of("inventory.reserve");

  /** There is not enough that may be sold. Facts: sku, location, wanted, available. */
  ErrorCode OUT_OF_STOCK = ErrorCode.of("inventory.out_of_stock");

  /** There is no such reservation for this caller. */
  ErrorCode RESERVATION_NOT_FOUND = ErrorCode.of("inventory.reservation_not_found");

  /** The reservation's time is over. */
  ErrorCode RESERVATION_EXPIRED = ErrorCode.of("inventory.reservation_expired");

  /** The reservation has ended in another way. Facts: state. */
  ErrorCode RESERVATION_ENDED = ErrorCode.of("inventory.reservation_ended");

  /** Fewer are reserved there than asked for. Facts: sku, location, asked, reserved. */
  ErrorCode NOT_RESERVED = ErrorCode.of("inventory.not_reserved");

  /** A count may not fall below what is spoken for. Facts: sku, location, counted, reserved. */
  ErrorCode BELOW_RESERVED = ErrorCode.of("inventory.below_reserved");

  /** Too much would be reserved, moved or asked at once. Facts: limit, max. */
  ErrorCode LIMIT_EXCEEDED = ErrorCode.of("inventory.limit_exceeded");

  /** The longest life of a reservation. */
  Duration RESERVATION_LIFE_MAX = Duration.ofDays(30);

  /**
   * How many reservations that may still expire one customer or guest may have at a time, over
   * carts and reservations of a host; staff and programs may have any number.
   */
  int RESERVATIONS_MAX = 20;

  /** How long from its first extension on a reservation may be kept alive by extending it. */
  Duration EXTENSIONS_MAX = Duration.ofDays(30);

  /**
   * The most of one SKU that a receipt, count or release may leave at a location, in the smallest
   * unit in which it is counted. Sums over locations that are more than any quantity show as the
   * largest quantity that is not more.
   */
  long SHELF_MAX = Quantity.UNSCALED_MAX;

  /** The most lines one call may have. */
  int LINES_MAX = 2_000;

  /**
   * Books goods in that have arrived. What those wait for whose reservations are confirmed is set
   * aside for them first. Goods of a delivery that was told of by {@link
   * AvailabilityService#expect} are received under its name, or they count as there and as coming.
   *
   * @param key the caller's name for the delivery: a delivery note's number. It names one delivery
   *     of the tenant, whoever calls and wherever it arrives
   * @throws io.omnicommerce.common.IdempotencyMismatchException if the key was used for other lines
   *     or another location
   * @throws io.omnicommerce.common.LimitExceededException {@code inventory.limit_exceeded} beyond
   *     {@link #LINES_MAX} or {@link #SHELF_MAX}
   */
  void receive(
      CallContext context, IdempotencyKey key, LocationId location, List<SkuQuantity> lines);

  /**
   * As {@link #receive(CallContext, IdempotencyKey, LocationId, List)}, of a delivery that was told
   * of by {@link AvailabilityService#expect}, at the location where it is expected. In the same
   * decision what may be promised of the delivery falls by what has arrived of each SKU, so that
   * nothing is counted both as there and as coming; a SKU of which nothing may be promised any more
   * leaves the delivery. What was promised of it before stays promised, and goods that arrive go to
   * who waits first. Goods that nobody expected with it are received as well.
   *
   * @param delivery which one; more may come of it
   * @param lines what has arrived of it
   * @throws io.omnicommerce.common.NotFoundException {@code inventory.unknown_inbound}
   * @throws io.omnicommerce.common.IdempotencyMismatchException if the key was used for other
   *     lines, or for a receipt that was not of this delivery
   */
  void receive(
      CallContext context, IdempotencyKey key, InboundId delivery, List<SkuQuantity> lines);

  /**
   * As {@link #receive(CallContext, IdempotencyKey, InboundId, List)}, of the last that comes of
   * it: nothing of the delivery may be promised any more, whatever is missing.
   */
  void receiveLast(
      CallContext context, IdempotencyKey key, InboundId delivery, List<SkuQuantity> lines);

  /**
   * Books what was found or is gone. A fact: what is gone may leave a location oversold.
   *
   * @param key the caller's name for the count, one of the tenant as with {@link #receive}
   * @throws io.omnicommerce.common.IdempotencyMismatchException if the key was used for other
   *     lines, another location or another reason
   */
  void adjust(
      CallContext context,
      IdempotencyKey key,
      LocationId location,
      List<StockAdjustment> lines,
      StockReason reason);

  /**
   * Books that kits were packed: their parts are gone from the shelves of a location, and the kits
   * lie there under a SKU of their own. A bundle that is put together when it is sold needs no
   * kits.
   *
   * @param key the caller's name for it, one of the tenant as with {@link #receive}
   * @param kits how many of which SKU, which is no bundle
   * @param parts all that went into them
   * @throws io.omnicommerce.common.RefusedException {@code inventory.out_of_stock} if fewer parts
   *     are available there; {@code catalog.invalid_bundle} for a bundle
   */
  void kit(
      CallContext context,
      IdempotencyKey key,
      LocationId location,
      SkuQuantity kits,
      List<SkuQuantity> parts);

  /** As {@link #kit}, the other way round: kits were taken apart. */
  void unkit(
      CallContext context,
      IdempotencyKey key,
      LocationId location,
      SkuQuantity kits,
      List<SkuQuantity> parts);

  /**
   * Books what was counted: so much lies on these shelves, spoken for or not. What differs from
   * what was known is found or gone. What is reserved or leaves while the goods are counted stays
   * so.
   *
   * @param key the caller's name for the count, one of the tenant as with {@link #receive}
   * @throws io.omnicommerce.common.RefusedException {@code inventory.below_reserved} if fewer were
   *     counted than are spoken for and the market's convention {@code on_hand_floor} is reserved
   * @throws io.omnicommerce.common.IdempotencyMismatchException if the key was used for other
   *     figures, another location or another reason
   */
  void count(
      CallContext context,
      IdempotencyKey key,
      LocationId location,
      List<SkuQuantity> counted,
      StockReason reason);

  /**
   * Gives goods that have arrived to those who were promised them, first come, first served, and
   * puts the rest on the shelf. {@link #receive} does so by itself; run it again if that was
   * interrupted, or when promises were confirmed after the goods had come.
   *
   * @return how many promises got goods
   */
  int fillBacklog(CallContext context, LocationId location, Collection<Sku> skus);

  /**
   * Books goods over from one bucket of a location into another, no more than are there. What
   * leaves the sellable ones is a fact, whoever it is spoken for, and may leave the location
   * oversold.
   *
   * @param key the caller's name for it, one of the tenant as with {@link #receive}
   * @param from not {@link StockBucket#SCRAPPED}, and not {@code to}
   * @throws io.omnicommerce.common.RefusedException {@code inventory.out_of_stock} if fewer are
   *     there
   * @throws io.omnicommerce.common.IdempotencyMismatchException if the key was used for anything
   *     else
   * @throws io.omnicommerce.common.LimitExceededException {@code inventory.limit_exceeded} beyond
   *     {@link #LINES_MAX} or {@link #SHELF_MAX}
   */
  void move(
      CallContext context,
      IdempotencyKey key,
      LocationId location,
      List<SkuQuantity> lines,
      StockBucket from,
      StockBucket to,
      StockReason reason);

  /**
   * Sets how much of a SKU is kept back at a location; never refused, but may leave the location
   * oversold.
   */
  void keepBack(CallContext context, LocationId location, Sku sku, Quantity safetyStock);

  /**
   * Moves goods out of quarantine, back to what can be sold or out of the house.
   *
   * @param key the caller's name for the decision, one of the tenant as with {@link #receive}
   * @throws io.omnicommerce.common.RefusedException {@code inventory.out_of_stock} if fewer are in
   *     quarantine there
   * @throws io.omnicommerce.common.IdempotencyMismatchException if the key was used for other
   *     lines, another location or another disposition
   */
  void release(
      CallContext context,
      IdempotencyKey key,
      LocationId location,
      List<SkuQuantity> lines,
      Disposition disposition);

  /**
   * The stock of some SKUs at a location; a SKU that never was there has zeros. In one round trip.
   *
   * @throws io.omnicommerce.common.RefusedException {@code catalog.unknown_sku} if one of them is
   *     not in the catalog
   */
  Map<Sku, StockLevel> levels(CallContext context, LocationId location, Collection<Sku> skus);

  /**
   * What the context's channel may sell now, over all locations it draws on; asked by anybody. In
   * one round trip. What a host's sourcing makes of it, by where an order goes or how busy a place
   * is, a cart's view and {@link io.omnicommerce.delivery.DeliveryService#promise} say.
   *
   * @throws io.omnicommerce.common.RefusedException {@code catalog.unknown_sku} if one of them is
   *     not in the catalog
   */
  Map<Sku, Quantity> availableToSell(CallContext context, Collection<Sku> skus);

  /**
   * What may be sold now at each of the channel's locations, the channel's preferred ones first.
   */
  Map<LocationId, Quantity> availableByLocation(CallContext context, Sku sku);

  /**
   * Reserves stock, all or nothing. Repeated with the same id, lines and life, it answers with the
   * end that the reservation has.
   *
   * @param life how long until it may expire, at most {@link #RESERVATION_LIFE_MAX}
   * @throws io.omnicommerce.common.IdempotencyMismatchException if the id was used for other lines,
   *     or with another life
   * @throws io.omnicommerce.common.RefusedException on a repeat, {@code
   *     inventory.reservation_expired} or {@code inventory.reservation_ended} if the reservation is
   *     over
   */
  ReservationOutcome reserve(
      CallContext context, ReservationId id, List<StockDemand> lines, Duration life);

  /**
   * Lets a reservation live so long from now, if that is longer than it would.
   *
   * @param life at most {@link #RESERVATION_LIFE_MAX}, and no longer than {@link #EXTENSIONS_MAX}
   *     from the first extension on
   * @return when it may expire
   * @throws io.omnicommerce.common.LimitExceededException {@code inventory.limit_exceeded} beyond
   *     {@link #EXTENSIONS_MAX}
   * @throws io.omnicommerce.common.RefusedException {@code inventory.reservation_expired} or {@code
   *     inventory.reservation_ended}
   */
  Instant extend(CallContext context, ReservationId id, Duration life);

  /**
   * Turns a reservation into an allocation that does not expire.
   *
   * @throws io.omnicommerce.common.RefusedException {@code inventory.reservation_expired} or {@code
   *     inventory.reservation_ended}
   */
  void confirm(CallContext context, ReservationId id);

  /** Gives back what is still reserved or allocated; a repeat does nothing. */
  void release(CallContext context, ReservationId id);

  /**
   * Gives back a part of what is allocated, what is not there yet first. What is beyond it is
   * refused or released as far as there is any, as the market's convention {@code over_release}
   * says.
   *
   * @throws io.omnicommerce.common.RefusedException {@code inventory.not_reserved}, {@code
   *     inventory.reservation_ended}
   */
  void release(CallContext context, IdempotencyKey key, ReservationId id, List<SkuQuantity> parts);

  /** Books the goods of an allocation out: they have left. A repeat does nothing. */
  void ship(CallContext context, ReservationId id);

  /**
   * Books a part of an allocation out, from where it is allocated. What is promised and has not
   * arrived cannot leave.
   *
   * @throws io.omnicommerce.common.RefusedException {@code inventory.not_reserved}
   */
  void ship(CallContext context, IdempotencyKey key, ReservationId id, List<SkuQuantity> parts);

  /**
   * As {@link #ship(CallContext, IdempotencyKey, ReservationId, List)}, from certain locations.
   * From another one than where they are allocated goods leave only if the market's convention
   * {@code ship_location} allows it: then they are taken there, and given back here.
   *
   * @throws io.omnicommerce.common.RefusedException {@code inventory.not_reserved}, {@code
   *     inventory.out_of_stock}
   */
  void shipFrom(CallContext context, IdempotencyKey key, ReservationId id, List<SkuAt> parts);

  /**
   * Takes goods back that were booked out and have not left after all: they are on the shelf again
   * and allocated as before.
   *
   * @throws io.omnicommerce.common.RefusedException {@code inventory.not_reserved} if fewer were
   *     booked out
   */
  void unship(CallContext context, IdempotencyKey key, ReservationId id, List<SkuQuantity> parts);

  /**
   * Tells that a reservation is paid. Where the market's convention {@code deduct_on} is payment,
   * its goods are not on hand any more from now on; elsewhere nothing changes. A repeat does
   * nothing.
   */
  void paid(CallContext context, ReservationId id);

  /**
   * Ends an allocation whose order is cancelled: what is open is released, and what was deducted
   * for its payment and has not left lies on the shelf again. A repeat does nothing.
   */
  void cancel(CallContext context, ReservationId id);
}
