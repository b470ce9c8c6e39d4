package io.omnicommerce.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.catalog.Weight;
import io.omnicommerce.common.Destination;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.delivery.Consignment.Item;
import io.omnicommerce.delivery.AmountBasis;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.delivery.DeliveryMethodId;
import io.omnicommerce.delivery.DeliveryPrice;
import io.omnicommerce.delivery.DeliveryPrice.AmountStep;
import io.omnicommerce.delivery.DeliveryPrice.ByAmount;
import io.omnicommerce.delivery.DeliveryPrice.ByUnits;
import io.omnicommerce.delivery.DeliveryPrice.ByWeight;
import io.omnicommerce.delivery.DeliveryPrice.PerUnit;
import io.omnicommerce.delivery.DeliveryPrice.UnitStep;
import io.omnicommerce.delivery.DeliveryPrice.WeightStep;
import io.omnicommerce.delivery.DeliveryRate;
import io.omnicommerce.delivery.DeliveryService;
import io.omnicommerce.delivery.LeadTime;
import io.omnicommerce.money.Money;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DeliveryRatesTest {

  private static final LeadTime DAY = new LeadTime(Duration.ZERO, Duration.ofDays(1));
  private static final DeliveryMethod METHOD =
      DeliveryMethod.ship(DeliveryMethodId.of("method"), "Method", DAY);
  private static final Sku MUG = Sku.of("MUG");
  private static final Sku ROPE = Sku.of("ROPE");

  private static final DeliveryPrice.ByWeight BY_WEIGHT =
      new ByWeight(
          List.of(
              new WeightStep(Weight.ofGrams(0), gbp("3.00")),
              new WeightStep(Weight.ofGrams(1_000), gbp("4.00")),
              new WeightStep(Weight.ofGrams(5_000), gbp("6.00"))),
          Optional.empty(),
          Optional.of(Weight.ofGrams(10_000)));

  @ParameterizedTest
  @CsvSource({
    "GB/SW1Y4JH, 1.00",
    "GB/SW1A1AA, 2.00",
    "GB/SW, 3.00",
    "GB-SCT/IV519, 6.00",
    "GB-SCT/EH1, 5.00",
    "GB, 4.00",
    "FR/75001, 9.00",
  })
  void the_place_that_says_most_counts(String to, String price) {
    DeliveryMethod method =
        METHOD.withRates(
            rate("9.00"),
            rate("4.00", "GB"),
            rate("5.00", "GB-SCT"),
            rate("3.00", "GB/SW"),
            rate("2.00", "GB/SW1"),
            rate("1.00", "GB/SW1Y"),
            rate("8.00", "GB/IV5"),
            rate("6.00", "GB-SCT/IV5"));

    assertThat(price(method, Optional.of(Destination.parse(to)))).contains(gbp(price));
  }

  @Test
  void without_a_place_only_what_counts_everywhere_does() {
    assertThat(price(METHOD.withRates(rate("4.00", "GB")), Optional.empty())).isEmpty();
    assertThat(price(METHOD.withRates(rate("4.00", "GB"), rate("9.00")), Optional.empty()))
        .contains(gbp("9.00"));
  }

  @ParameterizedTest
  @CsvSource({"1, 3.00", "3, 3.00", "4, 4.00", "19, 4.00", "20, 6.00", "40, 6.00"})
  void a_step_counts_from_its_weight_on(long mugs, String price) {
    assertThat(DeliveryRates.price(DeliveryRate.of(BY_WEIGHT), mugs(mugs))).isEqualTo(gbp(price));
  }

  @Test
  void what_is_heavier_than_the_most_is_refused_with_both_weights() {
    assertThat(refusal(BY_WEIGHT, mugs(40))).isEmpty();
    assertThat(refusal(BY_WEIGHT, mugs(41)))
        .hasValueSatisfying(
            refused -> {
              assertThat(refused.code()).isEqualTo(DeliveryService.NOT_OFFERED);
              assertThat(refused.facts().get("weight")).contains("10250 g");
              assertThat(refused.facts().get("weightMax")).contains("10000 g");
            });
  }

  @Test
  void goods_of_unknown_weight_are_refused_unless_something_is_assumed() {
    Consignment unknown = goods(item(MUG, Optional.empty(), "4", true));

    assertThat(refusal(BY_WEIGHT, unknown))
        .hasValueSatisfying(
            refused -> {
              assertThat(refused.code()).isEqualTo(DeliveryService.UNKNOWN_WEIGHT);
              assertThat(refused.facts().get("sku")).contains("MUG");
            });
    ByWeight assuming =
        new ByWeight(BY_WEIGHT.steps(), Optional.of(Weight.ofGrams(250)), BY_WEIGHT.max());
    assertThat(refusal(assuming, unknown)).isEmpty();
    assertThat(DeliveryRates.price(DeliveryRate.of(assuming), unknown)).isEqualTo(gbp("4.00"));
  }

  @Test
  void what_is_measured_weighs_its_part_and_is_one_unit() {
    Consignment rope = goods(item(ROPE, Optional.of(Weight.ofGrams(40)), "24.999", false));
    Consignment more = goods(item(ROPE, Optional.of(Weight.ofGrams(40)), "25", false));

    assertThat(DeliveryRates.price(DeliveryRate.of(BY_WEIGHT), rope)).isEqualTo(gbp("3.00"));
    assertThat(DeliveryRates.price(DeliveryRate.of(BY_WEIGHT), more)).isEqualTo(gbp("4.00"));
    assertThat(DeliveryRates.price(DeliveryRate.of(new PerUnit(gbp("1.50"))), more))
        .isEqualTo(gbp("1.50"));
  }

  @Test
  void units_count_over_all_lines() {
    Consignment goods = goods(item(MUG, Optional.empty(), "2", true), item(ROPE, "1.5"));
    ByUnits steps =
        new ByUnits(
            List.of(
                new UnitStep(0, gbp("1.00")),
                new UnitStep(3, gbp("2.00")),
                new UnitStep(4, gbp("5.00"))));

    assertThat(DeliveryRates.price(DeliveryRate.of(new PerUnit(gbp("1.50"))), goods))
        .isEqualTo(gbp("4.50"));
    assertThat(DeliveryRates.price(DeliveryRate.of(steps), goods)).isEqualTo(gbp("2.00"));
  }

  @Test
  void the_basis_says_which_amount_steps_and_limits_look_at() {
    DeliveryRate rate =
        DeliveryRate.of(
                new ByAmount(
                    List.of(
                        new AmountStep(gbp("0.00"), gbp("5.00")),
                        new AmountStep(gbp("20.00"), gbp("2.00")))))
            .withFreeFrom(gbp("30.00"))
            .withOrderMin(gbp("10.00"));

    assertThat(DeliveryRates.price(rate, costing("20.00", "19.99"))).isEqualTo(gbp("5.00"));
    assertThat(DeliveryRates.price(before(rate), costing("20.00", "19.99"))).isEqualTo(gbp("2.00"));
    assertThat(DeliveryRates.price(rate, costing("40.00", "30.00"))).isEqualTo(gbp("0.00"));
    assertThat(DeliveryRates.price(rate, costing("40.00", "29.99"))).isEqualTo(gbp("2.00"));
    assertThat(DeliveryRates.refusal(METHOD, rate, costing("12.00", "10.00"))).isEmpty();
    assertThat(DeliveryRates.refusal(METHOD, before(rate), costing("12.00", "9.00"))).isEmpty();
    assertThat(DeliveryRates.refusal(METHOD, rate, costing("12.00", "9.00")))
        .hasValueSatisfying(
            refused -> {
              assertThat(refused.code()).isEqualTo(DeliveryService.BELOW_MINIMUM);
              assertThat(refused.facts().get("missing")).contains("GBP 1.00");
            });
  }

  private static DeliveryRate before(DeliveryRate rate) {
    return rate.withBasis(AmountBasis.BEFORE_DISCOUNTS);
  }

  private static Optional<Money> price(DeliveryMethod method, Optional<Destination> to) {
    return DeliveryRates.find(method, Shop.GBP, to).map(rate -> DeliveryRates.price(rate, mugs(1)));
  }

  private static Optional<io.omnicommerce.common.Refusal> refusal(
      DeliveryPrice price, Consignment goods) {
    return DeliveryRates.refusal(METHOD, DeliveryRate.of(price), goods);
  }

  private static DeliveryRate rate(String price, String... places) {
    Destination[] parsed =
        java.util.Arrays.stream(places).map(Destination::parse).toArray(Destination[]::new);
    return DeliveryRate.flat(gbp(price)).withPlaces(parsed);
  }

  private static Consignment mugs(long count) {
    return goods(item(MUG, Optional.of(Weight.ofGrams(250)), Long.toString(count), true));
  }

  private static Item item(Sku sku, String measured) {
    return item(sku, Optional.empty(), measured, false);
  }

  private static Item item(Sku sku, Optional<Weight> weight, String quantity, boolean counted) {
    return new Item(sku, weight, Quantity.parse(quantity), counted);
  }

  private static Consignment goods(Item... items) {
    return new Consignment(List.of(items), basis -> Money.zero(Shop.GBP));
  }

  private static Consignment costing(String before, String after) {
    return new Consignment(
        List.of(), basis -> gbp(basis == AmountBasis.BEFORE_DISCOUNTS ? before : after));
  }

  private static Money gbp(String amount) {
    return Money.of(amount, Shop.GBP);
  }
}
