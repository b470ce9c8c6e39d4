package io.omnicommerce.core.delivery;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.channel.Convention;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.inventory.Counts;
import io.omnicommerce.core.inventory.SaleTerms;
import io.omnicommerce.core.inventory.StockSource;
import io.omnicommerce.delivery.spi.SourcingPlace;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A choice in the words of the stock. */
final class StockSources {

  private final SourcingAsk ask;
  private final Choice choice;
  private final SaleTerms terms;

  private StockSources(SourcingAsk ask, Choice choice, SaleTerms terms) {
    this.ask = ask;
    this.choice = choice;
    this.terms = terms;
  }

  static List<StockSource> of(SourcingAsk ask, Choice choice, SaleTerms terms) {
    StockSources sources = new StockSources(ask, choice, terms);
    List<StockSource> all = new ArrayList<>(ask.lines().size());
    List<SourcingSearch.Take> takes = choice.found().takes();
    int from = 0;
    while (from < takes.size()) {
      int to = from + 1;
      while (to < takes.size() && takes.get(to).line() == takes.get(from).line()) {
        to++;
      }
      sources.add(takes.subList(from, to), all);
      from = to;
    }
    return List.copyOf(all);
  }

  /** What comes from somewhere. */
  static List<Sourced> some(SourcingAsk ask, Choice choice, SaleTerms terms) {
    boolean parts =
        ask.settings().conventions().get(Convention.PARTIAL_ALLOCATION)
            == Convention.PartialAllocation.ALLOW;
    Set<Integer> missing = new HashSet<>();
    choice.found().takes().stream()
        .filter(take -> take.place() < 0)
        .forEach(take -> missing.add(take.line()));
    StockSources sources = new StockSources(ask, choice, terms);
    List<Sourced> some = new ArrayList<>();
    for (SourcingSearch.Take take : choice.found().takes()) {
      if (take.place() >= 0 && (parts || !missing.contains(take.line()))) {
        CatalogEntry entry = ask.entries().of(ask.lines().get(take.line()).sku());
        some.add(new Sourced(take.line(), sources.source(take, entry)));
      }
    }
    return some;
  }

  /** A line that is not covered is one source that has too little. */
  private void add(List<SourcingSearch.Take> takes, List<StockSource> all) {
    int line = takes.get(0).line();
    CatalogEntry entry = ask.entries().of(ask.lines().get(line).sku());
    if (takes.stream().allMatch(take -> take.place() >= 0)) {
      takes.forEach(take -> all.add(source(take, entry)));
    } else {
      all.add(tooLittle(takes, ask.lines().get(line).quantity(), entry));
    }
  }

  private StockSource source(SourcingSearch.Take take, CatalogEntry entry) {
    SourcingPlace place = choice.place(take);
    int decimals = entry.unit().decimals();
    Quantity whole = ask.lines().get(take.line()).quantity();
    boolean all = take.units() == whole.toUnits(decimals);
    return new StockSource(
        entry,
        all ? whole : Quantity.ofUnits(take.units(), decimals),
        Optional.of(place.id()),
        Counts.quantity(place.unitsOf(entry.sku()), decimals),
        terms);
  }

  /** Of several places that could have given some, the one with most is named. */
  private StockSource tooLittle(
      List<SourcingSearch.Take> takes, Quantity wanted, CatalogEntry entry) {
    List<Quantity> left = choice.left(entry, ask.sources());
    Optional<LocationId> best = Optional.empty();
    Quantity most = Quantity.ZERO;
    for (int i = 0; i < left.size(); i++) {
      if (best.isEmpty() || left.get(i).compareTo(most) > 0) {
        best = Optional.of(ask.sources().get(i));
        most = left.get(i);
      }
    }
    Quantity there = plus(most, taken(takes, entry));
    return new StockSource(entry, wanted, best, fewer(there, wanted, entry), terms);
  }

  /** Of a bundle whose parts others have taken it cannot be said how many more there were. */
  private static Quantity fewer(Quantity there, Quantity wanted, CatalogEntry entry) {
    int decimals = entry.unit().decimals();
    return there.compareTo(wanted) < 0
        ? there
        : Counts.quantity(wanted.toUnits(decimals) - 1, decimals);
  }

  private static Quantity taken(List<SourcingSearch.Take> takes, CatalogEntry entry) {
    long units =
        takes.stream()
            .filter(take -> take.place() >= 0)
            .mapToLong(SourcingSearch.Take::units)
            .sum();
    return Counts.quantity(units, entry.unit().decimals());
  }

  private static Quantity plus(Quantity one, Quantity other) {
    return other.isZero() ? one : one.plus(other);
  }
}
