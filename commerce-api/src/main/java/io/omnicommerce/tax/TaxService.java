package io.omnicommerce.tax;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CustomerId;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.Permission;
import java.time.Duration;
import java.util.Optional;

/** Keeps tax zones and exemptions. Thread-safe. */
public interface TaxService {

  /** To change tax zones. */
  Permission EDIT = Permission.of("tax.edit");

  /** To price without tax for a reason of one's own. */
  Permission EXEMPT = Permission.of("tax.exempt");

  /** The tax service outside failed, and the market does without no answer of it. */
  ErrorCode SERVICE_FAILED = ErrorCode.of("tax.service_failed");

  /**
   * Something is of a tax category without a rate where it goes, and the market wants one for each:
   * its convention {@code missing_tax_rate}. Facts: category, line.
   */
  ErrorCode NO_RATE = ErrorCode.of("tax.no_rate");

  /**
   * How long the answer of a tax service about a cart counts: while nothing that it was asked about
   * changes, it is not asked again.
   */
  Duration ANSWER_LIFE = Duration.ofHours(1);

  /** A zone would have too many rates. Facts: limit, max. */
  ErrorCode LIMIT_EXCEEDED = ErrorCode.of("tax.limit_exceeded");

  /**
   * Saves a zone, replacing what was known of it. A market without a saved zone has no tax.
   *
   * @throws io.omnicommerce.common.InvalidInputException {@code tax.invalid_rate} if a rate stands
   *     there twice: one code for the same category and area at the same time
   */
  void save(CallContext context, TaxZone zone);

  /** What is known of a zone; empty if there is none. Needs no permission. */
  Optional<TaxZone> find(CallContext context, String name);

  /**
   * Saves that a customer pays no tax, replacing what was known of it. It counts for the customer's
   * carts and whatever is priced for the customer as the caller.
   *
   * @throws io.omnicommerce.common.ForbiddenException without {@link #EDIT}
   */
  void save(CallContext context, TaxExemption exemption);

  /**
   * The exemption of a customer, whether it counts now or not.
   *
   * @throws io.omnicommerce.common.ForbiddenException for somebody else's, without {@link #EDIT}
   */
  Optional<TaxExemption> exemption(CallContext context, CustomerId customer);
}
