package io.omnicommerce.core.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.channel.Channel;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.channel.Market;
import io.omnicommerce.channel.MarketId;
import io.omnicommerce.common.Address;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.Destination;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.channel.ChannelSettings;
import io.omnicommerce.delivery.DeliveryChoice;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.delivery.DeliveryMethodId;
import io.omnicommerce.delivery.DeliveryRate;
import io.omnicommerce.delivery.DeliveryService;
import io.omnicommerce.delivery.LeadTime;
import io.omnicommerce.money.Money;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DeliveryRulesTest {

  private static final DeliveryMethodId ID = DeliveryMethodId.of("method");
  private static final LeadTime DAY = new LeadTime(Duration.ZERO, Duration.ofDays(1));
  private static final Money PRICE = Money.of("3.95", Shop.GBP);
  private static final DeliveryMethod SHIP = DeliveryMethod.ship(ID, "Ship", DAY, PRICE);
  private static final DeliveryMethod PICKUP = DeliveryMethod.pickup(ID, "Pickup", DAY, PRICE);
  private static final DeliveryChoice TO_ADDRESS = DeliveryChoice.ship(ID, Shop.address());
  private static final DeliveryChoice AT_STORE = DeliveryChoice.pickup(ID, Shop.LON);
  private static final DeliveryChoice NOWHERE =
      new DeliveryChoice(ID, Optional.empty(), Optional.empty(), "");
  private static final DeliveryChoice BOTH =
      new DeliveryChoice(ID, Optional.of(Shop.address()), Optional.of(Shop.LON), "");

  @Test
  void what_is_shipped_needs_an_address_and_only_that() {
    assertThat(refusal(SHIP, TO_ADDRESS)).isEmpty();
    assertThat(refusal(SHIP, AT_STORE)).hasValueSatisfying(DeliveryRulesTest::isNotOffered);
    assertThat(refusal(SHIP, NOWHERE)).hasValueSatisfying(DeliveryRulesTest::isNotOffered);
    assertThat(refusal(SHIP, BOTH)).hasValueSatisfying(DeliveryRulesTest::isNotOffered);
  }

  @Test
  void what_is_picked_up_needs_a_location_and_only_that() {
    assertThat(refusal(PICKUP, AT_STORE)).isEmpty();
    assertThat(refusal(PICKUP, TO_ADDRESS)).hasValueSatisfying(DeliveryRulesTest::isNotOffered);
    assertThat(refusal(PICKUP, NOWHERE)).hasValueSatisfying(DeliveryRulesTest::isNotOffered);
    assertThat(refusal(PICKUP, BOTH)).hasValueSatisfying(DeliveryRulesTest::isNotOffered);
  }

  @Test
  void abuse_75_a_method_that_does_not_go_to_the_address_is_refused_and_says_so() {
    CountryCode france = CountryCode.of("FR");
    Address paris = Address.of("Ada", "1 Rue de Rivoli", "Paris", "75001", france);

    Optional<Refusal> refusal =
        refusal(SHIP.withCountries(Shop.GB), DeliveryChoice.ship(ID, paris));

    assertThat(refusal)
        .hasValueSatisfying(
            refused -> {
              isNotOffered(refused);
              assertThat(refused.message()).contains("does not go to FR");
              assertThat(refused.facts().get("country")).contains("FR");
            });
    assertThat(refusal(SHIP.withCountries(Shop.GB, france), DeliveryChoice.ship(ID, paris)))
        .isEmpty();
  }

  @Test
  void abuse_75_a_method_of_another_channel_is_refused() {
    assertThat(refusal(SHIP.withChannels(Shop.APP), TO_ADDRESS))
        .hasValueSatisfying(refused -> assertThat(refused.facts().get("channel")).isPresent());
    assertThat(refusal(SHIP.withChannels(Shop.APP, Shop.WEB), TO_ADDRESS)).isEmpty();
  }

  @Test
  void abuse_75_a_method_of_another_market_is_refused() {
    assertThat(refusal(SHIP.withMarkets(MarketId.of("fr")), TO_ADDRESS))
        .hasValueSatisfying(
            refused -> {
              isNotOffered(refused);
              assertThat(refused.facts().get("market")).contains("uk");
            });
    assertThat(refusal(SHIP.withMarkets(MarketId.of("fr"), Shop.UK), TO_ADDRESS)).isEmpty();
  }

  @Test
  void
      abuse_75_a_method_without_a_rate_for_the_postal_code_is_refused_and_tells_the_country_only() {
    DeliveryMethod highlands =
        SHIP.withRates(DeliveryRate.flat(PRICE).withPlaces(Destination.parse("GB/IV")));

    assertThat(refusal(highlands, TO_ADDRESS))
        .hasValueSatisfying(
            refused -> {
              isNotOffered(refused);
              assertThat(refused.message()).contains("part of it").doesNotContain("SW1");
              assertThat(refused.facts().get("country")).contains("GB");
            });
  }

  private static Optional<Refusal> refusal(DeliveryMethod method, DeliveryChoice choice) {
    return DeliveryRules.offer(method, here(), Shop.GBP, choice);
  }

  private static ChannelSettings here() {
    return new ChannelSettings(
        new Channel(Shop.WEB, "Web", Channel.Kind.WEB, Shop.UK, List.of()),
        new Market(
            Shop.UK, "United Kingdom", Set.of(Shop.GBP), "uk", Shop.GB, Conventions.STANDARD));
  }

  private static void isNotOffered(Refusal refusal) {
    assertThat(refusal.code()).isEqualTo(DeliveryService.NOT_OFFERED);
  }
}
