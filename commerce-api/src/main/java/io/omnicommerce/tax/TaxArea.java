package io.omnicommerce.tax;

import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.Destination;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where a rate applies.
 *
 * @param within in these countries and regions; empty for everywhere
 * @param except and in none of these
 */
public record TaxArea(Set<Destination> within, Set<Destination> except) {

  /** The whole world. */
  public static final TaxArea EVERYWHERE = new TaxArea(Set.of(), Set.of());

  public TaxArea {
    within = Set.copyOf(Objects.requireNonNull(within, "within"));
    except = Set.copyOf(Objects.requireNonNull(except, "except"));
  }

  /** These countries and regions; everywhere, if none is named. */
  public static TaxArea within(Destination... places) {
    return new TaxArea(Set.of(Objects.requireNonNull(places, "places")), Set.of());
  }

  /** These countries; everywhere, if none is named. */
  public static TaxArea within(CountryCode... countries) {
    return new TaxArea(places(countries), Set.of());
  }

  /** Everywhere but in these countries. */
  public static TaxArea outside(CountryCode... countries) {
    return new TaxArea(Set.of(), places(countries));
  }

  /**
   * Whether a place lies in it: within its places, if it names any, and not among its exceptions.
   */
  public boolean contains(Destination place) {
    Objects.requireNonNull(place, "place");
    return (within.isEmpty() || isIn(within, place)) && !isIn(except, place);
  }

  private static boolean isIn(Set<Destination> places, Destination place) {
    for (Destination candidate : places) {
      if (candidate.contains(place)) {
        return true;
      }
    }
    return false;
  }

  private static Set<Destination> places(CountryCode... countries) {
    return Arrays.stream(Objects.requireNonNull(countries, "countries"))
        .map(Destination::of)
        .collect(Collectors.toSet());
  }
}
