package io.omnicommerce.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.channel.Market;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.ForbiddenException;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.core.Shop;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.delivery.DeliveryMethodId;
import io.omnicommerce.delivery.DeliveryOption;
import io.omnicommerce.delivery.DeliveryPromise;
import io.omnicommerce.delivery.DeliveryService;
import io.omnicommerce.delivery.LeadTime;
import io.omnicommerce.money.Money;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CoreDeliveryServiceTest {

  private static final CountryCode FR = CountryCode.of("FR");
  private static final LeadTime DAYS = new LeadTime(Duration.ofDays(1), Duration.ofDays(3));

  private final Shop shop = Shop.bare();
  private final DeliveryService delivery = new CoreDeliveryService(shop.storage());

  @Test
  void what_is_offered_comes_cheapest_first_then_by_id() {
    save(ship("slow", "3.95"), ship("express", "9.95"), ship("cheap-2", "1.00"));
    save(ship("cheap-1", "1.00"));

    assertThat(offered(Optional.of(Shop.GB)))
        .containsExactly("cheap-1", "cheap-2", "slow", "express");
  }

  @Test
  void a_method_goes_only_to_its_countries() {
    save(ship("anywhere", "9.00"), ship("home", "3.00").withCountries(Shop.GB), pickup());

    assertThat(offered(Optional.of(Shop.GB))).containsExactly("pickup", "home", "anywhere");
    assertThat(offered(Optional.of(FR))).containsExactly("pickup", "anywhere");
    assertThat(offered(Optional.empty())).containsExactly("pickup", "anywhere");
  }

  @Test
  void a_method_is_offered_only_in_its_channels() {
    save(ship("app-only", "1.00").withChannels(Shop.APP), ship("all", "2.00"));

    assertThat(offered(Optional.of(Shop.GB))).containsExactly("all");
    assertThat(delivery.options(Shop.ADA_IN_APP, Shop.GBP, Optional.empty()))
        .extracting(option -> option.method().id().value())
        .containsExactly("app-only", "all");
  }

  @Test
  void a_method_without_a_price_in_the_currency_is_not_offered() {
    Money euros = Money.of("5.00", Currency.getInstance("EUR"));
    save(
        DeliveryMethod.ship(DeliveryMethodId.of("abroad"), "Abroad", DAYS, euros),
        ship("home", "3.00"));

    assertThat(offered(Optional.of(Shop.GB))).containsExactly("home");
  }

  @Test
  void every_channel_is_promised_the_same() {
    save(ship("slow", "3.95"));

    List<DeliveryOption> web = delivery.options(Shop.ADA, Shop.GBP, Optional.empty());
    List<DeliveryOption> app = delivery.options(Shop.ADA_IN_APP, Shop.GBP, Optional.empty());

    assertThat(web).isEqualTo(app);
    assertThat(web.get(0).promise())
        .isEqualTo(
            new DeliveryPromise(
                Shop.START.plus(Duration.ofDays(1)), Shop.START.plus(Duration.ofDays(3))));
  }

  @Test
  void a_currency_of_another_market_is_refused() {
    assertThatThrownBy(
            () -> delivery.options(Shop.ADA, Currency.getInstance("EUR"), Optional.empty()))
        .isInstanceOf(InvalidInputException.class)
        .extracting(thrown -> ((CommerceException) thrown).code())
        .isEqualTo(Market.CURRENCY_NOT_ALLOWED);
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

  private List<String> offered(Optional<CountryCode> country) {
    return delivery.options(Shop.ADA, Shop.GBP, country).stream()
        .map(option -> option.method().id().value())
        .toList();
  }

  private void save(DeliveryMethod... methods) {
    for (DeliveryMethod method : methods) {
      delivery.save(Shop.staff(DeliveryService.EDIT), method);
    }
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
}
