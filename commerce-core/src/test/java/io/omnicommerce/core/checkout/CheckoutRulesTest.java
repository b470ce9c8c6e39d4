package io.omnicommerce.core.checkout;

import static io.omnicommerce.core.checkout.Buying.gbp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.cart.CartId;
import io.omnicommerce.checkout.Checkout;
import io.omnicommerce.checkout.CheckoutId;
import io.omnicommerce.checkout.CheckoutService;
import io.omnicommerce.checkout.CheckoutStatus;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.common.Version;
import io.omnicommerce.core.Shop;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.order.OrderNumber;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.Totals;
import io.omnicommerce.pricing.Trace;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CheckoutRulesTest {

  private static final Map<CheckoutStatus, List<CheckoutStep>> PERMITTED =
      Map.of(
          CheckoutStatus.BEGUN, List.of(CheckoutStep.values()),
          CheckoutStatus.PENDING,
              List.of(CheckoutStep.PLACE, CheckoutStep.LOSE_SIGHT, CheckoutStep.ABANDON),
          CheckoutStatus.UNKNOWN,
              List.of(CheckoutStep.PLACE, CheckoutStep.WAIT, CheckoutStep.ABANDON),
          CheckoutStatus.PLACED, List.of(),
          CheckoutStatus.ABANDONED, List.of());

  static Stream<Arguments> steps() {
    return Stream.of(CheckoutStatus.values())
        .flatMap(from -> Stream.of(CheckoutStep.values()).map(on -> Arguments.of(from, on)));
  }

  @ParameterizedTest
  @MethodSource("steps")
  void l53_what_is_not_permitted_is_refused(CheckoutStatus from, CheckoutStep on) {
    Checkout checkout = at(from);

    if (PERMITTED.get(from).contains(on)) {
      assertThat(take(checkout, on).version()).isEqualTo(Version.of(2));
    } else {
      assertThatThrownBy(() -> take(checkout, on))
          .isInstanceOfSatisfying(
              RefusedException.class,
              refused -> assertThat(refused.code()).isEqualTo(CheckoutService.ENDED));
    }
  }

  @Test
  void an_attempt_that_has_ended_says_why() {
    Refusal reason = CheckoutRules.declined("no");

    Checkout ended = CheckoutRules.abandoned(at(CheckoutStatus.BEGUN), List.of(reason));

    assertThat(Endings.told(ended)).hasFieldOrPropertyWithValue("reasons", List.of(reason));
  }

  @Test
  void another_content_has_another_hash() {
    PricedCart priced = priced("8.94");
    String hash = ContentHash.of(priced.lines(), priced.charges(), priced.totals());

    PricedCart other = priced("8.95");

    assertThat(ContentHash.of(priced.lines(), priced.charges(), priced.totals())).isEqualTo(hash);
    assertThat(ContentHash.of(other.lines(), other.charges(), other.totals())).isNotEqualTo(hash);
  }

  private static Checkout take(Checkout checkout, CheckoutStep step) {
    return switch (step) {
      case PLACE -> CheckoutRules.placed(checkout, OrderId.of("o"));
      case WAIT -> CheckoutRules.waiting(checkout, "go to your bank");
      case LOSE_SIGHT -> CheckoutRules.unknown(checkout);
      case ABANDON -> CheckoutRules.abandoned(checkout, List.of());
    };
  }

  private static Checkout at(CheckoutStatus status) {
    return new Checkout(
        CheckoutId.of("c"),
        Version.of(1),
        status,
        CartId.of("cart"),
        Version.of(4),
        "hash",
        priced("8.94"),
        "checkout/c",
        List.of(),
        Optional.empty(),
        List.of(),
        OrderNumber.of("ORD-1"),
        Optional.empty(),
        Optional.empty(),
        Instant.parse("2026-03-02T09:15:00Z"),
        List.of());
  }

  private static PricedCart priced(String total) {
    Money nothing = Money.zero(Shop.GBP);
    return new PricedCart(
        List.of(),
        List.of(),
        List.of(),
        new Totals(gbp(total), nothing, nothing, nothing, nothing, gbp(total)),
        new Trace(List.of(), List.of()),
        Instant.parse("2026-03-02T09:00:00Z"));
  }
}
