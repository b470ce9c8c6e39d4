package io.omnicommerce.core.checkout;

import static io.omnicommerce.core.checkout.Buying.VISA;
import static io.omnicommerce.core.checkout.Buying.key;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.cart.CartId;
import io.omnicommerce.cart.CartService;
import io.omnicommerce.cart.CartView;
import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.checkout.BeginOutcome;
import io.omnicommerce.checkout.CheckoutOutcome;
import io.omnicommerce.checkout.CheckoutRequest;
import io.omnicommerce.checkout.CheckoutService;
import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.Destination;
import io.omnicommerce.common.ForbiddenException;
import io.omnicommerce.common.PortContractException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.cart.CartPricing;
import io.omnicommerce.core.cart.CoreCartService;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.Rounding;
import io.omnicommerce.order.Order;
import io.omnicommerce.price.PriceService;
import io.omnicommerce.pricing.DeliveryOffer;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricedCharge;
import io.omnicommerce.pricing.PricingExplanation;
import io.omnicommerce.storage.Maintenance;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.tax.ExternalTaxes;
import io.omnicommerce.tax.TaxLine;
import io.omnicommerce.tax.TaxService;
import io.omnicommerce.tax.spi.TaxCalculator;
import io.omnicommerce.tax.spi.TaxItem;
import io.omnicommerce.tax.spi.TaxQuestion;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A tax service outside, as carts and checkouts ask it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TaxServiceTest {

  private static final Sku SOLD_FOR_NOTHING = Sku.of("NEW");

  private static final CallContext ADA_FOR_THE_HOST =
      Shop.ADA.withActor(Shop.ADA.actor().withPermissions(Set.of(TaxService.EXEMPT)));

  private final Buying buying = new Buying();
  private final List<TaxQuestion> asked = new ArrayList<>();

  /** What the service does; each answer is one percent dearer than the last. */
  private TaxCalculator service = question -> percent(question, 10 + asked.size());

  private final CartService carts = carts(buying.shop.storage());
  private final CheckoutService checkouts = checkouts(buying.shop.storage());

  @Test
  void the_view_the_checkout_and_the_order_have_its_taxes_and_it_is_asked_once() {
    CartId cart = buying.mugs(Shop.ADA, 2);

    PricedCart shown = priced(cart);
    carts.view(Shop.ADA, cart);
    Order order = buying.order(checkouts.place(Shop.ADA, cart, VISA, key("tap")));

    assertThat(asked).hasSize(1);
    assertThat(asked.get(0).destination()).contains(Destination.of(Shop.address()));
    assertThat(asked.get(0).customer()).contains(Shop.ADA_ID);
    assertThat(shown.taxes()).extracting(TaxLine::code).containsExactly("TX-11");
    assertThat(order.totals()).isEqualTo(shown.totals());
    assertThat(order.lines().get(0).priced().taxes()).isEqualTo(shown.lines().get(0).taxes());
    assertThat(order.trace().conventions()).contains("tax_answer=answer-1");
  }

  @Test
  void a_checkout_that_nobody_looked_at_before_asks_as_well() {
    Order order =
        buying.order(checkouts.place(Shop.ADA, buying.mugs(Shop.ADA, 2), VISA, key("tap")));

    assertThat(asked).hasSize(1);
    assertThat(order.totals().taxAdded()).isEqualTo(Buying.gbp("1.53")); // 11 % of 9.98 and 3.95
  }

  @Test
  void it_is_asked_about_each_content_anew() {
    CartId cart = buying.mugs(Shop.ADA, 2);
    PricedCart before = priced(cart);
    carts.add(Shop.ADA, cart, Shop.BOOK, Quantity.ONE);

    PricedCart after = priced(cart);

    assertThat(before.taxes()).extracting(TaxLine::code).containsExactly("TX-11");
    assertThat(after.taxes()).extracting(TaxLine::code).containsExactly("TX-12");
    assertThat(asked.get(1).items()).hasSize(3);
  }

  @Test
  void its_first_answer_counts_in_every_process_and_for_what_is_paid() {
    CartId cart = buying.mugs(Shop.ADA, 2);
    Money shown = priced(cart).totals().grand();

    CartView elsewhere = carts(buying.shop.storage()).view(Shop.ADA, cart);
    CheckoutOutcome outcome =
        checkouts.place(Shop.ADA, cart, CheckoutRequest.of(VISA).expecting(shown), key("tap"));

    assertThat(elsewhere.priced().orElseThrow().totals().grand()).isEqualTo(shown);
    assertThat(buying.order(outcome).totals().grand()).isEqualTo(shown);
  }

  @Test
  void of_two_answers_at_once_the_first_that_is_kept_counts() {
    CartId cart = buying.mugs(Shop.ADA, 2);
    TaxCalculator plain = service;
    service =
        question -> {
          ExternalTaxes late = plain.calculate(question);
          service = plain;
          carts.view(Shop.ADA, cart);
          return late;
        };

    assertThat(priced(cart).taxes()).extracting(TaxLine::code).containsExactly("TX-12");
    assertThat(asked).hasSize(2);
  }

  @Test
  void a_cart_is_explained_by_what_it_said() {
    CallContext reader =
        Shop.ADA.withActor(Shop.ADA.actor().withPermissions(Set.of(PriceService.VIEW)));
    CartId cart = buying.mugs(Shop.ADA, 2);

    PricingExplanation explained = carts.explanation(reader, cart);

    assertThat(explained.priced().taxes()).extracting(TaxLine::code).containsExactly("TX-11");
    assertThat(explained.priced()).isEqualTo(priced(cart));
    assertThat(buying.shop.pricing().explain(explained)).contains("TX-11");
    assertThat(asked).hasSize(1);
  }

  @Test
  void an_answer_counts_for_its_life() {
    CartId cart = buying.mugs(Shop.ADA, 2);
    priced(cart);

    buying.shop.clock().advance(TaxService.ANSWER_LIFE.minusSeconds(1));
    assertThat(priced(cart).taxes()).extracting(TaxLine::code).containsExactly("TX-11");
    buying.shop.clock().advance(Duration.ofSeconds(1));
    assertThat(priced(cart).taxes()).extracting(TaxLine::code).containsExactly("TX-12");
  }

  @Test
  void it_is_asked_outside_of_transactions_and_again_if_the_cart_is_another_one_then() {
    CartId cart = buying.mugs(Shop.ADA, 2);
    TaxCalculator plain = service;
    service =
        question -> {
          buying.shop.price(Shop.MUG_RED, asked.size() == 1 ? "5.00" : "4.99");
          return plain.calculate(question);
        };

    PricedCart changed = priced(cart);

    assertThat(changed.totals().goods()).isEqualTo(Buying.gbp("9.98"));
    assertThat(asked).hasSizeBetween(2, 3);
    assertThat(changed.totals().taxAdded().isPositive()).isTrue();
  }

  @Test
  void a_cart_that_never_stands_still_has_no_price() {
    CartId cart = buying.mugs(Shop.ADA, 2);
    TaxCalculator plain = service;
    service =
        question -> {
          buying.shop.price(Shop.MUG_RED, "5.0" + asked.size());
          return plain.calculate(question);
        };

    CartView view = carts.view(Shop.ADA, cart);

    assertThat(view.priced()).isEmpty();
    assertThat(view.problems()).extracting(Refusal::code).containsExactly(ExternalTaxes.OUTDATED);
    assertThat(asked).hasSize(3);
  }

  @Test
  void without_its_answer_nothing_is_ordered_or_held() {
    CartId cart = buying.mugs(Shop.ADA, 2);
    service = TaxServiceTest::down;
    String before = buying.dump();

    CartView view = carts.view(Shop.ADA, cart);
    CheckoutOutcome outcome = checkouts.place(Shop.ADA, cart, VISA, key("tap"));

    assertThat(view.priced()).isEmpty();
    assertThat(view.problems())
        .extracting(Refusal::code)
        .containsExactly(TaxService.SERVICE_FAILED);
    assertThat(Buying.reasons(outcome)).containsExactly(TaxService.SERVICE_FAILED.value());
    assertThat(buying.dump()).isEqualTo(before);
  }

  @Test
  void a_market_may_fall_back_to_its_own_rates_until_it_is_back() {
    buying.shop.conventions(Conventions.of(Map.of("tax_service_failure", "own_rates")));
    CartId cart = buying.mugs(Shop.ADA, 2);
    TaxCalculator plain = service;
    service = TaxServiceTest::down;
    PricedCart fallen = priced(cart);
    Order order = buying.order(checkouts.place(Shop.ADA, buying.mugs(Shop.ADA, 1), VISA, key("k")));

    service = plain;
    PricedCart back = priced(cart);

    assertThat(fallen.taxes()).extracting(TaxLine::code).containsExactly("GB-STANDARD");
    assertThat(order.trace().conventions())
        .contains("tax_service_failure=own_rates", "tax_answer=none");
    assertThat(back.taxes()).extracting(TaxLine::code).allMatch(code -> code.startsWith("TX"));
  }

  @Test
  void an_answer_of_another_total_is_refused_and_nothing_takes_its_place() {
    buying.shop.conventions(Conventions.of(Map.of("tax_service_failure", "own_rates")));
    CartId cart = buying.mugs(Shop.ADA, 2);
    service =
        question -> percent(question, 10).with(question.items().get(0).id(), Buying.gbp("1.00"));
    String before = buying.dump();

    CartView view = carts.view(Shop.ADA, cart);
    CheckoutOutcome outcome = checkouts.place(Shop.ADA, cart, VISA, key("tap"));

    assertThat(view.problems())
        .extracting(Refusal::code)
        .containsExactly(PortContractException.CODE);
    assertThat(Buying.reasons(outcome)).containsExactly(PortContractException.CODE.value());
    assertThat(buying.dump()).isEqualTo(before);
  }

  @Test
  void a_rate_that_is_missing_is_nothing_to_its_answer_but_stands_in_the_way_without() {
    buying.shop.conventions(
        Conventions.of(Map.of("missing_tax_rate", "problem", "tax_service_failure", "own_rates")));
    buying.shop.sell(CatalogEntry.of(Shop.MUG_RED, "Mug").withTaxCategory("standart"));
    CartId cart = buying.mugs(Shop.ADA, 2);
    assertThat(priced(cart).lines()).hasSize(1);
    service = TaxServiceTest::down;
    CartId other = buying.mugs(Shop.ADA, 1);

    assertThat(carts.view(Shop.ADA, other).problems())
        .extracting(Refusal::code)
        .containsExactly(TaxService.NO_RATE);
    assertThat(Buying.reasons(checkouts.place(Shop.ADA, other, VISA, key("tap"))))
        .containsExactly(TaxService.NO_RATE.value());
    assertThat(Buying.reasons(buying.place(other, "plain")))
        .containsExactly(TaxService.NO_RATE.value());
  }

  @Test
  void nobody_is_asked_about_an_empty_cart_or_one_that_has_no_price_anyhow() {
    CartId empty = carts.open(Shop.ADA, Shop.GBP);
    CartId cart = buying.mugs(Shop.ADA, 2);
    buying.shop.conventions(Conventions.STANDARD);
    carts.view(Shop.ADA, empty);
    buying.shop.sell(CatalogEntry.of(SOLD_FOR_NOTHING, "New"));
    carts.add(Shop.ADA, cart, SOLD_FOR_NOTHING, Quantity.ONE);
    carts.view(Shop.ADA, cart);

    assertThat(asked).isEmpty();
  }

  @Test
  void offers_of_deliveries_ask_nobody_and_are_what_the_cart_is_charged() {
    CartId cart = buying.mugs(Shop.ADA, 2);

    DeliveryOffer standard =
        carts.deliveries(Shop.ADA, cart, Optional.empty()).offered().stream()
            .filter(offer -> offer.method().id().equals(Shop.STANDARD))
            .findFirst()
            .orElseThrow();

    assertThat(asked).isEmpty();
    PricedCharge charged = priced(cart).charges().get(0);
    assertThat(standard.total()).isEqualTo(charged.total());
    assertThat(standard.charges().get(0).taxes()).isEmpty();
  }

  @Test
  void in_the_hosts_transaction_the_host_asks_and_answers() {
    Storage joined = new Joining(buying.shop.storage());
    CartService joining = carts(joined);
    CartId cart = buying.mugs(Shop.ADA, 2);

    assertThat(joining.view(Shop.ADA, cart).problems())
        .extracting(Refusal::code)
        .containsExactly(ExternalTaxes.EXTERNAL_CALL);
    assertThat(begin(joined, cart, "early"))
        .isInstanceOfSatisfying(
            BeginOutcome.Refused.class,
            refused ->
                assertThat(refused.reasons())
                    .extracting(Refusal::code)
                    .containsExactly(ExternalTaxes.EXTERNAL_CALL));
    TaxQuestion question = joining.taxQuestion(Shop.ADA, cart).orElseThrow();
    joining.answerTaxes(ADA_FOR_THE_HOST, cart, percent(question, 7));
    joining.answerTaxes(ADA_FOR_THE_HOST, cart, percent(question, 8));
    BeginOutcome.Ready ready = (BeginOutcome.Ready) begin(joined, cart, "tap");

    assertThat(asked).isEmpty();
    assertThat(joining.taxQuestion(Shop.ADA, cart)).isEmpty();
    assertThat(ready.checkout().priced().taxes()).extracting(TaxLine::code).containsExactly("TX-7");
    assertThat(
            checkouts(joined)
                .complete(
                    Shop.ADA,
                    ready.checkout().id(),
                    buying.sandbox.authorize(ready.request().orElseThrow())))
        .isInstanceOf(CheckoutOutcome.Placed.class);
  }

  @Test
  void an_answer_of_the_host_is_for_the_cart_as_it_is_and_needs_the_permission() {
    CartId cart = buying.mugs(Shop.ADA, 2);
    ExternalTaxes answer = percent(carts.taxQuestion(Shop.ADA, cart).orElseThrow(), 7);
    CallContext nobody = Shop.ADA.withActor(Actor.customer(Shop.ADA_ID));

    assertThatThrownBy(() -> carts.answerTaxes(nobody, cart, answer))
        .isInstanceOf(ForbiddenException.class);
    carts.add(Shop.ADA, cart, Shop.MUG_RED, Quantity.ONE);
    assertThatThrownBy(() -> carts.answerTaxes(ADA_FOR_THE_HOST, cart, answer))
        .isInstanceOf(RefusedException.class)
        .hasFieldOrPropertyWithValue("code", ExternalTaxes.OUTDATED);
    assertThatThrownBy(() -> carts.answerTaxes(ADA_FOR_THE_HOST, cart, ExternalTaxes.of("empty")))
        .isInstanceOf(PortContractException.class);
    assertThatThrownBy(() -> buying.carts.answerTaxes(ADA_FOR_THE_HOST, cart, answer))
        .hasFieldOrPropertyWithValue("code", ExternalTaxes.OUTDATED);
  }

  private PricedCart priced(CartId cart) {
    return carts.view(Shop.ADA, cart).priced().orElseThrow();
  }

  private BeginOutcome begin(Storage storage, CartId cart, String key) {
    return checkouts(storage).begin(Shop.ADA, cart, Buying.paying(VISA), key(key));
  }

  private CartService carts(Storage storage) {
    return new CoreCartService(storage, buying.shop.ids(), buying.shop.secrets(), pricing());
  }

  private CheckoutService checkouts(Storage storage) {
    return new CoreCheckoutService(
        storage, buying.shop.ids(), pricing(), buying.payments, buying.sandbox);
  }

  private CartPricing pricing() {
    return new CartPricing(buying.shop.pricingOf(), Optional.of(this::ask));
  }

  private ExternalTaxes ask(TaxQuestion question) {
    asked.add(question);
    return service.calculate(question);
  }

  private static ExternalTaxes down(TaxQuestion question) {
    throw new IllegalStateException("down: " + question.items().size());
  }

  private ExternalTaxes percent(TaxQuestion question, int percent) {
    ExternalTaxes answer = ExternalTaxes.of("answer-" + asked.size());
    for (TaxItem item : question.items()) {
      Money tax = item.amount().percent(BigDecimal.valueOf(percent), Rounding.HALF_UP);
      answer =
          answer.with(
              item.id(),
              item.amount(),
              new TaxLine("TX-" + percent, BigDecimal.valueOf(percent), item.amount(), tax, false));
    }
    return answer;
  }

  /** Works in the host's transaction, as far as anybody can see. */
  private record Joining(Storage storage) implements Storage {
    @Override
    public <R> R inTransaction(CallContext context, Work<R> work) {
      return storage.inTransaction(context, work);
    }

    @Override
    public boolean joinsHostTransaction() {
      return true;
    }

    @Override
    public Maintenance maintenance() {
      return storage.maintenance();
    }
  }
}
