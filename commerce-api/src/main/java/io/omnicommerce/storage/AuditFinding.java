package io.omnicommerce.storage;

import io.omnicommerce.common.TenantId;
import java.util.Objects;

/**
 * Something that does not add up.
 *
 * @param audit which audit found it: {@code A}, {@code B}, {@code C}, {@code D}, {@code KEYS},
 *     {@code PROJECTION} or {@code CONTENT}
 * @param subject the account, group or document
 * @param expected what it should be
 * @param actual what it is
 */
public record AuditFinding(
    String audit, TenantId tenant, String subject, String expected, String actual) {

  public AuditFinding {
    Objects.requireNonNull(audit, "audit");
    Objects.requireNonNull(tenant, "tenant");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(expected, "expected");
    Objects.requireNonNull(actual, "actual");
  }
}
