package io.omnicommerce.core.tax;

import io.omnicommerce.tax.ExternalTaxes;
import java.time.Instant;
import java.util.Objects;

/**
 * What a tax service has said.
 *
 * @param subject about what: a cart's id
 * @param content a fingerprint of everything that it was asked about, but for the instant
 * @param at for which instant it was asked
 */
record FrozenTaxes(String subject, String content, ExternalTaxes answer, Instant at) {

  FrozenTaxes {
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(content, "content");
    Objects.requireNonNull(answer, "answer");
    Objects.requireNonNull(at, "at");
  }
}
