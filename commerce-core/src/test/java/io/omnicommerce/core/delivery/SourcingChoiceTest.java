package io.omnicommerce.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Location;
import io.omnicommerce.common.Address;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.GeoPoint;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.delivery.DeliveryService;
import io.omnicommerce.delivery.SourcingExplanation;
import io.omnicommerce.delivery.spi.BelowCapacity;
import io.omnicommerce.delivery.spi.Distances;
import io.omnicommerce.delivery.spi.FewestParcels;
import io.omnicommerce.delivery.spi.HighestStock;
import io.omnicommerce.delivery.spi.LowestCost;
import io.omnicommerce.delivery.spi.NearestFirst;
import io.omnicommerce.delivery.spi.OnlyKinds;
import io.omnicommerce.delivery.spi.ShelfProtection;
import io.omnicommerce.delivery.spi.SourcePriority;
import io.omnicommerce.delivery.spi.Sourcing;
import io.omnicommerce.delivery.spi.SourcingCost;
import io.omnicommerce.delivery.spi.SourcingLine;
import io.omnicommerce.delivery.spi.SourcingPart;
import io.omnicommerce.delivery.spi.SourcingPlace;
import io.omnicommerce.delivery.spi.SourcingRequest;
import io.omnicommerce.delivery.spi.Weighted;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SourcingChoiceTest {

  private static final Sku MUG = Sku.of("MUG");
  private static final Sku TEE = Sku.of("TEE");
  private static final LocationId LON = LocationId.of("LON");
  private static final LocationId MAN = LocationId.of("MAN");
  private static final LocationId DC = LocationId.of("DC");
  private static final ZoneId ZONE = ZoneId.of("Europe/London");
  private static final Address HOME =
      Address.of("Ada", "1 Deansgate", "Manchester", "M3 1AZ", CountryCode.of("GB"));

  private static final Location LONDON =
      Location.store(LON, "London", ZONE).withPoint(GeoPoint.parse("51.507351,-0.127758"));
  private static final Location MANCHESTER =
      Location.store(MAN, "Manchester", ZONE).withPoint(GeoPoint.parse("53.480759,-2.242631"));
  private static final Location WAREHOUSE = Location.warehouse(DC, "Warehouse", ZONE);

  private static final Distances FROM_DEANSGATE =
      Distances.byPoint(address -> Optional.of(GeoPoint.parse("53.477,-2.25")));

  private final List<SourcingPlace> places = new ArrayList<>();
  private final List<SourcingLine> lines = new ArrayList<>();
  private Optional<LocationId> pickup = Optional.empty();

  @Test
  void the_channels_order_empties_a_place_before_the_next() {
    have(LONDON, 5, 5);
    have(WAREHOUSE, 9, 9);
    want(MUG, 7);

    assertThat(taken(Sourcing.by(new SourcePriority()), true))
        .containsExactly("MUG 5 from LON", "MUG 2 from DC");
    assertThat(taken(Sourcing.by(new SourcePriority()), false)).containsExactly("MUG 7 from DC");
  }

  @Test
  void the_fullest_shelf_comes_first() {
    have(LONDON, 3, 9);
    have(WAREHOUSE, 4, 1);
    want(MUG, 5);
    want(TEE, 1);

    assertThat(taken(Sourcing.by(new HighestStock()), true))
        .containsExactly("MUG 4 from DC", "MUG 1 from LON", "TEE 1 from LON");
  }

  @Test
  void the_nearest_place_that_has_it_serves() {
    have(LONDON, 5, 5);
    have(MANCHESTER, 5, 0);
    have(WAREHOUSE, 5, 5);
    want(MUG, 1);
    want(TEE, 1);

    assertThat(taken(Sourcing.by(new NearestFirst(FROM_DEANSGATE)), false))
        .as("the warehouse is on no map")
        .containsExactly("MUG 1 from MAN", "TEE 1 from LON");
  }

  @Test
  void the_order_of_costs_decides() {
    have(LONDON, 5, 5);
    have(MANCHESTER, 5, 0);
    want(MUG, 1);
    want(TEE, 1);
    NearestFirst near = new NearestFirst(FROM_DEANSGATE);

    assertThat(taken(Sourcing.by(new FewestParcels(), near), false))
        .containsExactly("MUG 1 from LON", "TEE 1 from LON");
    assertThat(taken(Sourcing.by(near, new FewestParcels()), false))
        .containsExactly("MUG 1 from MAN", "TEE 1 from LON");
  }

  @Test
  void weights_trade_one_cost_for_another() {
    have(LONDON, 5, 5);
    have(MANCHESTER, 5, 0);
    want(MUG, 1);
    want(TEE, 1);

    assertThat(taken(Sourcing.by(parcelIsWorth(1_000_000)), false))
        .containsExactly("MUG 1 from LON", "TEE 1 from LON");
    assertThat(taken(Sourcing.by(parcelIsWorth(1_000)), false))
        .containsExactly("MUG 1 from MAN", "TEE 1 from LON");
  }

  private static SourcingCost parcelIsWorth(long meters) {
    return new Weighted(
        List.of(
            new Weighted.Term(new FewestParcels(), meters),
            new Weighted.Term(new NearestFirst(FROM_DEANSGATE), 1)));
  }

  @Test
  void money_counts_parcels_and_units() {
    have(LONDON, 50, 50);
    have(WAREHOUSE, 50, 50);
    want(MUG, 10);
    LowestCost money =
        new LowestCost(Map.of(LON, new LowestCost.Rate(100, 30)), new LowestCost.Rate(300, 5));

    assertThat(taken(Sourcing.by(money), false)).containsExactly("MUG 10 from DC");
    lines.clear();
    want(MUG, 2);
    assertThat(taken(Sourcing.by(money), false)).containsExactly("MUG 2 from LON");
  }

  @Test
  void shelves_keep_something_for_those_who_walk_in_but_not_from_who_picks_up() {
    have(LONDON, 3, 0);
    have(WAREHOUSE, 3, 0);
    want(MUG, 2);
    Sourcing kept = Sourcing.by(new SourcePriority()).withShelf(ShelfProtection.inStores(2));

    assertThat(taken(kept, false)).containsExactly("MUG 2 from DC");
    pickup = Optional.of(LON);
    assertThat(taken(kept, false)).containsExactly("MUG 2 from LON");
  }

  @Test
  void rules_say_which_places_are_sources_and_why_others_are_not() {
    have(LONDON, 9, 9);
    have(WAREHOUSE, 9, 9);
    want(MUG, 1);
    Sourcing ships =
        Sourcing.by(new SourcePriority()).withRule(new OnlyKinds(Set.of(Location.Kind.WAREHOUSE)));

    assertThat(taken(ships, false)).containsExactly("MUG 1 from DC");
    assertThat(explain(ships, false).whyNot(LON))
        .get()
        .satisfies(
            why -> {
              assertThat(why.code()).isEqualTo(DeliveryService.SOURCE_NOT_ELIGIBLE);
              assertThat(why.facts().values()).containsEntry("kind", "STORE");
            });
  }

  @Test
  void a_place_with_too_much_to_do_gets_no_more() {
    have(LONDON, 9, 9, 12);
    have(WAREHOUSE, 9, 9, 800);
    want(MUG, 1);
    Sourcing capacity =
        Sourcing.by(new SourcePriority()).withRule(new BelowCapacity(Map.of(LON, 12L)));

    assertThat(taken(capacity, false)).containsExactly("MUG 1 from DC");
    assertThat(explain(capacity, false).whyNot(LON).map(Refusal::message))
        .contains("LON has 12 open jobs and takes up to 12.");
  }

  @Test
  void B19_each_place_that_was_not_chosen_has_its_reason() {
    have(LONDON, 9, 0);
    have(MANCHESTER, 9, 9);
    have(WAREHOUSE, 1, 0);
    places.add(new SourcingPlace(LocationId.of("NEW"), 3, Map.of(), Optional.empty(), 0));
    want(MUG, 2);

    SourcingExplanation explained = explain(Sourcing.by(new NearestFirst(FROM_DEANSGATE)), false);

    assertThat(explained.plan().isComplete()).isTrue();
    assertThat(explained.plan().exact()).isTrue();
    assertThat(explained.plan().costs()).hasSize(1);
    assertThat(explained.whyNot(MAN)).isEmpty();
    assertThat(why(explained, "LON"))
        .isEqualTo("delivery.source_costs_more by nearest_first of MUG");
    assertThat(explained.whyNot(DC).map(Refusal::message)).contains("DC has 1 of MUG; asked: 2.");
    assertThat(why(explained, "NEW")).isEqualTo("delivery.source_empty by  of ");
  }

  @Test
  void what_nobody_has_is_named_and_the_rest_is_still_sourced() {
    have(LONDON, 1, 0);
    want(MUG, 3);
    want(TEE, 1);

    assertThat(explain(Sourcing.STANDARD.withCosts(new SourcePriority()), true).plan().missing())
        .extracting(missing -> missing.sku() + " " + missing.quantity())
        .containsExactly("MUG 2", "TEE 1");
  }

  @Test
  void a_cost_below_zero_is_a_mistake() {
    have(LONDON, 1, 0);
    want(MUG, 1);
    SourcingCost wrong =
        new SourcingCost() {
          @Override
          public String name() {
            return "wrong";
          }

          @Override
          public Tariff tariff(SourcingRequest request) {
            return new Tariff() {
              @Override
              public long parcel(SourcingPlace place) {
                return -1;
              }
            };
          }
        };

    assertThatThrownBy(() -> taken(Sourcing.by(wrong), false))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("below zero");
  }

  private static String why(SourcingExplanation explained, String location) {
    Refusal why = explained.whyNot(LocationId.of(location)).orElseThrow();
    return why.code()
        + " by "
        + why.facts().get("cost").orElse("")
        + " of "
        + why.facts().get("sku").orElse("");
  }

  private void have(Location location, long mugs, long tees) {
    have(location, mugs, tees, 0);
  }

  private void have(Location location, long mugs, long tees, long openJobs) {
    places.add(
        new SourcingPlace(
            location.id(),
            places.size(),
            Map.of(MUG, mugs, TEE, tees),
            Optional.of(location),
            openJobs));
  }

  private void want(Sku sku, long units) {
    lines.add(new SourcingLine(lines.size(), sku, units, List.of(new SourcingPart(sku, 1))));
  }

  private Choice choose(Sourcing sourcing, boolean splits) {
    SourcingRequest request =
        new SourcingRequest(
            ChannelId.of("web"),
            Optional.of(HOME),
            pickup,
            lines,
            places,
            Map.of(),
            Instant.parse("2026-03-02T09:00:00Z"));
    return Choice.of(sourcing, request, sourcing.costs(), splits);
  }

  private List<String> taken(Sourcing sourcing, boolean splits) {
    Choice choice = choose(sourcing, splits);
    return choice.found().takes().stream()
        .map(
            take ->
                choice.request().lines().get(take.line()).sku()
                    + " "
                    + take.units()
                    + " from "
                    + choice.place(take).id())
        .toList();
  }

  private SourcingExplanation explain(Sourcing sourcing, boolean splits) {
    Choice choice = choose(sourcing, splits);
    return new SourcingExplanations(choice, line -> 0)
        .explain(places.stream().map(SourcingPlace::id).toList());
  }
}
