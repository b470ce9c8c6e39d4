package io.omnicommerce.core.pricing;

import static io.omnicommerce.core.pricing.Stall.GBP;
import static io.omnicommerce.core.pricing.Stall.line;
import static io.omnicommerce.core.pricing.Stall.money;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.CustomerId;
import io.omnicommerce.common.Destination;
import io.omnicommerce.common.ForbiddenException;
import io.omnicommerce.core.customer.CoreCustomerService;
import io.omnicommerce.customer.Buyer;
import io.omnicommerce.customer.Customer;
import io.omnicommerce.customer.CustomerService;
import io.omnicommerce.delivery.DeliveryMethodId;
import io.omnicommerce.money.Money;
import io.omnicommerce.price.PriceConditions;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.price.PriceList;
import io.omnicommerce.price.PriceListId;
import io.omnicommerce.pricing.Charge;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricingRequest;
import io.omnicommerce.pricing.PricingService;
import io.omnicommerce.pricing.TaxTerms;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Whose groups count when a price is asked for. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PricingGroupsTest {

  private static final PricingRequest ONE_TEE =
      PricingRequest.of(GBP, List.of(line("1", "TEE", "1")));

  private final Stall stall = new Stall();
  private final CallContext trader = stall.owner.withActor(Actor.customer(CustomerId.of("trader")));

  @BeforeEach
  void the_trade_pays_less_for_a_tee() {
    PriceListId trade = PriceListId.of("trade");
    stall.sells("TEE", "10.00");
    stall.prices.save(
        stall.owner, PriceList.base(trade, GBP).withConditions(PriceConditions.groups("trade")));
    stall.priced(PriceEntry.of(trade, Sku.of("TEE"), Stall.gbp("7.00")));
    new CoreCustomerService(stall.storage)
        .save(
            stall.owner.withActor(Actor.staff("office", CustomerService.EDIT)),
            Customer.of(CustomerId.of("trader"), "Trader").withGroup("trade"));
  }

  @Test
  void the_callers_own_groups_count_without_being_named() {
    assertThat(total(trader, ONE_TEE)).isEqualTo(money("7.00"));
    assertThat(total(trader, ONE_TEE.withGroups(Set.of("trade")))).isEqualTo(money("7.00"));
    assertThat(total(stall.guest, ONE_TEE)).isEqualTo(money("10.00"));
  }

  @Test
  void nobody_prices_for_groups_of_others_without_the_permission() {
    PricingRequest named = ONE_TEE.withGroups(Set.of("trade"));

    assertThatThrownBy(() -> total(stall.guest, named))
        .isInstanceOf(ForbiddenException.class)
        .hasMessageContaining("pricing.assist");
    assertThatThrownBy(() -> total(trader, ONE_TEE.withGroups(Set.of("trade", "staff"))))
        .isInstanceOf(ForbiddenException.class);
    assertThatThrownBy(() -> stall.pricing.priceAsOf(stall.guest, named, Stall.NOON))
        .isInstanceOf(ForbiddenException.class);
  }

  @Test
  void a_clerk_with_the_permission_prices_for_the_customer_at_the_counter() {
    CallContext clerk = stall.owner.withActor(Actor.staff("bob", PricingService.ASSIST));

    assertThat(total(clerk, ONE_TEE.withGroups(Set.of("trade")))).isEqualTo(money("7.00"));
  }

  @Test
  void a_request_is_varied_a_part_at_a_time() {
    Charge fee = new Charge(LineId.of("fee"), "fee", "Gift wrap", money("2.00"), "standard");
    PricingRequest varied =
        ONE_TEE
            .withGroups(Set.of("trade"))
            .withDestination(CountryCode.of("FR"))
            .withCharges(List.of(fee))
            .withDelivery(DeliveryMethodId.of("standard"));

    assertThat(varied)
        .isEqualTo(
            new PricingRequest(
                GBP,
                Buyer.inGroups(Set.of("trade")),
                Optional.of(Destination.parse("FR")),
                List.of(line("1", "TEE", "1")),
                List.of(fee),
                List.of(DeliveryMethodId.of("standard")),
                Optional.empty(),
                Set.of(),
                List.of(),
                TaxTerms.NONE));
  }

  private Money total(CallContext caller, PricingRequest request) {
    return stall.pricing.price(caller, request).totals().grand();
  }
}
