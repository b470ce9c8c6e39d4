package io.omnicommerce.core.pricing;

import static io.omnicommerce.core.pricing.Stall.GBP;
import static io.omnicommerce.core.pricing.Stall.line;
import static io.omnicommerce.core.pricing.Stall.money;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.channel.Conventions;
import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.CustomerId;
import io.omnicommerce.common.Destination;
import io.omnicommerce.common.ForbiddenException;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.common.TimeWindow;
import io.omnicommerce.core.tax.CoreTaxService;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.delivery.DeliveryMethodId;
import io.omnicommerce.delivery.LeadTime;
import io.omnicommerce.pricing.Charge;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricingRequest;
import io.omnicommerce.pricing.TaxTerms;
import io.omnicommerce.pricing.TraceStep;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.ItemFilter;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.tax.TaxArea;
import io.omnicommerce.tax.TaxExemption;
import io.omnicommerce.tax.TaxLine;
import io.omnicommerce.tax.TaxRate;
import io.omnicommerce.tax.TaxService;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the conventions and terms of tax reach a whole cart. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PricingTaxTest {

  private static final CountryCode GB = CountryCode.of("GB");
  private static final TaxRate HOME = TaxRate.included("GB-VAT", "standard", "20", GB);
  private static final Promotion FIVE_PERCENT_OFF =
      Promotion.of(
          PromotionId.of("five"),
          "Five percent off",
          new Benefit.OrderPercent(new BigDecimal("5"), Optional.empty(), ItemFilter.ALL));
  private static final PricingRequest ONE_TEE =
      PricingRequest.of(GBP, List.of(line("1", "TEE", "1")));

  @Test
  void taxes_rounded_together_add_up_over_lines_totals_and_trace() {
    Stall stall =
        stall(Map.of("tax_level", "rate_group"))
            .sells("TEE", "1.43")
            .taxed(TaxRate.added("VAT", "standard", "19"));

    PricedCart priced =
        stall.price(line("1", "TEE", "1"), line("2", "TEE", "1"), line("3", "TEE", "1"));

    // 4.29 at 19 % is 0.8151; the lines would be 0.27 each.
    assertThat(priced.lines())
        .extracting(line -> line.taxes().get(0).tax())
        .containsExactly(money("0.28"), money("0.27"), money("0.27"));
    assertThat(priced.taxes()).extracting(TaxLine::tax).containsExactly(money("0.82"));
    assertThat(priced.totals().grand()).isEqualTo(money("5.11"));
    assertThat(priced.trace().total(GBP)).isEqualTo(money("5.11"));
    assertThat(priced.trace().conventions()).contains("tax_level=rate_group");
  }

  @Test
  void prices_going_abroad_keep_their_net_and_so_does_the_delivery() {
    Stall stall =
        stall(Map.of("included_price_abroad", "keep_net"))
            .sells("TEE", "12.00")
            .taxed(HOME)
            .delivers(post("6.00"));
    PricingRequest sent = ONE_TEE.withDelivery(DeliveryMethodId.of("post"));

    PricedCart home = stall.pricing.price(stall.guest, sent.withDestination(GB));
    PricedCart abroad =
        stall.pricing.price(stall.guest, sent.withDestination(CountryCode.of("US")));

    assertThat(home.totals().grand()).isEqualTo(money("18.00"));
    assertThat(home.totals().taxIncluded()).isEqualTo(money("3.00"));
    assertThat(abroad.lines().get(0).unitPrice()).isEqualTo(Stall.gbp("10.00"));
    assertThat(abroad.totals().charges()).isEqualTo(money("5.00"));
    assertThat(abroad.totals().grand()).isEqualTo(money("15.00"));
    assertThat(abroad.taxes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "keep_gross, as_abroad, 18.00",
    "keep_net, as_abroad, 15.00",
    "keep_net, keep_gross, 18.00",
    "keep_gross, keep_net, 15.00"
  })
  void what_an_exempt_customer_pays_of_prices_with_tax_is_a_convention_of_its_own(
      String abroad, String exempt, String total) {
    Stall stall =
        stall(Map.of("included_price_abroad", abroad, "included_price_exempt", exempt))
            .sells("TEE", "12.00")
            .taxed(HOME)
            .delivers(post("6.00"));
    PricingRequest sent = ONE_TEE.withDelivery(DeliveryMethodId.of("post")).withDestination(GB);
    CallContext office = stall.owner.withActor(Actor.staff("bob", TaxService.EXEMPT));

    PricedCart priced =
        stall.pricing.price(office, sent.withTaxTerms(TaxTerms.exempt("CHARITY-17")));

    assertThat(priced.totals().grand()).isEqualTo(money(total));
    assertThat(priced.taxes()).isEmpty();
    assertThat(stall.pricing.price(office, sent).totals().grand()).isEqualTo(money("18.00"));
  }

  @Test
  void where_each_category_wants_a_rate_nothing_is_sold_without_one() {
    Stall stall =
        stall(Map.of("missing_tax_rate", "problem"))
            .sells("TEE", "12.00", "standart")
            .sells("CAP", "12.00")
            .taxed(HOME);
    PricingRequest cap = PricingRequest.of(GBP, List.of(line("1", "CAP", "1")));

    assertThatThrownBy(() -> stall.pricing.price(stall.guest, ONE_TEE))
        .isInstanceOf(RefusedException.class)
        .hasFieldOrPropertyWithValue("code", TaxService.NO_RATE)
        .hasMessageContaining("standart of 1");
    assertThatThrownBy(
            () -> stall.pricing.price(stall.guest, cap.withDestination(CountryCode.of("US"))))
        .hasFieldOrPropertyWithValue("code", TaxService.NO_RATE);
    assertThatThrownBy(
            () ->
                stall.pricing.price(
                    stall.guest,
                    cap.withCharges(
                        List.of(new Charge(LineId.of("f"), "fee", "Fee", money("1.00"), "fees")))))
        .hasFieldOrPropertyWithValue("code", TaxService.NO_RATE)
        .hasMessageContaining("fees of f");
    assertThat(stall.pricing.price(stall.guest, cap).totals().grand()).isEqualTo(money("12.00"));
  }

  @Test
  void what_costs_nothing_is_exempt_or_goes_nowhere_yet_needs_no_rate() {
    Map<String, String> strict =
        Map.of("missing_tax_rate", "problem", "tax_without_address", "none");
    Stall stall = stall(strict).sells("TEE", "12.00", "standart").sells("PIN", "0.00", "none");
    PricingRequest there = ONE_TEE.withDestination(GB);
    PricingRequest pin = PricingRequest.of(GBP, List.of(line("1", "PIN", "1"))).withDestination(GB);
    CallContext office = stall.owner.withActor(Actor.staff("bob", TaxService.EXEMPT));

    assertThatThrownBy(() -> stall.pricing.price(office, there))
        .hasFieldOrPropertyWithValue("code", TaxService.NO_RATE);
    assertThat(stall.pricing.price(office, ONE_TEE).lines()).hasSize(1);
    assertThat(stall.pricing.price(office, pin).lines()).hasSize(1);
    assertThat(stall.pricing.price(office, there.withTaxTerms(TaxTerms.exempt("X"))).lines())
        .hasSize(1);
  }

  @Test
  void delivery_may_follow_the_goods() {
    Stall stall =
        stall(Map.of("shipping_tax", "from_items"))
            .sells("BOOK", "10.00", "reduced")
            .taxed(TaxRate.added("LOW", "reduced", "10"), TaxRate.added("HIGH", "standard", "20"))
            .delivers(post("10.00"));

    PricedCart priced =
        stall.pricing.price(
            stall.guest,
            PricingRequest.of(GBP, List.of(line("1", "BOOK", "2")))
                .withDelivery(DeliveryMethodId.of("post")));

    assertThat(priced.charges().get(0).payable()).isEqualTo(money("11.00"));
  }

  @ParameterizedTest
  @CsvSource({
    "before_tax, 0.10", // 0.95 at 10 % is 0.095
    "separate_line, 0.09" // 0.10 less 0.005, rounded
  })
  void what_a_promotion_takes_off_lowers_the_line_or_is_one_of_its_own(
      String convention, String tax) {
    Stall stall =
        stall(Map.of("discount_tax", convention))
            .sells("TEE", "1.00")
            .taxed(TaxRate.added("VAT", "standard", "10"));
    stall.promotions.save(stall.owner, List.of(FIVE_PERCENT_OFF));

    assertThat(stall.price(line("1", "TEE", "1")).totals().taxAdded()).isEqualTo(money(tax));
  }

  @Test
  void a_region_has_the_rates_of_its_own() {
    Destination newYork = Destination.parse("US-NY");
    Stall stall =
        new Stall()
            .sells("TEE", "10.00")
            .taxed(
                TaxRate.added("NY", "standard", "4").withArea(TaxArea.within(newYork)),
                TaxRate.included("GB-VAT", "standard", "20", GB));

    assertThat(stall.pricing.price(stall.guest, ONE_TEE.withDestination(newYork)).taxes())
        .extracting(TaxLine::code)
        .containsExactly("NY");
    assertThat(stall.pricing.price(stall.guest, ONE_TEE).taxes())
        .extracting(TaxLine::code)
        .containsExactly("GB-VAT");
  }

  @Test
  void an_exempt_customer_pays_no_tax_and_the_trace_says_why() {
    Stall stall = new Stall().sells("TEE", "10.00").taxed(TaxRate.added("VAT", "standard", "20"));
    CustomerId museum = CustomerId.of("museum");
    CallContext caller = stall.owner.withActor(Actor.customer(museum));
    new CoreTaxService(stall.storage)
        .save(
            stall.owner,
            new TaxExemption(museum, "CHARITY-17", TimeWindow.until(Stall.NOON.plusSeconds(1))));

    PricedCart priced = stall.pricing.price(caller, ONE_TEE);

    assertThat(priced.totals().grand()).isEqualTo(money("10.00"));
    assertThat(priced.lines().get(0).taxes()).isEmpty();
    assertThat(priced.trace().steps())
        .filteredOn(step -> step.kind() == TraceStep.Kind.TAX_EXEMPT)
        .extracting(TraceStep::source)
        .containsExactly("CHARITY-17");
    assertThat(stall.pricing.explain(priced)).contains("no tax: CHARITY-17");
    assertThat(stall.pricing.priceAsOf(caller, ONE_TEE, Stall.NOON.plusSeconds(1)).totals().grand())
        .isEqualTo(money("12.00"));
    assertThat(stall.pricing.price(stall.guest, ONE_TEE).totals().grand())
        .isEqualTo(money("12.00"));
  }

  @Test
  void single_lines_may_be_exempt() {
    Stall stall = new Stall().sells("TEE", "10.00").taxed(TaxRate.added("VAT", "standard", "20"));
    PricingRequest request =
        PricingRequest.of(GBP, List.of(line("1", "TEE", "1"), line("2", "TEE", "1")))
            .withTaxTerms(TaxTerms.NONE.withExemptLines(Map.of(LineId.of("2"), "ZERO-RATED")));
    CallContext office = stall.owner.withActor(Actor.staff("bob", TaxService.EXEMPT));

    assertThat(stall.pricing.price(office, request).totals().taxAdded()).isEqualTo(money("2.00"));
  }

  @Test
  void nobody_claims_to_be_exempt_without_the_permission() {
    Stall stall = new Stall().sells("TEE", "10.00").taxed(HOME);
    PricingRequest claimed = ONE_TEE.withTaxTerms(TaxTerms.exempt("I-SAY-SO"));

    assertThatThrownBy(() -> stall.pricing.price(stall.guest, claimed))
        .isInstanceOf(ForbiddenException.class)
        .hasMessageContaining("tax.exempt");
  }

  private static DeliveryMethod post(String price) {
    return DeliveryMethod.ship(
        DeliveryMethodId.of("post"),
        "Post",
        new LeadTime(Duration.ofDays(1), Duration.ofDays(3)),
        money(price));
  }

  private static Stall stall(Map<String, String> conventions) {
    return new Stall(Conventions.of(conventions));
  }
}
