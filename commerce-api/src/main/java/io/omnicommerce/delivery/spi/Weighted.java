package io.omnicommerce.delivery.spi;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToLongFunction;

/** Several costs as one: the sum of each times its weight. */
public record Weighted(List<Term> terms) implements SourcingCost {

  /** A cost with what it weighs, from 0. */
  public record Term(SourcingCost cost, long weight) {
    public Term {
      Objects.requireNonNull(cost, "cost");
      if (weight < 0) {
        throw new IllegalArgumentException("A weight may not be below zero: " + weight);
      }
    }
  }

  private record Heavy(Tariff tariff, long weight) {
    long times(ToLongFunction<Tariff> part) {
      long cost = part.applyAsLong(tariff);
      return weight == 0 || cost <= Long.MAX_VALUE / weight ? cost * weight : Long.MAX_VALUE;
    }
  }

  public Weighted {
    terms = List.copyOf(Objects.requireNonNull(terms, "terms"));
  }

  @Override
  public String name() {
    return "weighted";
  }

  @Override
  public Tariff tariff(SourcingRequest request) {
    Objects.requireNonNull(request, "request");
    List<Heavy> tariffs =
        terms.stream().map(term -> new Heavy(term.cost().tariff(request), term.weight())).toList();
    return new Tariff() {
      @Override
      public long parcel(SourcingPlace place) {
        return sum(tariffs, tariff -> tariff.parcel(place));
      }

      @Override
      public long line(SourcingLine line, SourcingPlace place) {
        return sum(tariffs, tariff -> tariff.line(line, place));
      }

      @Override
      public long unit(SourcingLine line, SourcingPlace place) {
        return sum(tariffs, tariff -> tariff.unit(line, place));
      }
    };
  }

  @Override
  public Set<SourcingFact> facts() {
    Set<SourcingFact> facts = new HashSet<>();
    terms.forEach(term -> facts.addAll(term.cost().facts()));
    return facts;
  }

  private static long sum(List<Heavy> tariffs, ToLongFunction<Tariff> part) {
    long sum = 0;
    for (Heavy tariff : tariffs) {
      long more = tariff.times(part);
      sum = sum > Long.MAX_VALUE - more ? Long.MAX_VALUE : sum + more;
    }
    return sum;
  }
}
