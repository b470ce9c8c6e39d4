package io.omnicommerce.customer;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CustomerId;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.Permission;
import java.util.Optional;

/**
 * Keeps and finds customers. A customer sees and changes itself; staff and programs need a
 * permission. Thread-safe.
 */
public interface CustomerService {

  /** To see customers other than oneself. */
  Permission VIEW = Permission.of("customer.view");

  /** To change customers other than oneself, and anybody's groups, cards, company and contracts. */
  Permission EDIT = Permission.of("customer.edit");

  /** There is no such customer for this caller. */
  ErrorCode NOT_FOUND = ErrorCode.of("customer.not_found");

  /** The customer was changed since it was read. Facts: expected, actual. */
  ErrorCode VERSION_CONFLICT = ErrorCode.of("customer.version_conflict");

  /** The customer's id is taken, or one of its keys belongs to another customer. */
  ErrorCode KEY_TAKEN = ErrorCode.of("customer.key_taken");

  /**
   * Saves a customer: a new one if its version is {@link io.omnicommerce.common.Version#NONE},
   * otherwise a change of what was read.
   *
   * @return the customer with its new version
   * @throws io.omnicommerce.common.VersionConflictException if it was changed since it was read
   * @throws io.omnicommerce.common.RefusedException {@code customer.key_taken}, also for a customer
   *     with {@link io.omnicommerce.common.Version#NONE} whose id is saved already
   * @throws io.omnicommerce.common.ForbiddenException without {@link #EDIT}, unless a customer
   *     changes its own name, emails and phones
   */
  Customer save(CallContext context, Customer customer);

  /**
   * The customer as it is now.
   *
   * @throws io.omnicommerce.common.NotFoundException if there is none, or it is not the caller's to
   *     see
   */
  Customer get(CallContext context, CustomerId id);

  /** The customer with this email, for callers with {@link #VIEW} or the customer itself. */
  Optional<Customer> findByEmail(CallContext context, Email email);

  /** The customer with this telephone number; as {@link #findByEmail}. */
  Optional<Customer> findByPhone(CallContext context, Phone phone);

  /** The customer with this loyalty card; as {@link #findByEmail}. */
  Optional<Customer> findByCard(CallContext context, String card);
}
