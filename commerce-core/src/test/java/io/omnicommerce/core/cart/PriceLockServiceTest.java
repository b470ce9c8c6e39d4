package io.omnicommerce.core.cart;

import static io.omnicommerce.core.Shop.ADA;
import static io.omnicommerce.core.Shop.ADA_IN_APP;
import static io.omnicommerce.core.Shop.BOOK;
import static io.omnicommerce.core.Shop.GBP;
import static io.omnicommerce.core.Shop.MUG_RED;
import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.cart.CartId;
import io.omnicommerce.cart.CartService;
import io.omnicommerce.cart.HandoffToken;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.common.Address;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.promotion.CorePromotionService;
import io.omnicommerce.core.promotion.HostRules;
import io.omnicommerce.delivery.DeliveryChoice;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.price.PriceConditions;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.price.PriceList;
import io.omnicommerce.price.PriceListId;
import io.omnicommerce.price.PriceService;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.ItemFilter;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.promotion.PromotionService;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Where promised prices count, and what they carry along. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PriceLockServiceTest {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final CallContext OFFICE = Shop.staff(PriceService.EDIT, PromotionService.EDIT);
  private static final CountryCode POLAND = CountryCode.of("PL");

  private final Shop shop = Shop.open();
  private final CartService carts = shop.carts();
  private final Baskets baskets = new Baskets(shop);

  @Test
  void a_price_that_was_promised_for_one_country_does_not_count_in_another() {
    list(PriceList.base(PriceListId.of("pl"), GBP).withConditions(in(POLAND)), "1.00");
    CartId cart = baskets.openWith(ADA, "cart", BOOK, 1);
    ship(cart, POLAND);
    carts.lockPrices(ADA, cart, HOUR);
    Money abroad = goods(ADA, cart);

    ship(cart, Shop.GB);

    assertThat(abroad).isEqualTo(Money.of("1.00", GBP));
    assertThat(goods(ADA, cart)).isEqualTo(Money.of("8.00", GBP));
  }

  @Test
  void a_net_price_that_was_promised_for_abroad_does_not_count_at_home() {
    shop.conventions(Conventions.STANDARD.with("included_price_abroad", "keep_net"));
    CartId cart = baskets.openWith(ADA, "cart", MUG_RED, 1);
    ship(cart, POLAND);
    carts.lockPrices(ADA, cart, HOUR);
    Money abroad = goods(ADA, cart);

    ship(cart, Shop.GB);

    assertThat(abroad).isLessThan(Money.of("4.99", GBP));
    assertThat(goods(ADA, cart)).isEqualTo(Money.of("4.99", GBP));
  }

  @Test
  void what_was_promised_before_an_address_was_known_counts_in_the_home_country() {
    CartId cart = baskets.openWith(ADA, "cart", BOOK, 1);
    carts.lockPrices(ADA, cart, HOUR);
    shop.price(BOOK, "9.00");

    ship(cart, Shop.GB);
    Money home = goods(ADA, cart);
    ship(cart, POLAND);

    assertThat(home).isEqualTo(Money.of("8.00", GBP));
    assertThat(goods(ADA, cart)).isEqualTo(Money.of("9.00", GBP));
  }

  @Test
  void a_price_that_was_promised_in_one_channel_does_not_count_in_another() {
    PriceList app =
        PriceList.base(PriceListId.of("app"), GBP)
            .withConditions(PriceConditions.channels(Shop.APP));
    list(app, "4.00");
    CartId cart = baskets.openWith(ADA, "cart", BOOK, 1);
    carts.lockPrices(ADA_IN_APP, cart, HOUR);

    assertThat(goods(ADA, cart)).isEqualTo(Money.of("8.00", GBP));
    assertThat(goods(ADA_IN_APP, cart)).isEqualTo(Money.of("4.00", GBP));
  }

  @Test
  void a_handoff_takes_along_what_counts_where_it_comes_from_and_nothing_else() {
    CartId web = baskets.openWith(ADA, "web", BOOK, 1);
    carts.lockPrices(ADA, web, HOUR);
    CartId app = baskets.openWith(ADA, "app", BOOK, 1);
    carts.lockPrices(ADA_IN_APP, app, HOUR);
    carts.choosePayment(ADA, app, "card");
    shop.price(BOOK, "9.00");

    accept(web);
    accept(app);

    CallContext clerk = Shop.clerk(CartService.ASSIST);
    assertThat(goods(clerk, web)).isEqualTo(Money.of("8.00", GBP));
    assertThat(goods(ADA, web)).isEqualTo(Money.of("9.00", GBP));
    assertThat(goods(clerk, app)).isEqualTo(Money.of("9.00", GBP));
  }

  @Test
  void a_promised_price_that_was_reduced_stays_reduced_for_promotions() {
    list(PriceList.sale(PriceListId.of("sale"), GBP), "6.00");
    Benefit tenth = new Benefit.ItemPercent(BigDecimal.TEN, ItemFilter.ALL, OptionalLong.empty());
    new CorePromotionService(shop.storage(), HostRules.NONE, shop.secrets())
        .save(
            OFFICE,
            List.of(
                Promotion.of(PromotionId.of("tenth"), "Tenth", tenth).toBuilder()
                    .discountedItems(false)
                    .build()));
    CartId cart = baskets.openWith(ADA, "cart", BOOK, 1);
    carts.add(ADA, cart, MUG_RED, Quantity.ONE);
    Money before = total(cart);

    carts.lockPrices(ADA, cart, HOUR);

    assertThat(before).isEqualTo(Money.of("10.49", GBP));
    assertThat(total(cart)).isEqualTo(before);
  }

  private void accept(CartId cart) {
    HandoffToken token = carts.handOff(ADA, cart, HOUR);
    carts.accept(Shop.clerk(CartService.ASSIST), token.secret());
  }

  private static PriceConditions in(CountryCode country) {
    return PriceConditions.NONE.withCountries(Set.of(country));
  }

  private void list(PriceList list, String price) {
    shop.prices().save(OFFICE, list);
    shop.prices().save(OFFICE, List.of(PriceEntry.of(list.id(), BOOK, UnitPrice.of(price, GBP))));
  }

  private void ship(CartId cart, CountryCode country) {
    Address address =
        Address.of("Ada Lovelace", "12 St James's Square", "London", "12345", country);
    carts.deliver(ADA, cart, DeliveryChoice.ship(Shop.STANDARD, address));
  }

  private Money goods(CallContext context, CartId cart) {
    return carts.view(context, cart).priced().orElseThrow().totals().goods();
  }

  private Money total(CartId cart) {
    return carts.view(ADA, cart).priced().orElseThrow().totals().grand();
  }
}
