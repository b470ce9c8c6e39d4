package io.omnicommerce.core.pricing;

import io.omnicommerce.channel.Conventions;
import io.omnicommerce.common.DerivedList;
import io.omnicommerce.pricing.TaxTerms;
import io.omnicommerce.tax.ExternalTaxes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The conventions of a trace by their names, and who said the taxes if it was not the rates or
 * should not have been; written down when somebody looks at them.
 */
final class NamedPolicies extends DerivedList<String> {

  static final String TAX_ANSWER = "tax_answer=";

  static final String NO_ANSWER = "none";

  private final Conventions conventions;
  private final TaxTerms terms;

  /** Whoever makes them makes the same. */
  private @Nullable List<String> names;

  NamedPolicies(Conventions conventions, TaxTerms terms) {
    this.conventions = conventions;
    this.terms = terms;
  }

  @Override
  public String get(int index) {
    return names().get(index);
  }

  @Override
  public int size() {
    return names().size();
  }

  private List<String> names() {
    List<String> made = names;
    if (made == null) {
      made = List.copyOf(written());
      names = made;
    }
    return made;
  }

  private List<String> written() {
    List<String> written = new ArrayList<>(conventions.named());
    if (terms.answer().isPresent() || terms.serviceFailed()) {
      written.add(TAX_ANSWER + terms.answer().map(ExternalTaxes::reference).orElse(NO_ANSWER));
    }
    return written;
  }
}
