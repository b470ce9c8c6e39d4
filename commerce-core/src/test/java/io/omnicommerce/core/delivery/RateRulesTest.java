package io.omnicommerce.core.delivery;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.catalog.Weight;
import io.omnicommerce.common.Destination;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.LimitExceededException;
import io.omnicommerce.core.Shop;
import io.omnicommerce.delivery.DeliveryFee;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.delivery.DeliveryMethodId;
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
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RateRulesTest {

  private static final LeadTime DAY = new LeadTime(Duration.ZERO, Duration.ofDays(1));
  private static final DeliveryMethod METHOD =
      DeliveryMethod.ship(DeliveryMethodId.of("method"), "Method", DAY);
  private static final DeliveryRate FLAT = DeliveryRate.flat(gbp("1.00"));
  private static final Money EUROS = Money.of("1.00", Currency.getInstance("EUR"));

  static Stream<Arguments> faults() {
    return Stream.of(
        Arguments.of("rates[0].price.amount", DeliveryRate.flat(gbp("-0.01"))),
        Arguments.of("rates[0].price.each", DeliveryRate.of(new PerUnit(gbp("-0.01")))),
        Arguments.of("rates[0].price.steps[0].from", weights(step(1, "1.00"))),
        Arguments.of(
            "rates[0].price.steps[2].from",
            weights(step(0, "1.00"), step(500, "2.00"), step(500, "3.00"))),
        Arguments.of(
            "rates[0].price.steps[2].from",
            weights(step(0, "1.00"), step(500, "2.00"), step(499, "3.00"))),
        Arguments.of("rates[0].price.steps[1].price", weights(step(0, "1.00"), step(500, "-2.00"))),
        Arguments.of(
            "rates[0].price.steps[1].price",
            weights(step(0, "1.00"), new WeightStep(Weight.ofGrams(5), EUROS))),
        Arguments.of(
            "rates[0].price.steps[0].from",
            DeliveryRate.of(new ByAmount(List.of(new AmountStep(gbp("0.01"), gbp("1.00")))))),
        Arguments.of(
            "rates[0].price.steps[0].from",
            DeliveryRate.of(
                new ByAmount(List.of(new AmountStep(Money.zero(EUROS.currency()), gbp("1.00")))))),
        Arguments.of(
            "rates[0].price.steps[0].from",
            DeliveryRate.of(new ByUnits(List.of(new UnitStep(-1, gbp("1.00")))))),
        Arguments.of("rates[0].fees[0].amount", FLAT.withFee(new DeliveryFee("Fee", gbp("-1.00")))),
        Arguments.of("rates[0].fees[0].amount", FLAT.withFee(new DeliveryFee("Fee", EUROS))),
        Arguments.of("rates[0].freeFrom", FLAT.withFreeFrom(EUROS)),
        Arguments.of("rates[0].freeFrom", FLAT.withFreeFrom(gbp("-1.00"))),
        Arguments.of("rates[0].orderMin", FLAT.withOrderMin(EUROS)));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void a_rate_that_cannot_be_right_is_refused_with_the_path_of_the_fault(
      String path, DeliveryRate rate) {
    assertFault(path, METHOD.withRates(rate));
  }

  @Test
  void no_place_is_named_by_two_rates_of_a_currency() {
    Destination skye = Destination.parse("GB/IV51");

    assertFault("rates[1].places", METHOD.withRates(FLAT, FLAT));
    assertFault(
        "rates[1].places",
        METHOD.withRates(FLAT.withPlaces(skye), FLAT.withPlaces(Destination.of(Shop.GB), skye)));
    assertRight(METHOD.withRates(FLAT, FLAT.withPlaces(skye), DeliveryRate.flat(EUROS)));
  }

  @Test
  void a_pickup_has_no_places_and_every_method_has_a_rate() {
    DeliveryMethod pickup = DeliveryMethod.pickup(METHOD.id(), "Pickup", DAY);

    assertFault("rates[0].places", pickup.withRates(FLAT.withPlaces(Destination.of(Shop.GB))));
    assertFault("rates", METHOD);
    assertRight(pickup.withRates(FLAT));
  }

  @Test
  void a_method_has_no_more_rates_and_rows_than_its_limits() {
    UnitStep[] steps =
        IntStream.range(0, DeliveryMethod.ROWS_MAX + 1)
            .mapToObj(from -> new UnitStep(from, gbp("1.00")))
            .toArray(UnitStep[]::new);
    DeliveryMethod long_ = METHOD.withRates(DeliveryRate.of(new ByUnits(List.of(steps))));

    assertThatThrownBy(() -> check(long_))
        .isInstanceOf(LimitExceededException.class)
        .hasMessageContaining("rowsMax");
    assertRight(
        METHOD.withRates(
            DeliveryRate.of(new ByUnits(List.of(steps).subList(0, DeliveryMethod.ROWS_MAX)))));
  }

  private static void assertFault(String path, DeliveryMethod method) {
    assertThatThrownBy(() -> check(method))
        .isInstanceOf(InvalidInputException.class)
        .hasFieldOrPropertyWithValue("code", DeliveryService.INVALID_RATE)
        .hasFieldOrPropertyWithValue("field", path);
  }

  private static void assertRight(DeliveryMethod method) {
    assertThatCode(() -> check(method)).doesNotThrowAnyException();
  }

  private static void check(DeliveryMethod method) {
    RateRules.check(method, Optional.of(Set.of(Shop.GBP, EUROS.currency())));
  }

  private static DeliveryRate weights(WeightStep... steps) {
    return DeliveryRate.of(new ByWeight(List.of(steps), Optional.empty(), Optional.empty()));
  }

  private static WeightStep step(long grams, String price) {
    return new WeightStep(Weight.ofGrams(grams), gbp(price));
  }

  private static Money gbp(String amount) {
    return Money.of(amount, Shop.GBP);
  }
}
