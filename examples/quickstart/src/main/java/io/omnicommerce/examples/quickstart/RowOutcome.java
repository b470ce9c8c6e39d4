package io.omnicommerce.examples.quickstart;

import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.Refusal;

/**
 * What became of a row.
 *
 * @param code why it was refused; empty if it was not
 * @param reason the same in words
 */
record RowOutcome(OutcomeKind kind, String code, String reason) {

  static RowOutcome of(OutcomeKind kind) {
    return new RowOutcome(kind, "", "");
  }

  static RowOutcome refused(ErrorCode code, String reason) {
    return new RowOutcome(OutcomeKind.REFUSAL, code.value(), reason);
  }

  static RowOutcome refused(Refusal refusal) {
    return refused(refusal.code(), refusal.message());
  }

  static RowOutcome refused(CommerceException refused) {
    return refused(refused.code(), String.valueOf(refused.getMessage()));
  }
}
