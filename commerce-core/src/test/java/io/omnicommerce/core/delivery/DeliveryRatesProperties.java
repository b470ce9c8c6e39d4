package io.omnicommerce.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.catalog.Weight;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.delivery.Consignment.Item;
import io.omnicommerce.delivery.DeliveryPrice;
import io.omnicommerce.delivery.DeliveryPrice.AmountStep;
import io.omnicommerce.delivery.DeliveryPrice.UnitStep;
import io.omnicommerce.delivery.DeliveryPrice.WeightStep;
import io.omnicommerce.delivery.DeliveryRate;
import io.omnicommerce.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class DeliveryRatesProperties {

  private static final Sku MUG = Sku.of("MUG");

  @Property(edgeCases = EdgeCasesMode.NONE)
  void more_never_costs_less_where_no_step_does(
      @ForAll("rising") List<UnitStep> steps,
      @ForAll @LongRange(min = 1, max = 60) long fewer,
      @ForAll @LongRange(min = 0, max = 60) long more,
      @ForAll @LongRange(min = 0, max = 40) long grams) {
    for (DeliveryPrice price : prices(steps)) {
      Money less = DeliveryRates.price(DeliveryRate.of(price), mugs(fewer, grams));
      Money much = DeliveryRates.price(DeliveryRate.of(price), mugs(fewer + more, grams));

      assertThat(much).isGreaterThanOrEqualTo(less);
    }
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void how_goods_are_spread_over_lines_does_not_matter(
      @ForAll("rising") List<UnitStep> steps,
      @ForAll @LongRange(min = 1, max = 60) long first,
      @ForAll @LongRange(min = 1, max = 60) long second,
      @ForAll @LongRange(min = 0, max = 40) long grams) {
    for (DeliveryPrice price : prices(steps)) {
      Consignment apart =
          new Consignment(
              List.of(mug(first, grams), mug(second, grams)),
              basis -> Money.ofMinor(first + second, Shop.GBP));

      assertThat(DeliveryRates.price(DeliveryRate.of(price), apart))
          .isEqualTo(DeliveryRates.price(DeliveryRate.of(price), mugs(first + second, grams)));
    }
  }

  @Property(edgeCases = EdgeCasesMode.NONE)
  void the_price_is_that_of_one_of_the_steps(
      @ForAll("rising") List<UnitStep> steps, @ForAll @LongRange(min = 1, max = 99) long count) {
    Money price =
        DeliveryRates.price(DeliveryRate.of(new DeliveryPrice.ByUnits(steps)), mugs(count, 1));

    UnitStep expected =
        steps.stream().filter(step -> step.from() <= count).reduce((a, b) -> b).orElseThrow();
    assertThat(price).isEqualTo(expected.price());
  }

  private static List<DeliveryPrice> prices(List<UnitStep> steps) {
    return List.of(
        new DeliveryPrice.PerUnit(steps.get(0).price()),
        new DeliveryPrice.ByUnits(steps),
        new DeliveryPrice.ByAmount(
            steps.stream()
                .map(s -> new AmountStep(Money.ofMinor(s.from(), Shop.GBP), s.price()))
                .toList()),
        new DeliveryPrice.ByWeight(
            steps.stream()
                .map(s -> new WeightStep(Weight.ofGrams(s.from() * 10), s.price()))
                .toList(),
            Optional.empty(),
            Optional.empty()));
  }

  /** Each of so many mugs costs a penny. */
  private static Consignment mugs(long count, long grams) {
    return new Consignment(List.of(mug(count, grams)), basis -> Money.ofMinor(count, Shop.GBP));
  }

  private static Item mug(long count, long grams) {
    return new Item(MUG, Optional.of(Weight.ofGrams(grams)), Quantity.of(count), true);
  }

  /** Steps whose prices rise as they do. */
  @Provide
  Arbitrary<List<UnitStep>> rising() {
    Arbitrary<Set<Long>> froms = Arbitraries.longs().between(1, 100).set().ofMaxSize(6);
    return Combinators.combine(froms, Arbitraries.longs().between(0, 500).list().ofSize(7))
        .as(
            (some, rises) -> {
              List<UnitStep> steps = new ArrayList<>();
              long price = 0;
              TreeSet<Long> all = new TreeSet<>(some);
              all.add(0L);
              for (long from : all) {
                price += rises.get(steps.size());
                steps.add(new UnitStep(from, Money.ofMinor(price, Shop.GBP)));
              }
              return steps;
            });
  }
}
