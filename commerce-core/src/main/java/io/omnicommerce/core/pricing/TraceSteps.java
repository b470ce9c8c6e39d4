package io.omnicommerce.core.pricing;

import io.omnicommerce.common.DerivedList;
import io.omnicommerce.core.pricing.LinePrices.Chosen;
import io.omnicommerce.pricing.PricedCharge;
import io.omnicommerce.pricing.PricedLine;
import io.omnicommerce.pricing.TaxTerms;
import io.omnicommerce.pricing.TraceStep;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The steps of a priced cart, written down when somebody looks at them. */
final class TraceSteps extends DerivedList<TraceStep> {

  private final List<PricedLine> lines;
  private final List<Chosen> chosen;
  private final List<PricedCharge> charges;
  private final TaxTerms terms;

  /** Whoever makes it makes the same. */
  private @Nullable List<TraceStep> steps;

  TraceSteps(
      List<PricedLine> lines, List<Chosen> chosen, List<PricedCharge> charges, TaxTerms terms) {
    this.lines = lines;
    this.chosen = chosen;
    this.charges = charges;
    this.terms = terms;
  }

  @Override
  public TraceStep get(int index) {
    return steps().get(index);
  }

  @Override
  public int size() {
    return lines.isEmpty() && charges.isEmpty() ? 0 : steps().size();
  }

  private List<TraceStep> steps() {
    List<TraceStep> made = steps;
    if (made == null) {
      made = List.copyOf(written());
      steps = made;
    }
    return made;
  }

  private List<TraceStep> written() {
    Tracing trace =
        new Tracing(
            (lines.isEmpty() ? charges.get(0).charge().amount() : lines.get(0).amount())
                .currency());
    for (int i = 0; i < lines.size(); i++) {
      trace.line(lines.get(i), chosen.get(i), terms);
    }
    charges.forEach(charge -> trace.charge(charge, terms));
    return trace.steps();
  }
}
