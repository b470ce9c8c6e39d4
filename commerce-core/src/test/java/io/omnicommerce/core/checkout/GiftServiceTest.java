package io.omnicommerce.core.checkout;

import static io.omnicommerce.core.checkout.Buying.gbp;
import static io.omnicommerce.core.checkout.Campaigns.amount;
import static io.omnicommerce.core.checkout.Campaigns.promotion;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.omnicommerce.cart.CartId;
import io.omnicommerce.cart.CartService;
import io.omnicommerce.cart.CartView;
import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.checkout.CheckoutOutcome;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.inventory.StockAccounts;
import io.omnicommerce.core.order.CoreOrderService;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.ledger.Shortfall;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderFlow;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.order.OrderService;
import io.omnicommerce.price.PriceService;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.OfferedGift;
import io.omnicommerce.pricing.PricedLine;
import io.omnicommerce.pricing.PricingExplanation;
import io.omnicommerce.pricing.PricingInputs;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.Condition;
import io.omnicommerce.promotion.GiftChoice;
import io.omnicommerce.promotion.ItemFilter;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.promotion.PromotionVerdict.Verdict;
import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.Documents;
import io.omnicommerce.storage.Ledger;
import io.omnicommerce.storage.Maintenance;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Storage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Gifts of which the customer chooses. A mug is 4.99, delivery 3.95. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GiftServiceTest {

  private static final PromotionId GIFT = PromotionId.of("gift");
  private static final Sku GONE = Sku.of("GONE");
  private static final CallContext ADA_READING =
      Shop.ADA.withActor(Shop.ADA.actor().withPermissions(Set.of(PriceService.VIEW)));

  private final Campaigns campaigns = new Campaigns();
  private final Buying buying = campaigns.buying;
  private final CartService carts = buying.carts;

  @Test
  void a_cart_says_what_can_be_chosen_and_how_much_of_it_there_is() {
    campaigns.run(fromTen(gift(2, GONE, Shop.SCREW, Shop.BOOK)));

    CartView view = carts.view(Shop.ADA, buying.mugs(Shop.ADA, 3));

    assertThat(view.gifts())
        .containsExactly(
            new OfferedGift(
                GIFT, "gift", 1, Quantity.of(2), List.of(Shop.SCREW, Shop.BOOK), Shop.SCREW));
    assertThat(view.available())
        .containsOnlyKeys(Shop.MUG_RED, Shop.SCREW, Shop.BOOK)
        .containsEntry(Shop.BOOK, Quantity.of(110));
    assertThat(carts.view(Shop.ADA, buying.mugs(Shop.ADA, 1)).gifts()).isEmpty();
  }

  @Test
  void what_is_chosen_comes_and_what_is_paid_stays() {
    campaigns.run(fromTen(gift(1, Shop.SCREW, Shop.BOOK)));
    CartId cart = buying.mugs(Shop.ADA, 3);
    assertThat(gifts(Shop.ADA, cart)).containsExactly("1 SCREW");

    carts.chooseGift(Shop.ADA, cart, offered(cart).choose(Shop.BOOK));

    assertThat(gifts(Shop.ADA, cart)).containsExactly("1 BOOK");
    assertThat(offered(cart).given()).isEqualTo(Shop.BOOK);
    assertThat(campaigns.priced(Shop.ADA, cart).totals().grand()).isEqualTo(gbp("18.92"));
  }

  @Test
  void the_order_has_what_was_chosen_and_can_be_priced_again() {
    campaigns.run(fromTen(gift(1, Shop.SCREW, Shop.BOOK)));
    CartId cart = buying.mugs(Shop.ADA, 3);
    carts.chooseGift(Shop.ADA, cart, GiftChoice.of(GIFT, Shop.BOOK));

    Order order = buying.order(buying.place(cart, "a"));

    PricingInputs inputs =
        new CoreOrderService(buying.shop.storage(), OrderFlow.STANDARD)
            .pricedFrom(Shop.staff(OrderService.VIEW), order.id())
            .orElseThrow();
    List<PricedLine> lines = order.lines().stream().map(OrderLine::priced).toList();
    assertThat(lines).extracting(PricedLine::sku).containsExactly(Shop.MUG_RED, Shop.BOOK);
    assertThat(inputs.occasion().giftChoices()).containsExactly(GiftChoice.of(GIFT, Shop.BOOK));
    assertThat(buying.shop.pricing().replay(inputs).lines()).isEqualTo(lines);
    assertThat(buying.stock(Shop.BOOK, Shop.LON).available()).isEqualTo(Quantity.of(9));
  }

  @Test
  void only_what_is_offered_now_can_be_chosen() {
    campaigns.run(fromTen(gift(1, Shop.SCREW, Shop.BOOK, GONE)));
    CartId rich = buying.mugs(Shop.ADA, 3);
    CartId poor = buying.mugs(Shop.ADA, 1);

    refused(rich, GiftChoice.of(GIFT, Shop.TEE_M));
    refused(rich, GiftChoice.of(GIFT, GONE));
    refused(rich, new GiftChoice(GIFT, 2, Shop.BOOK));
    refused(rich, GiftChoice.of(PromotionId.of("none"), Shop.BOOK));
    refused(poor, GiftChoice.of(GIFT, Shop.BOOK));
  }

  @Test
  void a_choice_waits_while_its_promotion_is_not_given() {
    campaigns.run(fromTen(gift(1, Shop.SCREW, Shop.BOOK)));
    CartId cart = buying.mugs(Shop.ADA, 3);
    LineId mugs = LineId.of("0001");
    carts.chooseGift(Shop.ADA, cart, GiftChoice.of(GIFT, Shop.BOOK));

    carts.change(Shop.ADA, cart, mugs, Quantity.ONE);
    assertThat(gifts(Shop.ADA, cart)).isEmpty();

    carts.change(Shop.ADA, cart, mugs, Quantity.of(4));
    assertThat(gifts(Shop.ADA, cart)).containsExactly("1 BOOK");
  }

  @Test
  void what_is_no_longer_sold_gives_way_to_the_first_that_is() {
    campaigns.run(fromTen(gift(1, Shop.SCREW, Shop.BOOK)));
    CartId cart = buying.mugs(Shop.ADA, 3);
    carts.chooseGift(Shop.ADA, cart, GiftChoice.of(GIFT, Shop.BOOK));

    buying.shop.sell(CatalogEntry.of(Shop.BOOK, "Book").withDiscontinued(true));

    assertThat(gifts(Shop.ADA, cart)).containsExactly("1 SCREW");
    assertThat(offered(cart).choice()).containsExactly(Shop.SCREW);
  }

  @Test
  void of_several_gifts_each_is_chosen_for_itself_also_of_equal_ones() {
    Benefit.Gift any = gift(1, Shop.SCREW, Shop.BOOK, Shop.MUG_BLUE);
    campaigns.run(fromTen(gift(1, GONE), any, any));
    CartId cart = buying.mugs(Shop.ADA, 3);
    assertThat(carts.view(Shop.ADA, cart).gifts())
        .extracting(OfferedGift::gift)
        .containsExactly(2, 3);

    carts.chooseGift(Shop.ADA, cart, new GiftChoice(GIFT, 3, Shop.BOOK));
    assertThat(gifts(Shop.ADA, cart)).containsExactly("1 SCREW", "1 BOOK");

    carts.chooseGift(Shop.ADA, cart, new GiftChoice(GIFT, 2, Shop.MUG_BLUE));
    carts.chooseGift(Shop.ADA, cart, new GiftChoice(GIFT, 3, Shop.MUG_BLUE));
    assertThat(gifts(Shop.ADA, cart)).containsExactly("1 MUG-BLUE", "1 MUG-BLUE");
  }

  @Test
  void what_is_out_of_stock_gives_way_to_the_next_of_the_choice_and_stands_in_nobodys_way() {
    campaigns.run(fromTen(gift(11, Shop.BOOK, Shop.SCREW)));
    CartId cart = buying.mugs(Shop.ADA, 3);
    carts.chooseGift(Shop.ADA, cart, GiftChoice.of(GIFT, Shop.BOOK));
    takeBooks();

    CartView view = carts.view(Shop.ADA, cart);

    assertThat(view.problems()).isEmpty();
    assertThat(view.gifts())
        .extracting(OfferedGift::given, OfferedGift::choice)
        .containsExactly(tuple(Shop.SCREW, List.of(Shop.SCREW)));
    refused(cart, GiftChoice.of(GIFT, Shop.BOOK));
    Order order = buying.order(buying.place(cart, "a"));
    assertThat(order.lines()).extracting(line -> line.priced().sku()).contains(Shop.SCREW);
  }

  @Test
  void where_no_gift_is_there_the_cart_is_ordered_without() {
    campaigns.run(fromTen(gift(101, Shop.BOOK)));
    CartId cart = buying.mugs(Shop.ADA, 3);

    CartView view = carts.view(Shop.ADA, cart);

    assertThat(view.problems()).isEmpty();
    assertThat(view.gifts()).isEmpty();
    assertThat(view.priced().orElseThrow().lines()).hasSize(1);
    assertThat(carts.explanation(ADA_READING, cart).verdict(GIFT).orElseThrow().verdict())
        .isEqualTo(Verdict.NO_GIFT);
    assertThat(buying.place(cart, "a")).isInstanceOf(CheckoutOutcome.Placed.class);
  }

  @Test
  void the_cart_takes_its_own_goods_first_and_what_it_has_reserved_is_there() {
    campaigns.run(fromTen(gift(11, Shop.BOOK)));
    CartId ninety = buying.cart(Shop.ADA, Shop.BOOK, 90);
    assertThat(gifts(Shop.ADA, ninety)).isEmpty();

    CartId eightyNine = buying.cart(Shop.ADA, Shop.BOOK, 89);
    assertThat(gifts(Shop.ADA, eightyNine)).containsExactly("11 BOOK");
    carts.reserve(Shop.ADA, eightyNine, Duration.ofMinutes(5));

    assertThat(gifts(Shop.ADA, eightyNine)).containsExactly("11 BOOK");
    assertThat(gifts(Shop.BOB, buying.mugs(Shop.BOB, 3))).containsExactly("11 BOOK");
    assertThat(buying.place(eightyNine, "a")).isInstanceOf(CheckoutOutcome.Placed.class);
    assertThat(gifts(Shop.BOB, buying.mugs(Shop.BOB, 3))).isEmpty();
  }

  @Test
  void of_two_gifts_the_first_takes_what_there_is_and_the_order_can_be_priced_again() {
    campaigns.run(fromTen("a", gift(60, Shop.BOOK)));
    campaigns.run(fromTen("b", gift(60, Shop.BOOK)));
    campaigns.run(fromTen("c", gift(60, Shop.BOOK, Shop.SCREW)));
    CartId cart = buying.mugs(Shop.ADA, 3);

    assertThat(gifts(Shop.ADA, cart)).containsExactly("60 BOOK", "60 SCREW");
    PricingExplanation explained = carts.explanation(ADA_READING, cart);
    assertThat(explained.verdict(PromotionId.of("b")).orElseThrow().verdict())
        .isEqualTo(Verdict.NO_GIFT);
    assertThat(buying.shop.pricing().replay(explained.inputs())).isEqualTo(explained.priced());
    assertThat(buying.place(cart, "a")).isInstanceOf(CheckoutOutcome.Placed.class);
  }

  @Test
  void one_that_goes_while_the_cart_is_ordered_gives_way_as_well() {
    campaigns.run(fromTen(gift(11, Shop.BOOK, Shop.SCREW)));
    CartId cart = buying.mugs(Shop.ADA, 3);
    Storage snatching = new Snatching(buying.shop.storage(), this::takeBooks);

    CheckoutOutcome outcome =
        buying.on(snatching, buying.sandbox).place(Shop.ADA, cart, Buying.VISA, Buying.key("a"));

    assertThat(buying.order(outcome).lines())
        .extracting(line -> line.priced().sku())
        .containsExactly(Shop.MUG_RED, Shop.SCREW);
  }

  /** Ten books are left at one place, and five at the other. */
  private void takeBooks() {
    CartId others = buying.cart(Shop.BOB, Shop.BOOK, 95);
    assertThat(buying.checkouts.place(Shop.BOB, others, Buying.VISA, Buying.key("b")))
        .isInstanceOf(CheckoutOutcome.Placed.class);
  }

  /** Others take the books when a checkout is about to hold them. */
  private static final class Snatching implements Storage {
    private final Storage storage;
    private final Runnable others;
    private boolean snatched;

    Snatching(Storage storage, Runnable others) {
      this.storage = storage;
      this.others = others;
    }

    @Override
    public <R> R inTransaction(CallContext context, Work<R> work) {
      if (snatched) {
        return storage.inTransaction(context, work);
      }
      try {
        return storage.inTransaction(context, session -> work.run(new Late(session)));
      } finally {
        snatched = true;
        others.run();
      }
    }

    @Override
    public boolean joinsHostTransaction() {
      return false;
    }

    @Override
    public Maintenance maintenance() {
      return storage.maintenance();
    }
  }

  /** Finds no books any more where it is about to hold something. */
  private record Late(Session session) implements Session {
    @Override
    public CallContext context() {
      return session.context();
    }

    @Override
    public Instant now() {
      return session.now();
    }

    @Override
    public Documents documents() {
      return session.documents();
    }

    @Override
    public Ledger ledger() {
      return session.ledger();
    }

    @Override
    public CommitResult commit(Decision decision) {
      return decision.steps().stream().anyMatch(LedgerStep.Hold.class::isInstance)
          ? new CommitResult.Refused(
              List.of(new Shortfall(StockAccounts.stock(Shop.BOOK, Shop.DC), 11, 5)))
          : session.commit(decision);
    }
  }

  @Test
  void a_choice_goes_with_the_cart_into_another_channel() {
    campaigns.run(fromTen(gift(1, Shop.SCREW, Shop.BOOK)));
    CartId cart = buying.mugs(Shop.ADA, 3);
    carts.chooseGift(Shop.ADA, cart, GiftChoice.of(GIFT, Shop.BOOK));

    carts.accept(Shop.ADA_IN_APP, carts.handOff(Shop.ADA, cart, Duration.ofHours(1)).secret());

    assertThat(gifts(Shop.ADA_IN_APP, cart)).containsExactly("1 BOOK");
  }

  @Test
  void a_guest_s_choice_is_merged_unless_the_customer_has_chosen() {
    campaigns.run(fromTen(gift(1, Shop.SCREW, Shop.BOOK), gift(1, Shop.SCREW, Shop.BOOK)));
    CartId guest = buying.mugs(Shop.GUEST, 3);
    carts.chooseGift(Shop.GUEST, guest, new GiftChoice(GIFT, 1, Shop.BOOK));
    carts.chooseGift(Shop.GUEST, guest, new GiftChoice(GIFT, 2, Shop.BOOK));
    CartId own = buying.mugs(Shop.ADA, 3);
    carts.chooseGift(Shop.ADA, own, new GiftChoice(GIFT, 2, Shop.SCREW));

    carts.merge(Shop.ADA, guest, "session-1", own);

    assertThat(gifts(Shop.ADA, own)).containsExactly("1 BOOK", "1 SCREW");
  }

  @Test
  void of_many_choices_the_oldest_are_forgotten() {
    Benefit.Gift[] many =
        IntStream.range(0, 3)
            .mapToObj(n -> gift(1, Shop.SCREW, Shop.BOOK))
            .toArray(Benefit.Gift[]::new);
    IntStream.range(0, 34).forEach(n -> campaigns.run(fromTen("gift-" + n, many)));
    CartId cart = buying.mugs(Shop.ADA, 3);

    for (OfferedGift gift : carts.view(Shop.ADA, cart).gifts()) {
      carts.chooseGift(Shop.ADA, cart, gift.choose(Shop.BOOK));
    }

    List<Sku> given = carts.view(Shop.ADA, cart).gifts().stream().map(OfferedGift::given).toList();
    assertThat(given).hasSize(102);
    assertThat(given.subList(0, 2)).containsOnly(Shop.SCREW);
    assertThat(given.subList(2, 102)).containsOnly(Shop.BOOK);
  }

  @Test
  void a_promise_of_prices_does_not_hold_the_price_of_a_gift() {
    campaigns.run(fromTen(gift(1, Shop.SCREW, Shop.BOOK)));
    CartId cart = buying.mugs(Shop.ADA, 3);
    carts.lockPrices(Shop.ADA, cart, Duration.ofHours(1));

    carts.chooseGift(Shop.ADA, cart, GiftChoice.of(GIFT, Shop.BOOK));

    assertThat(campaigns.priced(Shop.ADA, cart).lines())
        .extracting(line -> line.amount())
        .containsExactly(gbp("14.97"), gbp("8.00"));
  }

  private OfferedGift offered(CartId cart) {
    return carts.view(Shop.ADA, cart).gifts().get(0);
  }

  private List<String> gifts(CallContext context, CartId cart) {
    return campaigns.priced(context, cart).lines().stream()
        .filter(line -> line.id().value().startsWith("gift"))
        .map(line -> line.quantity() + " " + line.sku())
        .toList();
  }

  private void refused(CartId cart, GiftChoice choice) {
    String before = buying.dump();
    assertThatThrownBy(() -> carts.chooseGift(Shop.ADA, cart, choice))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(CartService.GIFT_NOT_OFFERED);
              assertThat(refused.facts().get("sku")).contains(choice.sku().value());
            });
    assertThat(buying.dump()).isEqualTo(before);
  }

  private static Promotion fromTen(Benefit... gifts) {
    return fromTen("gift", gifts);
  }

  private static Promotion fromTen(String id, Benefit... gifts) {
    return promotion(id, gifts).toBuilder()
        .when(new Condition.SubtotalAtLeast(amount("10.00"), ItemFilter.ALL))
        .build();
  }

  private static Benefit.Gift gift(int quantity, Sku... choice) {
    return new Benefit.Gift(List.of(choice), Quantity.of(quantity));
  }
}
