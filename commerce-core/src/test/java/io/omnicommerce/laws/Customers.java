package io.omnicommerce.laws;

import io.omnicommerce.customer.Buyer;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Who might buy. */
public final class Customers {

  private Customers() {}

  /** Anybody, and everybody whom the rules name: members of groups, of companies, partners. */
  public static Arbitrary<Buyer> of(RuleSet rules) {
    return of(Interests.of(rules));
  }

  static Arbitrary<Buyer> of(Interests interests) {
    List<Buyer> partners = new ArrayList<>(interests.partners());
    partners.add(Buyer.ANYBODY);
    Arbitrary<Buyer> members =
        interests.groups().isEmpty()
            ? Arbitraries.just(Buyer.ANYBODY)
            : Arbitraries.of(interests.groups()).set().ofMaxSize(2).map(Buyer::inGroups);
    return Combinators.combine(members, Arbitraries.of(partners)).as(Buyer::and);
  }
}
