package io.omnicommerce.core.pricing;

import static io.omnicommerce.core.pricing.Stall.GBP;
import static io.omnicommerce.core.pricing.Stall.line;
import static io.omnicommerce.core.pricing.Stall.money;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.omnicommerce.catalog.CatalogService;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.channel.Market;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.common.TimeWindow;
import io.omnicommerce.core.promotion.Redeemer;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.delivery.DeliveryMethodId;
import io.omnicommerce.delivery.DeliveryService;
import io.omnicommerce.delivery.LeadTime;
import io.omnicommerce.money.Rounding;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.price.PriceOverride;
import io.omnicommerce.price.PriceRow;
import io.omnicommerce.price.PriceService;
import io.omnicommerce.pricing.Charge;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricedLine;
import io.omnicommerce.pricing.PricingLine;
import io.omnicommerce.pricing.PricingRequest;
import io.omnicommerce.pricing.PricingService;
import io.omnicommerce.pricing.TraceStep;
import io.omnicommerce.tax.TaxLine;
import io.omnicommerce.tax.TaxRate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CorePricingServiceTest {

  private static final DeliveryMethodId STANDARD = DeliveryMethodId.of("standard");

  private final Stall stall = new Stall();

  @Test
  void a_line_is_its_unit_price_times_its_quantity_rounded_once() {
    stall.sells("SCREW", "0.0425");

    PricedLine line = stall.price(line("1", "SCREW", "3")).lines().get(0);

    assertThat(line.amount()).isEqualTo(money("0.13"));
    assertThat(line.unitPrice()).isEqualTo(Stall.gbp("0.0425"));
  }

  @Test
  void a_tier_is_reached_by_all_lines_of_a_sku_together() {
    stall
        .knows("SCREW", "standard")
        .priced(
            PriceEntry.of(Stall.BASE, Sku.of("SCREW"), Stall.gbp("0.0425"))
                .withTier(Quantity.of(1000), Stall.gbp("0.0399")));

    PricedCart below = stall.price(line("1", "SCREW", "500"), line("2", "SCREW", "499"));
    PricedCart reached = stall.price(line("1", "SCREW", "500"), line("2", "SCREW", "500"));

    assertThat(below.totals().grand()).isEqualTo(money("42.46"));
    assertThat(reached.totals().grand()).isEqualTo(money("39.90"));
  }

  @Test
  void what_somebody_set_counts_before_what_was_promised_and_that_before_the_list() {
    stall.sells("TEE", "10.00");
    PriceOverride override = new PriceOverride(Stall.gbp("7.00"), "damaged", "staff:till-1");
    PricingLine set =
        new PricingLine(LineId.of("1"), Sku.of("TEE"), Quantity.ONE, Optional.of(override));
    PricingRequest request =
        PricingRequest.of(GBP, List.of(set, line("2", "TEE", "1"), line("3", "TEE", "1")));
    Map<LineId, Promised> promised =
        Map.of(
            LineId.of("1"),
            new Promised(Stall.gbp("8.00"), false),
            LineId.of("2"),
            new Promised(Stall.gbp("9.00"), false));

    PricedCart priced =
        stall.storage.inTransaction(
            stall.guest,
            session ->
                stall.rules.price(session, request, Redeemer.NOBODY, promised, session.now()));

    assertThat(priced.lines())
        .extracting(PricedLine::amount)
        .containsExactly(money("7.00"), money("9.00"), money("10.00"));
    assertThat(priced.trace().steps())
        .extracting(TraceStep::kind)
        .containsExactly(
            TraceStep.Kind.OVERRIDDEN_PRICE,
            TraceStep.Kind.LOCKED_PRICE,
            TraceStep.Kind.LIST_PRICE);
  }

  @Test
  void a_price_as_of_another_instant_follows_the_rows_and_rates_of_then() {
    Instant later = Stall.NOON.plus(Duration.ofDays(1));
    stall
        .knows("TEE", "standard")
        .priced(
            PriceEntry.of(Stall.BASE, Sku.of("TEE"), Stall.gbp("10.00"))
                .withRow(new PriceRow(Quantity.ZERO, TimeWindow.from(later), Stall.gbp("20.00"))))
        .taxed(TaxRate.added("VAT", "standard", "10").withWindow(TimeWindow.from(later)));
    PricingRequest request = PricingRequest.of(GBP, List.of(line("1", "TEE", "1")));

    assertThat(stall.pricing.price(stall.guest, request).totals().grand())
        .isEqualTo(money("10.00"));
    PricedCart then = stall.pricing.priceAsOf(stall.guest, request, later);
    assertThat(then.totals().grand()).isEqualTo(money("22.00"));
    assertThat(then.at()).isEqualTo(later);
  }

  @Test
  void trying_reports_every_problem_at_once() {
    stall
        .sells("TEE", "10.00")
        .knows("BARE", "standard")
        .delivers(standard().withChannels(ChannelId.of("app")));
    PricingRequest request =
        PricingRequest.of(
                GBP, List.of(line("1", "BARE", "1"), line("2", "NONE", "1"), line("3", "TEE", "1")))
            .withDelivery(STANDARD);

    PricingResult tried =
        stall.storage.inTransaction(
            stall.guest,
            session ->
                stall.rules.tryPrice(session, request, Redeemer.NOBODY, Map.of(), session.now()));

    assertThat(tried.priced()).isEmpty();
    assertThat(tried.problems())
        .extracting(Refusal::code)
        .containsExactly(
            CatalogService.UNKNOWN_SKU, PriceService.NO_PRICE, DeliveryService.NOT_OFFERED);
  }

  @Test
  void a_method_that_is_gone_is_a_problem_of_the_cart_and_not_the_end_of_it() {
    stall.sells("TEE", "10.00");

    PricingResult tried =
        stall.storage.inTransaction(
            stall.guest,
            session ->
                stall.rules.tryPrice(
                    session, delivered(List.of()), Redeemer.NOBODY, Map.of(), session.now()));

    assertThat(tried.problems())
        .extracting(Refusal::code)
        .containsExactly(DeliveryService.UNKNOWN_METHOD);
  }

  @Test
  void the_market_says_how_to_round() {
    Stall even = new Stall(Conventions.STANDARD.withRounding(Rounding.HALF_EVEN));
    even.sells("HALF", "0.125");

    PricedCart priced = even.price(line("1", "HALF", "1"));

    assertThat(priced.totals().grand()).isEqualTo(money("0.12"));
    assertThat(priced.trace().conventions()).containsExactly("rounding=half_even");
  }

  @Test
  void an_included_tax_is_rounded_and_the_net_is_what_remains() {
    stall.sells("MUG", "4.99").taxed(TaxRate.included("GB-STANDARD", "standard", "20", gb()));

    TaxLine tax = stall.price(line("1", "MUG", "1")).lines().get(0).taxes().get(0);

    assertThat(tax.tax()).isEqualTo(money("0.83"));
    assertThat(tax.base()).isEqualTo(money("4.16"));
  }

  @Test
  void several_included_rates_are_taken_out_together_and_split_by_their_percentages() {
    stall
        .sells("MEAL", "115.00", "meal")
        .taxed(
            TaxRate.included("STATE", "meal", "10", gb()),
            TaxRate.included("CITY", "meal", "5", gb()));

    List<TaxLine> taxes = stall.price(line("1", "MEAL", "1")).lines().get(0).taxes();

    assertThat(taxes).extracting(TaxLine::code).containsExactly("CITY", "STATE");
    assertThat(taxes).extracting(TaxLine::tax).containsExactly(money("5.00"), money("10.00"));
    assertThat(taxes).extracting(TaxLine::base).containsOnly(money("100.00"));
  }

  @Test
  void an_added_tax_comes_on_top() {
    stall.sells("TEE", "100.00").taxed(TaxRate.added("VAT", "standard", "23", gb()));

    PricedCart priced = stall.price(line("1", "TEE", "1"));

    assertThat(priced.totals().taxAdded()).isEqualTo(money("23.00"));
    assertThat(priced.totals().grand()).isEqualTo(money("123.00"));
  }

  @Test
  void the_destination_says_which_rates_apply() {
    stall
        .sells("TEE", "100.00")
        .taxed(
            TaxRate.added("GB", "standard", "20", gb()),
            TaxRate.added("FR", "standard", "5.5", CountryCode.of("FR")));

    PricedCart priced =
        stall.pricing.price(
            stall.guest,
            PricingRequest.of(GBP, List.of(line("1", "TEE", "1")))
                .withDestination(CountryCode.of("FR")));

    assertThat(priced.totals().grand()).isEqualTo(money("105.50"));
  }

  @Test
  void the_delivery_method_becomes_a_charge_with_its_own_tax() {
    stall
        .sells("TEE", "10.00", "zero")
        .taxed(TaxRate.included("GB-STANDARD", "standard", "20", gb()))
        .delivers(standard());

    PricedCart priced = stall.pricing.price(stall.guest, delivered(List.of()));

    assertThat(priced.charges())
        .singleElement()
        .satisfies(
            priced1 -> {
              assertThat(priced1.charge().kind()).isEqualTo("delivery");
              assertThat(priced1.charge().amount()).isEqualTo(money("3.95"));
              assertThat(priced1.taxes())
                  .singleElement()
                  .extracting(TaxLine::tax)
                  .isEqualTo(money("0.66"));
            });
    assertThat(priced.totals().grand()).isEqualTo(money("13.95"));
  }

  @Test
  void a_charge_that_is_called_delivery_does_not_stand_in_the_way_of_the_delivery() {
    stall.sells("TEE", "10.00").delivers(standard());
    Charge own = new Charge(LineId.of("delivery"), "fee", "Stairs", money("5.00"), "standard");

    PricedCart priced = stall.pricing.price(stall.guest, delivered(List.of(own)));

    assertThat(priced.charges())
        .extracting(charge -> charge.charge().id().value())
        .containsExactly("delivery", "delivery-2");
    assertThat(priced.totals().grand()).isEqualTo(money("18.95"));
  }

  @Test
  void a_reduction_takes_its_tax_with_it() {
    stall.sells("TEE", "10.00").taxed(TaxRate.added("VAT", "standard", "20", gb()));

    PricedCart priced = stall.pricing.price(stall.guest, reduced("-2.50"));

    assertThat(priced.charges().get(0).taxes().get(0).tax()).isEqualTo(money("-0.50"));
    assertThat(priced.totals().grand()).isEqualTo(money("9.00"));
  }

  @Test
  void reductions_that_exceed_the_rest_are_refused_and_the_limit_is_named() {
    stall.sells("TEE", "10.00");

    assertThat(stall.pricing.price(stall.guest, reduced("-10.00")).totals().grand().isZero())
        .isTrue();
    assertThatThrownBy(() -> stall.pricing.price(stall.guest, reduced("-10.01")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("totalMin")
        .extracting(thrown -> ((CommerceException) thrown).code())
        .isEqualTo(PricingService.NEGATIVE_TOTAL);
  }

  @Test
  void the_trace_names_every_cause_and_adds_up_to_the_total() {
    stall
        .sells("SCREW", "0.0425")
        .sells("TEE", "10.00")
        .taxed(
            TaxRate.added("VAT", "standard", "7.5", gb()),
            TaxRate.included("DUTY", "standard", "5", gb()));

    PricedCart priced = stall.price(line("1", "SCREW", "3"), line("2", "TEE", "1"));

    assertThat(priced.trace().steps())
        .extracting(TraceStep::kind, step -> step.subject().value(), TraceStep::source)
        .containsExactly(
            tuple(TraceStep.Kind.LIST_PRICE, "1", "base"),
            tuple(TraceStep.Kind.TAX_INCLUDED, "1", "DUTY"),
            tuple(TraceStep.Kind.TAX_ADDED, "1", "VAT"),
            tuple(TraceStep.Kind.LIST_PRICE, "2", "base"),
            tuple(TraceStep.Kind.TAX_INCLUDED, "2", "DUTY"),
            tuple(TraceStep.Kind.TAX_ADDED, "2", "VAT"));
    assertThat(priced.trace().steps().get(0).exact())
        .hasValueSatisfying(exact -> assertThat(exact).isEqualByComparingTo("0.1275"));
    assertThat(priced.trace().steps().get(3).exact()).isEmpty();
    assertThat(priced.trace().total(GBP)).isEqualTo(priced.totals().grand());
  }

  @Test
  void every_sku_without_a_price_is_named() {
    stall.sells("TEE", "10.00").knows("B", "standard").knows("A", "standard");

    assertThatThrownBy(
            () -> stall.price(line("1", "B", "1"), line("2", "TEE", "1"), line("3", "A", "1")))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("A, B")
        .satisfies(
            thrown -> {
              CommerceException refused = (CommerceException) thrown;
              assertThat(refused.code()).isEqualTo(PriceService.NO_PRICE);
              assertThat(refused.facts().get("sku")).contains("A");
              assertThat(refused.facts().get("sku.2")).contains("B");
            });
  }

  @Test
  void an_unknown_sku_is_refused() {
    assertThatThrownBy(() -> stall.price(line("1", "NONE", "1")))
        .isInstanceOf(RefusedException.class)
        .extracting(thrown -> ((CommerceException) thrown).code())
        .isEqualTo(CatalogService.UNKNOWN_SKU);
  }

  @Test
  void L4_a_currency_of_another_market_is_refused_before_any_price_is_looked_up() {
    assertThatThrownBy(
            () ->
                stall.pricing.price(
                    stall.guest,
                    PricingRequest.of(Stall.EUR, List.of(line("1", "NO SUCH SKU", "1")))))
        .isInstanceOf(InvalidInputException.class)
        .extracting(thrown -> ((CommerceException) thrown).code())
        .isEqualTo(Market.CURRENCY_NOT_ALLOWED);
  }

  @Test
  void a_clerk_can_read_the_receipt_aloud() {
    stall
        .sells("SCREW", "0.0425")
        .taxed(TaxRate.included("GB-STANDARD", "standard", "20", gb()))
        .delivers(standard());

    String receipt =
        stall.pricing.explain(
            stall.pricing.price(
                stall.guest,
                PricingRequest.of(GBP, List.of(line("1", "SCREW", "3"))).withDelivery(STANDARD)));

    assertThat(receipt)
        .isEqualTo(
            """
            3 x SCREW at GBP 0.0425 = GBP 0.13
              price from the list base
              rounded from 0.1275
              including GBP 0.02 tax GB-STANDARD 20 %, net GBP 0.11
            Standard delivery (delivery) = GBP 3.95
              including GBP 0.66 tax GB-STANDARD 20 %, net GBP 3.29
            Goods: GBP 0.13
            Charges: GBP 3.95
            To pay: GBP 4.08
            Tax inside: GBP 0.68
              GB-STANDARD 20 %: GBP 0.68, net GBP 3.40
            Prices of 1 June 2026, 12:00 UTC; rounded half up
            """);
  }

  private static DeliveryMethod standard() {
    return DeliveryMethod.ship(
        STANDARD,
        "Standard delivery",
        new LeadTime(Duration.ofDays(1), Duration.ofDays(3)),
        money("3.95"));
  }

  private static PricingRequest delivered(List<Charge> charges) {
    return PricingRequest.of(GBP, List.of(line("1", "TEE", "1")))
        .withCharges(charges)
        .withDelivery(STANDARD);
  }

  private static PricingRequest reduced(String amount) {
    return PricingRequest.of(GBP, List.of(line("1", "TEE", "1")))
        .withCharges(
            List.of(
                new Charge(LineId.of("sorry"), "discount", "Sorry", money(amount), "standard")));
  }

  private static CountryCode gb() {
    return CountryCode.of("GB");
  }
}
