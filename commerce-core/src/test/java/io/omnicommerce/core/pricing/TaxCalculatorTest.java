package io.omnicommerce.core.pricing;

import static io.omnicommerce.core.pricing.Stall.GBP;
import static io.omnicommerce.core.pricing.Stall.line;
import static io.omnicommerce.core.pricing.Stall.money;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.channel.Conventions;
import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.Destination;
import io.omnicommerce.common.ForbiddenException;
import io.omnicommerce.common.PortContractException;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.Rounding;
import io.omnicommerce.pricing.Charge;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricingRequest;
import io.omnicommerce.pricing.TaxTerms;
import io.omnicommerce.tax.ExternalTaxes;
import io.omnicommerce.tax.TaxLine;
import io.omnicommerce.tax.TaxRate;
import io.omnicommerce.tax.TaxService;
import io.omnicommerce.tax.spi.TaxCalculator;
import io.omnicommerce.tax.spi.TaxItem;
import io.omnicommerce.tax.spi.TaxQuestion;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A tax service outside of the library. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TaxCalculatorTest {

  private static final Destination TEXAS = Destination.parse("US-TX");
  private static final PricingRequest REQUEST =
      PricingRequest.of(GBP, List.of(line("1", "TEE", "2")))
          .withDestination(TEXAS)
          .withCharges(List.of(new Charge(LineId.of("fee"), "fee", "Fee", money("1.00"), "fees")));

  private final Stall stall =
      new Stall().sells("TEE", "10.00").taxed(TaxRate.added("OWN", "standard", "20"));
  private final List<TaxQuestion> asked = new ArrayList<>();

  @Test
  void its_answer_is_used_instead_of_the_rates() {
    PricedCart priced = price(question -> answer(question, TaxCalculatorTest::eightPercent));

    assertThat(priced.taxes()).extracting(TaxLine::code).containsExactly("TX");
    assertThat(priced.totals().taxAdded()).isEqualTo(money("1.68"));
    assertThat(priced.totals().grand()).isEqualTo(money("22.68"));
    assertThat(priced.trace().total(GBP)).isEqualTo(money("22.68"));
  }

  @Test
  void it_is_told_what_is_sold_where_from_and_where_to() {
    price(question -> answer(question, TaxCalculatorTest::eightPercent));

    TaxQuestion question = asked.get(0);
    assertThat(question.origin()).isEqualTo(Destination.parse("GB"));
    assertThat(question.destination()).contains(TEXAS);
    assertThat(question.at()).isEqualTo(Stall.NOON);
    assertThat(question.items()).extracting(TaxItem::id).containsExactly("1", "fee");
    assertThat(question.items())
        .extracting(TaxItem::amount)
        .containsExactly(money("20.00"), money("1.00"));
    assertThat(question.items()).extracting(TaxItem::category).containsExactly("standard", "fees");
  }

  @Test
  void it_is_asked_outside_of_transactions() {
    price(
        question -> {
          stall.sells("CAP", "1.00");
          return answer(question, TaxCalculatorTest::eightPercent);
        });

    assertThat(stall.price(line("1", "CAP", "1")).totals().goods()).isEqualTo(money("1.00"));
  }

  @Test
  void an_answer_that_breaks_the_contract_is_refused() {
    assertViolation(question -> ExternalTaxes.of("empty"), "said nothing of 1");
    assertViolation(
        question -> answer(question, TaxCalculatorTest::eightPercent).with("2", money("1.00")),
        "others");
    assertViolation(
        question -> answer(question, (item, tax) -> tax(item, tax.negated(), false)), "GBP -1.60");
    assertViolation(
        question -> answer(question, (item, tax) -> tax(item, item.amount().times(2), true)),
        "more tax");
    assertViolation(
        question -> answer(question, (item, tax) -> onMore(item, tax)), "which is GBP 20.00");
    assertViolation(
        question -> answer(question, (item, tax) -> tax(item, Money.of("1.60", Stall.EUR), false)),
        "currency");
    assertViolation(
        question -> ExternalTaxes.of("other").with("1", money("5.00")).with("fee", money("1.00")),
        "GBP 5.00");
  }

  @Test
  void a_tax_is_the_percentage_that_it_is_said_to_be() {
    assertViolation(
        question -> answer(question, (item, tax) -> tax(item, item.amount().times(3), false)),
        "GBP 60.00 of tax on 1, said to be 8 % of GBP 20.00");
    assertViolation(
        question -> answer(question, (item, tax) -> tax(item, tax.plus(money("0.03")), false)),
        "GBP 1.63 of tax on 1");
    assertViolation(
        question -> answer(question, (item, tax) -> tax(item, Money.zero(GBP), false)),
        "GBP 0.00 of tax on 1");
  }

  @Test
  void it_may_round_on_each_unit() {
    PricedCart priced =
        price(
            question ->
                answer(
                    question,
                    (item, tax) ->
                        tax(item, item.id().equals("1") ? tax.plus(money("0.02")) : tax, false)));

    assertThat(priced.totals().taxAdded()).isEqualTo(money("1.70"));
  }

  @Test
  void it_is_told_whether_prices_contain_tax() {
    price(question -> answer(question, TaxCalculatorTest::eightPercent));
    stall.taxed(TaxRate.included("OWN", "standard", "20"));
    price(question -> answer(question, TaxCalculatorTest::eightPercent));

    assertThat(asked).extracting(TaxQuestion::pricesIncludeTax).containsExactly(false, true);
  }

  @Test
  void without_its_answer_there_is_no_price() {
    assertThatThrownBy(() -> price(TaxCalculatorTest::down))
        .isInstanceOf(RefusedException.class)
        .hasRootCauseMessage("down: 2")
        .hasFieldOrPropertyWithValue("code", TaxService.SERVICE_FAILED);
  }

  @Test
  void a_market_may_fall_back_to_its_own_rates_and_the_trace_says_so() {
    Stall falling =
        new Stall(Conventions.of(Map.of("tax_service_failure", "own_rates")))
            .sells("TEE", "10.00")
            .taxed(TaxRate.added("OWN", "standard", "20"));

    PricedCart priced =
        new CorePricingService(falling.storage, falling.rules, Optional.of(TaxCalculatorTest::down))
            .price(falling.guest, REQUEST);

    assertThat(priced.taxes()).extracting(TaxLine::code).containsExactly("OWN");
    assertThat(priced.trace().conventions())
        .contains("tax_service_failure=own_rates", "tax_answer=none");
  }

  @Test
  void the_trace_names_its_answer() {
    PricedCart priced = price(question -> answer(question, TaxCalculatorTest::eightPercent));

    assertThat(priced.trace().conventions()).contains("tax_answer=answer-1");
  }

  @Test
  void a_price_that_changes_meanwhile_makes_its_answer_outdated() {
    assertThatThrownBy(
            () ->
                price(
                    question -> {
                      stall.sells("TEE", "11.00");
                      return answer(question, TaxCalculatorTest::eightPercent);
                    }))
        .isInstanceOf(RefusedException.class)
        .extracting(refused -> ((CommerceException) refused).code())
        .isEqualTo(ExternalTaxes.OUTDATED);
  }

  @Test
  void who_may_gives_an_answer_of_ones_own_and_nobody_else() {
    ExternalTaxes own =
        ExternalTaxes.of("own").with("1", money("20.00")).with("fee", money("1.00"));
    PricingRequest answered = REQUEST.withTaxTerms(TaxTerms.NONE.withAnswer(own));
    CallContext office = stall.owner.withActor(Actor.staff("bob", TaxService.EXEMPT));

    assertThat(stall.pricing.price(office, answered).taxes()).isEmpty();
    assertThatThrownBy(() -> stall.pricing.price(stall.guest, answered))
        .isInstanceOf(ForbiddenException.class);
  }

  private static ExternalTaxes down(TaxQuestion question) {
    throw new IllegalStateException("down: " + question.items().size());
  }

  private void assertViolation(TaxCalculator calculator, String what) {
    assertThatThrownBy(() -> price(calculator))
        .isInstanceOf(PortContractException.class)
        .hasMessageContaining("TaxCalculator")
        .hasMessageContaining(what);
  }

  private PricedCart price(TaxCalculator calculator) {
    TaxCalculator listening =
        question -> {
          asked.add(question);
          return calculator.calculate(question);
        };
    return new CorePricingService(stall.storage, stall.rules, Optional.of(listening))
        .price(stall.guest, REQUEST);
  }

  private static ExternalTaxes answer(
      TaxQuestion question, BiFunction<TaxItem, Money, TaxLine> taxed) {
    ExternalTaxes answer = ExternalTaxes.of("answer-1");
    for (TaxItem item : question.items()) {
      Money tax = item.amount().percent(BigDecimal.valueOf(8), Rounding.HALF_UP);
      answer = answer.with(item.id(), item.amount(), taxed.apply(item, tax));
    }
    return answer;
  }

  private static TaxLine onMore(TaxItem item, Money tax) {
    return new TaxLine("TX", BigDecimal.valueOf(8), item.amount().times(2), tax, false);
  }

  private static TaxLine eightPercent(TaxItem item, Money tax) {
    return tax(item, tax, false);
  }

  private static TaxLine tax(TaxItem item, Money tax, boolean included) {
    return new TaxLine("TX", BigDecimal.valueOf(8), item.amount(), tax, included);
  }
}
