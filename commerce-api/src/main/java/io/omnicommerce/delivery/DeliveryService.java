package io.omnicommerce.delivery;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Permission;
import java.util.List;
import java.util.Optional;

/**
 * Keeps delivery methods and how locations work. What is offered for some goods, and at what price,
 * says {@link io.omnicommerce.pricing.PricingService#deliveries}, and for a cart {@link
 * io.omnicommerce.cart.CartService#deliveries}. Thread-safe.
 */
public interface DeliveryService {

  /** To change delivery methods. */
  Permission EDIT = Permission.of("delivery.edit");

  /** There is no such delivery method. */
  ErrorCode UNKNOWN_METHOD = ErrorCode.of("delivery.unknown_method");

  /**
   * The method does not go there, is not offered in the market, channel or currency, does not carry
   * so much, or lacks its address or pickup location. Facts: method, and what was in the way.
   */
  ErrorCode NOT_OFFERED = ErrorCode.of("delivery.not_offered");

  /** The goods cost less than the method asks for. Facts: method, orderMin, amount, missing. */
  ErrorCode BELOW_MINIMUM = ErrorCode.of("delivery.below_minimum");

  /** The method goes by weight, and the catalog does not say that of a SKU. Facts: method, sku. */
  ErrorCode UNKNOWN_WEIGHT = ErrorCode.of("delivery.unknown_weight");

  /** A rate cannot be right. Facts: field with the path of the fault, given. */
  ErrorCode INVALID_RATE = ErrorCode.of("delivery.invalid_rate");

  /**
   * There would be too many delivery methods, or a method has too many rates or rows. Facts: limit,
   * max.
   */
  ErrorCode LIMIT_EXCEEDED = ErrorCode.of("delivery.limit_exceeded");

  /** Nothing may come from this location. Facts: location, and what was in the way. */
  ErrorCode SOURCE_NOT_ELIGIBLE = ErrorCode.of("delivery.source_not_eligible");

  /** The location has nothing of what was asked for, or may give nothing. Facts: location. */
  ErrorCode SOURCE_EMPTY = ErrorCode.of("delivery.source_empty");

  /**
   * The location has some of a line, but not all of it. Facts: location, sku, wanted, available.
   */
  ErrorCode SOURCE_SHORT = ErrorCode.of("delivery.source_short");

  /**
   * Taking a line from this location costs more, or as much as the one that is preferred. Facts:
   * location, sku, cost with the name of the cost that decides, here, chosen.
   */
  ErrorCode SOURCE_COSTS_MORE = ErrorCode.of("delivery.source_costs_more");

  /** The most methods a tenant may have. */
  int METHODS_MAX = 1_000;

  /**
   * Saves a method, replacing what was known of it.
   *
   * @throws io.omnicommerce.common.ForbiddenException without {@link #EDIT}
   * @throws io.omnicommerce.common.InvalidInputException {@code delivery.invalid_rate} with the
   *     path of the fault, such as {@code rates[1].price.steps[2].from}: a negative amount, steps
   *     that do not begin at zero or do not rise, amounts of several currencies, a currency that
   *     none of the method's markets takes, a place that two rates of a currency name, a place for
   *     a pickup, no rate at all
   * @throws io.omnicommerce.common.NotFoundException {@code channel.unknown_market}
   * @throws io.omnicommerce.common.LimitExceededException for too many methods, rates or rows
   */
  void save(CallContext context, DeliveryMethod method);

  /**
   * What is known of a method, offered here or not; empty if there is none. Needs no permission.
   */
  Optional<DeliveryMethod> find(CallContext context, DeliveryMethodId id);

  /** All methods, whether they are offered anywhere or not, in the order of their ids. */
  List<DeliveryMethod> all(CallContext context);

  /**
   * Saves how a location prepares orders, replacing what was known of it.
   *
   * @throws io.omnicommerce.common.ForbiddenException without {@link #EDIT}
   * @throws io.omnicommerce.common.NotFoundException {@code channel.unknown_location}
   */
  void save(CallContext context, Handling handling);

  /** How a location prepares orders; empty if nobody has said. Needs no permission. */
  Optional<Handling> findHandling(CallContext context, LocationId location);

  /**
   * Where goods would come from if they were ordered now in the context's channel. Holds nothing.
   *
   * @throws io.omnicommerce.common.ForbiddenException without {@link
   *     io.omnicommerce.inventory.InventoryService#MANAGE}: it shows what places have
   * @throws io.omnicommerce.common.RefusedException {@code catalog.unknown_sku}
   */
  SourcingPlan source(CallContext context, SourcingQuestion question);

  /** The same with each location's reason why nothing comes from there. */
  SourcingExplanation explainSourcing(CallContext context, SourcingQuestion question);

  /**
   * By when goods would be there if they were ordered now, by a method: the very promise that a
   * cart with these goods shows and an order of them is given. From where they would be shipped
   * says the sourcing; empty if not all of them can be had. Asked by anybody.
   *
   * @param question for a pickup with its location
   * @throws io.omnicommerce.common.NotFoundException {@code delivery.unknown_method}, {@code
   *     channel.unknown_location}
   */
  Optional<DeliveryPromise> promise(
      CallContext context, DeliveryMethodId method, SourcingQuestion question);
}
