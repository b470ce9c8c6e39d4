package io.omnicommerce.core.delivery;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.channel.Convention;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.inventory.Counts;
import io.omnicommerce.core.inventory.PromisedSupply;
import io.omnicommerce.core.inventory.SaleTerms;
import io.omnicommerce.core.inventory.StockSource;
import io.omnicommerce.delivery.spi.SourcingPlace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToLongFunction;

/** A choice in the words of the stock. */
final class StockSources {

  private final SourcingAsk ask;
  private final Choice choice;
  private final SaleTerms terms;
  private final Optional<PromisedSupply> promised;

  private StockSources(
      SourcingAsk ask, Choice choice, SaleTerms terms, Optional<PromisedSupply> promised) {
    this.ask = ask;
    this.choice = choice;
    this.terms = terms;
    this.promised = promised;
  }

  /** Of shelves alone. */
  static List<StockSource> of(SourcingAsk ask, Choice choice, SaleTerms terms) {
    return of(new StockSources(ask, choice, terms, Optional.empty()), choice);
  }

  /** As the other, with what may be promised for lines that shelves do not serve whole. */
  static List<StockSource> of(
      SourcingAsk ask, Choice choice, SaleTerms terms, PromisedSupply promised) {
    return of(new StockSources(ask, choice, terms, Optional.of(promised)), choice);
  }

  private static List<StockSource> of(StockSources sources, Choice choice) {
    List<StockSource> all = new ArrayList<>(sources.ask.lines().size());
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
    Set<Integer> missing = choice.missing();
    StockSources sources = new StockSources(ask, choice, terms, Optional.empty());
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
      all.addAll(shortOf(takes, ask.lines().get(line).quantity(), entry));
    }
  }

  /** What shelves do not give, the promises may. */
  private List<StockSource> shortOf(
      List<SourcingSearch.Take> takes, Quantity wanted, CatalogEntry entry) {
    StockSource tooLittle = tooLittle(takes, wanted, entry);
    if (promised.isEmpty()) {
      return List.of(tooLittle);
    }
    ToLongFunction<LocationId> there = place -> there(place, takes, entry);
    List<StockSource> whole = promised.get().whole(entry, wanted, there);
    return whole.isEmpty()
        ? List.of(tooLittle.withAtLeast(promised.get().most(entry, wanted, there)))
        : whole;
  }

  /** What a line could take off a shelf: what was chosen for it, or what others leave there. */
  private long there(LocationId place, List<SourcingSearch.Take> takes, CatalogEntry entry) {
    if (choice.splits()) {
      return takes.stream()
          .filter(take -> take.place() >= 0 && choice.place(take).id().equals(place))
          .mapToLong(SourcingSearch.Take::units)
          .sum();
    }
    int decimals = entry.unit().decimals();
    return choice.left(entry, List.of(place)).get(0).toUnits(decimals);
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
