package io.omnicommerce.delivery;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.Permission;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** Keeps delivery methods and says which are offered. Thread-safe. */
public interface DeliveryService {

  /** To change delivery methods. */
  Permission EDIT = Permission.of("delivery.edit");

  ErrorCode UNKNOWN_METHOD = ErrorCode.of("delivery.unknown_method");

  /**
   * The method does not go there, is not offered in the channel or currency, or lacks its address
   * or pickup location.
   */
  ErrorCode NOT_OFFERED = ErrorCode.of("delivery.not_offered");

  ErrorCode LIMIT_EXCEEDED = ErrorCode.of("delivery.limit_exceeded");

  /** The most methods a tenant may have. */
  int METHODS_MAX = 1_000;

  /** Saves a method, replacing what was known of it. */
  void save(CallContext context, DeliveryMethod method);

  Optional<DeliveryMethod> find(CallContext context, DeliveryMethodId id);

  /**
   * The methods offered in the context's channel, in a currency, to a country; cheapest first, then
   * by id.
   *
   * @param country where to, or empty for those that go anywhere and for pickups
   */
  List<DeliveryOption> options(
      CallContext context, Currency currency, Optional<CountryCode> country);
}
