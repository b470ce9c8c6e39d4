package io.omnicommerce.tax;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.Permission;
import java.util.Optional;

/** Keeps tax zones. Thread-safe. */
public interface TaxService {

  /** To change tax zones. */
  Permission EDIT = Permission.of("tax.edit");

  ErrorCode LIMIT_EXCEEDED = ErrorCode.of("tax.limit_exceeded");

  /** Saves a zone, replacing what was known of it. A market without a saved zone has no tax. */
  void save(CallContext context, TaxZone zone);

  Optional<TaxZone> find(CallContext context, String name);
}
