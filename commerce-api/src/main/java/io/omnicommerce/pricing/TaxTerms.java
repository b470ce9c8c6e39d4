package io.omnicommerce.pricing;

import io.omnicommerce.common.Text;
import io.omnicommerce.tax.ExternalTaxes;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of the taxes of a sale beside the rates of its market.
 *
 * @param exemption why no tax is due at all, as a code that stands in the trace
 * @param exemptLines why none is due on a line or charge
 * @param answer what a tax service has said, which is then used instead of the market's rates
 * @param serviceFailed whether a tax service was to be asked and failed
 */
public record TaxTerms(
    Optional<String> exemption,
    Map<LineId, String> exemptLines,
    Optional<ExternalTaxes> answer,
    boolean serviceFailed) {

  /** Nothing beside the rates. */
  public static final TaxTerms NONE =
      new TaxTerms(Optional.empty(), Map.of(), Optional.empty(), false);

  public TaxTerms {
    Objects.requireNonNull(exemption, "exemption");
    exemption.ifPresent(reason -> Text.id(reason, "exemption"));
    exemptLines = Map.copyOf(Objects.requireNonNull(exemptLines, "exemptLines"));
    exemptLines.values().forEach(reason -> Text.id(reason, "exemptLines"));
    Objects.requireNonNull(answer, "answer");
  }

  /** No tax is due at all. */
  public static TaxTerms exempt(String reason) {
    return NONE.withExemption(reason);
  }

  /** The same, and no tax is due at all. */
  public TaxTerms withExemption(String reason) {
    return new TaxTerms(
        Optional.of(Objects.requireNonNull(reason, "reason")), exemptLines, answer, serviceFailed);
  }

  /** The same, and none is due on these lines and charges. */
  public TaxTerms withExemptLines(Map<LineId, String> reasons) {
    return new TaxTerms(exemption, reasons, answer, serviceFailed);
  }

  /** The same with the answer of a tax service. */
  public TaxTerms withAnswer(ExternalTaxes given) {
    return new TaxTerms(
        exemption, exemptLines, Optional.of(Objects.requireNonNull(given, "given")), false);
  }

  /** The same without the answer of a tax service. */
  public TaxTerms withoutAnswer() {
    return new TaxTerms(exemption, exemptLines, Optional.empty(), serviceFailed);
  }

  /** The same after a tax service that was to be asked has failed. */
  public TaxTerms withServiceFailed() {
    return new TaxTerms(exemption, exemptLines, Optional.empty(), true);
  }

  /** Why no tax is due on a line or charge, if none is. */
  public Optional<String> exemption(LineId line) {
    Objects.requireNonNull(line, "line");
    return exemption.isPresent() ? exemption : Optional.ofNullable(exemptLines.get(line));
  }
}
