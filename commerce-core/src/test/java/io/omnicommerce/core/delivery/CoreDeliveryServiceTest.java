package io.omnicommerce.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.catalog.Weight;
import io.omnicommerce.channel.ChannelService;
import io.omnicommerce.channel.MarketId;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.Destination;
import io.omnicommerce.common.ForbiddenException;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.NotFoundException;
import io.omnicommerce.core.Shop;
import io.omnicommerce.delivery.AmountBasis;
import io.omnicommerce.delivery.DeliveryFee;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.delivery.DeliveryMethodId;
import io.omnicommerce.delivery.DeliveryPrice;
import io.omnicommerce.delivery.DeliveryPrice.UnitStep;
import io.omnicommerce.delivery.DeliveryPrice.WeightStep;
import io.omnicommerce.delivery.DeliveryRate;
import io.omnicommerce.delivery.DeliveryService;
import io.omnicommerce.delivery.Handling;
import io.omnicommerce.delivery.LeadTime;
import io.omnicommerce.money.Money;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CoreDeliveryServiceTest {

  private static final LeadTime DAYS = new LeadTime(Duration.ofDays(1), Duration.ofDays(3));

  private final Shop shop = Shop.bare();
  private final DeliveryService delivery = new CoreDeliveryService(shop.storage());

  @Test
  void all_methods_are_there_to_be_looked_at_by_their_ids() {
    save(ship("slow", "3.95"), ship("express", "9.95").withChannels(Shop.APP), pickup());

    assertThat(delivery.all(Shop.ADA))
        .containsExactly(
            ship("express", "9.95").withChannels(Shop.APP), pickup(), ship("slow", "3.95"));
  }

  @Test
  void everything_that_a_rate_can_say_is_kept() {
    DeliveryMethod method =
        ship("much", "3.95")
            .withMarkets(Shop.UK)
            .withRates(
                DeliveryRate.of(
                        new DeliveryPrice.ByWeight(
                            List.of(
                                new WeightStep(Weight.ofGrams(0), gbp("3.95")),
                                new WeightStep(Weight.ofGrams(2_000), gbp("5.95"))),
                            Optional.of(Weight.ofGrams(250)),
                            Optional.of(Weight.ofGrams(31_500))))
                    .withPlaces(Destination.of(Shop.GB), Destination.parse("FR/75"))
                    .withFee(new DeliveryFee("Handling", gbp("0.50")))
                    .withFreeFrom(gbp("50.00"))
                    .withOrderMin(gbp("5.00"))
                    .withBasis(AmountBasis.BEFORE_DISCOUNTS),
                DeliveryRate.of(
                    new DeliveryPrice.ByUnits(
                        List.of(new UnitStep(0, gbp("8.00")), new UnitStep(3, gbp("9.00"))))));
    save(method);

    assertThat(delivery.find(Shop.ADA, method.id())).contains(method);
  }

  @Test
  void what_cannot_be_right_is_refused_when_it_is_saved_and_changes_nothing() {
    save(ship("slow", "3.95"));
    DeliveryMethod wrong =
        ship("slow", "3.95")
            .withRates(
                DeliveryRate.of(
                    new DeliveryPrice.ByUnits(
                        List.of(new UnitStep(0, gbp("1.00")), new UnitStep(0, gbp("2.00"))))));

    assertThatThrownBy(() -> save(wrong))
        .isInstanceOfSatisfying(
            InvalidInputException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(DeliveryService.INVALID_RATE);
              assertThat(refused.field()).isEqualTo("rates[0].price.steps[1].from");
            });
    assertThat(delivery.find(Shop.ADA, wrong.id())).contains(ship("slow", "3.95"));
  }

  @Test
  void a_price_that_no_market_of_the_method_takes_is_refused() {
    Money euros = Money.of("5.00", Currency.getInstance("EUR"));
    DeliveryMethod abroad =
        DeliveryMethod.ship(DeliveryMethodId.of("abroad"), "Abroad", DAYS, euros);

    assertThatThrownBy(() -> save(abroad.withMarkets(Shop.UK)))
        .isInstanceOf(InvalidInputException.class)
        .hasFieldOrPropertyWithValue("field", "rates[0].price")
        .hasMessageContaining("GBP");
    assertThatThrownBy(() -> save(abroad.withMarkets(MarketId.of("nowhere"))))
        .isInstanceOf(NotFoundException.class)
        .hasFieldOrPropertyWithValue("code", ChannelService.UNKNOWN_MARKET);
    save(abroad);
    assertThat(delivery.find(Shop.ADA, abroad.id())).contains(abroad);
  }

  @Test
  void a_method_is_replaced_by_whoever_may_and_by_nobody_else() {
    save(ship("slow", "3.95"));
    save(ship("slow", "4.95"));

    assertThat(delivery.find(Shop.ADA, DeliveryMethodId.of("slow"))).contains(ship("slow", "4.95"));
    assertThatThrownBy(() -> delivery.save(Shop.ADA, ship("slow", "0.00")))
        .isInstanceOf(ForbiddenException.class);
    assertThat(delivery.find(Shop.ADA, DeliveryMethodId.of("slow"))).contains(ship("slow", "4.95"));
  }

  private void save(DeliveryMethod... methods) {
    for (DeliveryMethod method : methods) {
      delivery.save(Shop.staff(DeliveryService.EDIT), method);
    }
  }

  private static Money gbp(String amount) {
    return Money.of(amount, Shop.GBP);
  }

  private static DeliveryMethod ship(String id, String price) {
    return DeliveryMethod.ship(DeliveryMethodId.of(id), id, DAYS, Money.of(price, Shop.GBP));
  }

  private static DeliveryMethod pickup() {
    return DeliveryMethod.pickup(
        DeliveryMethodId.of("pickup"),
        "Pickup",
        new LeadTime(Duration.ofHours(2), Duration.ofHours(2)),
        Money.zero(Shop.GBP));
  }

  @Test
  void how_a_location_works_is_kept_and_replaced() {
    CallContext office = Shop.staff(DeliveryService.EDIT);
    Handling first = Handling.of(Shop.LON, Duration.ofHours(2));
    Handling second =
        first
            .withCutOff(LocalTime.of(15, 0))
            .withCollectedAt(LocalTime.of(17, 0))
            .withPerJob(Duration.ofMinutes(5))
            .withHeldDays(7, 3, 6);

    delivery.save(office, first);
    delivery.save(office, second);

    assertThat(delivery.findHandling(Shop.ADA, Shop.LON)).contains(second);
    assertThat(delivery.findHandling(Shop.ADA, Shop.DC)).isEmpty();
    assertThatThrownBy(() -> delivery.save(Shop.ADA, first)).isInstanceOf(ForbiddenException.class);
    assertThatThrownBy(
            () -> delivery.save(office, Handling.of(LocationId.of("MOON"), Duration.ZERO)))
        .isInstanceOf(NotFoundException.class);
  }

  @Test
  void how_a_location_cannot_work_is_refused() {
    Handling handling = Handling.of(Shop.LON, Duration.ofHours(2));

    assertThatThrownBy(() -> handling.withHeldDays(0)).isInstanceOf(InvalidInputException.class);
    assertThatThrownBy(() -> handling.withHeldDays(7, 3, 3))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("remindAfterDays");
    assertThatThrownBy(() -> handling.withPerJob(Duration.ofDays(2)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("perJob");
  }
}
