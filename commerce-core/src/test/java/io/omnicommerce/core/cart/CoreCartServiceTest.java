package io.omnicommerce.core.cart;

import static io.omnicommerce.core.Shop.ADA;
import static io.omnicommerce.core.Shop.ADA_ID;
import static io.omnicommerce.core.Shop.ADA_IN_APP;
import static io.omnicommerce.core.Shop.BOB;
import static io.omnicommerce.core.Shop.BOB_ID;
import static io.omnicommerce.core.Shop.BOOK;
import static io.omnicommerce.core.Shop.GBP;
import static io.omnicommerce.core.Shop.GUEST;
import static io.omnicommerce.core.Shop.MUG_RED;
import static io.omnicommerce.core.Shop.PICKUP;
import static io.omnicommerce.core.Shop.SCREW;
import static io.omnicommerce.core.Shop.STANDARD;
import static io.omnicommerce.core.Shop.TEE_M;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.cart.Cart;
import io.omnicommerce.cart.CartId;
import io.omnicommerce.cart.CartLine;
import io.omnicommerce.cart.CartOwner;
import io.omnicommerce.cart.CartService;
import io.omnicommerce.cart.CartView;
import io.omnicommerce.cart.NewLine;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ForbiddenException;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.NotFoundException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.common.Version;
import io.omnicommerce.core.Shop;
import io.omnicommerce.delivery.DeliveryChoice;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.pricing.Charge;
import io.omnicommerce.pricing.LineId;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CoreCartServiceTest {

  private static final CartId CART = CartId.of("cart-1");

  private final Shop shop = Shop.open();
  private final CartService carts = shop.carts();

  @Test
  void a_cart_begins_empty_at_version_one() {
    Cart cart = open(ADA);

    assertThat(cart.isEmpty()).isTrue();
    assertThat(cart.version()).isEqualTo(Version.of(1));
    assertThat(cart.owner()).isEqualTo(CartOwner.known(ADA_ID));
    assertThat(cart).isEqualTo(carts.get(ADA, CART));
  }

  @Test
  void opening_again_changes_nothing() {
    open(ADA);
    carts.add(ADA, CART, MUG_RED, Quantity.ONE);
    String before = shop.dump();

    Cart again = open(ADA);

    assertThat(again.lines()).hasSize(1);
    assertThat(shop.dump()).isEqualTo(before);
  }

  @Test
  void the_same_sku_raises_the_line_and_another_reference_makes_its_own() {
    open(ADA);
    carts.add(ADA, CART, MUG_RED, Quantity.ONE);

    Cart cart =
        carts.add(
            ADA,
            CART,
            List.of(
                NewLine.of(MUG_RED, Quantity.of(2)),
                NewLine.of(MUG_RED, Quantity.ONE).withReference("engraved"),
                NewLine.of(BOOK, Quantity.ONE)));

    assertThat(cart.lines().stream().map(CartLine::id).map(LineId::value))
        .containsExactly("0001", "0002", "0003");
    assertThat(quantities(cart)).containsExactly("3", "1", "1");
    assertThat(cart.version()).isEqualTo(Version.of(3));
  }

  @Test
  void the_id_of_a_removed_line_never_comes_back() {
    open(ADA);
    carts.add(ADA, CART, MUG_RED, Quantity.ONE);
    carts.remove(ADA, CART, LineId.of("0001"));

    Cart cart = carts.add(ADA, CART, MUG_RED, Quantity.ONE);

    assertThat(cart.lines().get(0).id()).isEqualTo(LineId.of("0002"));
  }

  @Test
  void a_quantity_of_zero_removes_the_line() {
    open(ADA);
    carts.add(ADA, CART, MUG_RED, Quantity.of(2));

    Cart cart = carts.change(ADA, CART, LineId.of("0001"), Quantity.ZERO);

    assertThat(cart.isEmpty()).isTrue();
  }

  @Test
  void the_view_says_what_it_costs_and_what_there_is() {
    open(ADA);
    carts.add(ADA, CART, MUG_RED, Quantity.of(2));
    carts.deliver(ADA, CART, DeliveryChoice.ship(STANDARD, Shop.address()));

    CartView view = carts.view(ADA, CART);

    assertThat(view.problems()).isEmpty();
    assertThat(view.priced().orElseThrow().totals().grand()).isEqualTo(Money.of("13.93", GBP));
    assertThat(view.available()).containsEntry(MUG_RED, Quantity.of(110));
  }

  @Test
  void the_view_names_everything_that_stands_in_the_way() {
    open(ADA);
    carts.add(ADA, CART, List.of(NewLine.of(MUG_RED, Quantity.of(101)), NewLine.of(BOOK, one())));
    shop.sell(shop.catalog().find(ADA, BOOK).orElseThrow().withDiscontinued(true));

    CartView view = carts.view(ADA, CART);

    assertThat(view.problems().stream().map(Refusal::code).map(Object::toString))
        .containsExactlyInAnyOrder("catalog.not_sellable", "inventory.out_of_stock");
  }

  @Test
  void a_pickup_looks_at_the_stock_of_its_store_only() {
    open(ADA);
    carts.add(ADA, CART, MUG_RED, Quantity.of(11));
    carts.deliver(ADA, CART, DeliveryChoice.pickup(PICKUP, Shop.LON));

    CartView view = carts.view(ADA, CART);

    assertThat(view.available()).containsEntry(MUG_RED, Quantity.of(10));
    assertThat(view.problems()).hasSize(1);
  }

  @Test
  void a_delivery_that_is_not_offered_is_refused() {
    open(ADA);

    assertThatThrownBy(() -> carts.deliver(ADA, CART, DeliveryChoice.pickup(STANDARD, Shop.LON)))
        .isInstanceOf(RefusedException.class)
        .hasMessageContaining("standard");
  }

  @Test
  void L24_locked_prices_hold_until_they_end_or_the_line_changes() {
    open(ADA);
    carts.add(ADA, CART, List.of(NewLine.of(MUG_RED, one()), NewLine.of(TEE_M, one())));
    carts.lockPrices(ADA, CART, Duration.ofHours(1));
    shop.price(MUG_RED, "9.99");
    shop.price(TEE_M, "99.00");

    carts.change(ADA, CART, LineId.of("0002"), Quantity.of(2));

    assertThat(goods(ADA)).isEqualTo(Money.of("202.99", GBP));
    shop.clock().advance(Duration.ofHours(1));
    assertThat(goods(ADA)).isEqualTo(Money.of("207.99", GBP));
  }

  @Test
  void a_locked_price_of_a_quantity_goes_with_the_quantity() {
    open(ADA);
    NewLine few = NewLine.of(SCREW, Quantity.of(1));
    NewLine many = NewLine.of(SCREW, Quantity.of(999)).withReference("rest");
    carts.add(ADA, CART, List.of(few, many));
    carts.lockPrices(ADA, CART, Duration.ofDays(30));
    assertThat(unitPrice(ADA)).isEqualTo(UnitPrice.of("0.0399", GBP));

    carts.remove(ADA, CART, LineId.of("0002"));

    assertThat(unitPrice(ADA)).isEqualTo(UnitPrice.of("0.0425", GBP));
  }

  @Test
  void locking_again_promises_the_prices_of_now() {
    open(ADA);
    carts.add(ADA, CART, MUG_RED, one());
    carts.lockPrices(ADA, CART, Duration.ofDays(30));
    shop.price(MUG_RED, "9.99");

    carts.lockPrices(ADA, CART, Duration.ofDays(30));

    assertThat(goods(ADA)).isEqualTo(Money.of("9.99", GBP));
  }

  @Test
  void a_charge_can_be_taken_away_again() {
    open(ADA);
    CallContext desk = Shop.staff(CartService.ASSIST, CartService.CHARGE);
    carts.charge(desk, CART, fee("2.00"));

    Cart cart = carts.removeCharge(desk, CART, fee("2.00").id());

    assertThat(cart.charges()).isEmpty();
    assertThat(carts.get(ADA, CART)).isEqualTo(cart);
    assertThatThrownBy(() -> carts.removeCharge(desk, CART, fee("2.00").id()))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> carts.removeCharge(ADA, CART, fee("2.00").id()))
        .isInstanceOf(ForbiddenException.class);
  }

  @Test
  void a_reduction_beyond_the_rest_is_a_problem_of_the_view_until_lines_are_added() {
    open(ADA);
    CallContext desk = Shop.staff(CartService.ASSIST, CartService.CHARGE);
    carts.charge(desk, CART, fee("-2.00"));

    assertThat(carts.view(ADA, CART).problems())
        .extracting(problem -> problem.code().value())
        .contains("pricing.negative_total");
    carts.add(ADA, CART, MUG_RED, Quantity.ONE);
    assertThat(carts.view(ADA, CART).problems()).isEmpty();
  }

  @Test
  void a_charge_may_not_have_an_id_that_a_line_has_or_will_have() {
    open(ADA);
    CallContext desk = Shop.staff(CartService.ASSIST, CartService.CHARGE);

    for (String id : List.of("0001", "0002", "a10000")) {
      Charge fee = new Charge(LineId.of(id), "fee", "Fee", Money.of("1.00", GBP), "standard");
      assertThatThrownBy(() -> carts.charge(desk, CART, fee))
          .isInstanceOf(InvalidInputException.class);
    }
    assertThat(carts.get(ADA, CART).charges()).isEmpty();
  }

  @Test
  void a_charge_of_the_same_id_takes_the_place_of_the_other() {
    open(ADA);
    CallContext desk = Shop.staff(CartService.ASSIST, CartService.CHARGE);
    carts.charge(desk, CART, fee("2.00"));

    Cart cart = carts.charge(desk, CART, fee("3.00"));

    assertThat(cart.charges()).containsExactly(fee("3.00"));
  }

  @Test
  void a_customers_carts_are_found_the_last_changed_first_until_they_end() {
    open(ADA);
    shop.clock().advance(Duration.ofSeconds(1));
    CartId second = carts.open(ADA, GBP);
    shop.clock().advance(Duration.ofSeconds(1));
    carts.add(ADA_IN_APP, CART, MUG_RED, one());

    assertThat(carts.ofCustomer(ADA, ADA_ID).stream().map(Cart::id)).containsExactly(CART, second);
    assertThat(carts.current(ADA_IN_APP, ADA_ID).orElseThrow().id()).isEqualTo(CART);
    assertThat(carts.ofCustomer(ADA, BOB_ID)).isEmpty();
    assertThat(carts.ofCustomer(BOB, ADA_ID)).isEmpty();
    assertThat(carts.ofCustomer(Shop.staff(CartService.ASSIST), ADA_ID)).hasSize(2);
  }

  @Test
  void a_cart_remembers_where_it_was_opened_and_last_changed() {
    open(ADA);

    Cart cart = carts.add(ADA_IN_APP, CART, SCREW, Quantity.of(1_000));

    assertThat(cart.channel()).isEqualTo(Shop.WEB);
    assertThat(cart.lastChannel()).isEqualTo(Shop.APP);
  }

  @Test
  void staff_who_assist_change_a_customers_cart() {
    open(ADA);

    Cart cart = carts.add(Shop.clerk(CartService.ASSIST), CART, MUG_RED, one());

    assertThat(cart.owner()).isEqualTo(CartOwner.known(ADA_ID));
    assertThat(carts.get(ADA, CART)).isEqualTo(cart);
  }

  @Test
  void every_change_tells_one_event() {
    open(GUEST);
    int before = shop.told().size();

    carts.add(GUEST, CART, MUG_RED, one());
    carts.remove(GUEST, CART, LineId.of("0001"));

    assertThat(shop.told().subList(before, shop.told().size()))
        .containsExactly("cart.updated", "cart.updated");
  }

  private Cart open(CallContext context) {
    return carts.open(context, CART, CartRules.ownerOf(context).orElseThrow(), GBP);
  }

  private UnitPrice unitPrice(CallContext context) {
    return carts.view(context, CART).priced().orElseThrow().lines().get(0).unitPrice();
  }

  private Money goods(CallContext context) {
    return carts.view(context, CART).priced().orElseThrow().totals().goods();
  }

  private static Charge fee(String amount) {
    return new Charge(
        LineId.of("gift-wrap"), "fee", "Gift wrap", Money.of(amount, GBP), "standard");
  }

  private static Quantity one() {
    return Quantity.ONE;
  }

  private static List<String> quantities(Cart cart) {
    return cart.lines().stream().map(line -> line.quantity().toString()).toList();
  }
}
