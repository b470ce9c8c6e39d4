package io.omnicommerce.core.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.LimitExceededException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.common.TimeWindow;
import io.omnicommerce.core.Shop;
import io.omnicommerce.money.Currencies;
import io.omnicommerce.money.CurrencyMismatchException;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.price.Derivation;
import io.omnicommerce.price.PriceConditions;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.price.PriceList;
import io.omnicommerce.price.PriceListId;
import io.omnicommerce.price.PriceOverride;
import io.omnicommerce.price.PriceRow;
import io.omnicommerce.price.PriceService;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricingLine;
import io.omnicommerce.pricing.PricingRequest;
import java.time.Instant;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Attempts on price lists; the numbers are those of the abuse list. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PriceAbuseTest {

  private static final Currency EUR = Currencies.of("EUR");
  private static final CallContext OFFICE = Shop.staff(PriceService.EDIT);
  private static final PriceListId TRADE = PriceListId.of("trade");

  private final Shop shop = Shop.open();
  private final PriceService prices = shop.prices();

  @Test
  void abuse_29_a_price_in_another_currency_than_its_list_changes_nothing() {
    String before = shop.dump();

    assertThatThrownBy(
            () ->
                shop.price(
                    PriceEntry.of(Shop.BASE, Shop.MUG_RED, gbp("1.00")),
                    PriceEntry.of(Shop.BASE, Shop.BOOK, UnitPrice.of("1.00", EUR))))
        .isInstanceOf(CurrencyMismatchException.class);
    assertThatThrownBy(() -> prices.save(OFFICE, PriceList.base(Shop.BASE, EUR)))
        .isInstanceOf(CurrencyMismatchException.class);

    assertThat(shop.dump()).isEqualTo(before);
  }

  @Test
  void abuse_29_rows_of_two_currencies_are_refused_with_their_path() {
    assertRefused(
        UnitPrice.INVALID,
        "rows[2].price",
        () ->
            rows(
                PriceRow.of(gbp("1.00")),
                PriceRow.of(gbp("2.00")),
                PriceRow.of(UnitPrice.of("1.00", EUR))));
    assertRefused(
        UnitPrice.INVALID,
        "floor",
        () -> rows(PriceRow.of(gbp("1.00"))).withFloor(UnitPrice.of("1.00", EUR)));
  }

  @Test
  void abuse_30_a_price_finer_than_its_limit_is_refused_and_one_finer_than_its_coins_is_none() {
    assertRefused(UnitPrice.INVALID, "price", () -> gbp("0.0000001"));
    assertThat(UnitPrice.of("0.5", Currencies.of("JPY"))).hasToString("JPY 0.5");
  }

  @Test
  void abuse_31_a_price_or_floor_below_zero_cannot_be_made_nor_computed() {
    assertRefused(UnitPrice.INVALID, "price", () -> PriceRow.of(gbp("-0.01")));
    assertRefused(
        Derivation.INVALID, "derivation.rate", () -> Derivation.factor(Shop.BASE, "-0.5", 2));
    assertRefused(
        Derivation.INVALID, "derivation.rate", () -> Derivation.margin(Shop.BASE, "1.5", 2));
  }

  @Test
  void abuse_33_a_computed_price_is_not_overridden_below_the_floor_of_its_source() {
    shop.price(PriceEntry.of(Shop.BASE, Shop.MUG_RED, gbp("10.00")).withFloor(gbp("4.00")));
    prices.save(
        OFFICE,
        PriceList.base(TRADE, Shop.GBP)
            .withPriority(1)
            .withDerivation(Derivation.factor(Shop.BASE, "0.5", 2)));

    assertThatThrownBy(() -> shop.pricing().price(clerk(), overridden("3.99")))
        .isInstanceOf(RefusedException.class)
        .extracting(thrown -> ((CommerceException) thrown).code())
        .isEqualTo(PriceService.BELOW_FLOOR);
    assertThat(shop.pricing().price(clerk(), overridden("4.00")).totals().grand())
        .hasToString("GBP 4.00");
  }

  @Test
  void abuse_35_a_factor_on_thin_slices_is_rounded_where_it_says_and_nowhere_else() {
    shop.price(Shop.MUG_RED, "0.004");
    prices.save(
        OFFICE,
        PriceList.base(TRADE, Shop.GBP)
            .withPriority(1)
            .withDerivation(Derivation.factor(Shop.BASE, "0.9", 6)));
    PricingRequest slices = request(Quantity.of(100_000), Optional.empty());

    assertThat(shop.pricing().price(Shop.ADA, slices).totals().grand()).hasToString("GBP 360.00");
  }

  @Test
  void abuse_52_a_window_that_ends_before_it_begins_or_lies_beyond_all_calendars() {
    Instant now = Shop.START;

    assertRefused(TimeWindow.INVALID, "window", () -> TimeWindow.of(now, now));
    assertRefused(TimeWindow.INVALID, "window", () -> TimeWindow.of(now, now.minusNanos(1)));
    assertRefused(TimeWindow.INVALID, "instant", () -> TimeWindow.from(Instant.MIN));
    assertRefused(TimeWindow.INVALID, "instant", () -> TimeWindow.until(Instant.MAX));
    for (Instant beyond : List.of(Instant.MIN, Instant.MAX)) {
      assertRefused(
          TimeWindow.INVALID,
          "instant",
          () -> prices.save(OFFICE, PriceList.base(TRADE, Shop.GBP), beyond));
    }
  }

  @Test
  void a_row_that_can_never_count_is_refused_with_its_path() {
    assertRefused(
        PriceRow.INVALID,
        "to",
        () -> PriceRow.of(gbp("1.00")).withFrom(Quantity.of(5)).withTo(Quantity.of(4)));
    assertRefused(
        PriceRow.INVALID,
        "conditions.attributes.region",
        () -> PriceConditions.NONE.withAttribute("region", Set.of()));
    assertRefused(
        PriceRow.INVALID,
        "rows[1].id",
        () -> rows(PriceRow.of(gbp("1")).named("a"), PriceRow.of(gbp("2")).named("a")));
  }

  @Test
  void rows_and_values_of_conditions_without_end_are_refused_with_their_limit() {
    List<PriceRow> many = Collections.nCopies(PriceEntry.ROWS_MAX + 1, PriceRow.of(gbp("1.00")));
    Set<String> groups =
        IntStream.rangeClosed(0, PriceConditions.VALUES_MAX)
            .mapToObj(i -> "group-" + i)
            .collect(Collectors.toSet());

    assertThatThrownBy(() -> PriceEntry.of(Shop.BASE, Shop.MUG_RED, many))
        .isInstanceOf(LimitExceededException.class)
        .hasMessageContaining("rowsMax = 200");
    assertThatThrownBy(() -> PriceConditions.NONE.withGroups(groups))
        .isInstanceOf(LimitExceededException.class)
        .hasMessageContaining("conditions.groupsMax = 1000");
  }

  private static void assertRefused(ErrorCode code, String path, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(InvalidInputException.class)
        .satisfies(
            thrown -> {
              assertThat(((CommerceException) thrown).code()).isEqualTo(code);
              assertThat(((InvalidInputException) thrown).field()).isEqualTo(path);
            });
  }

  private static PriceEntry rows(PriceRow... rows) {
    return PriceEntry.of(Shop.BASE, Shop.MUG_RED, List.of(rows));
  }

  private static CallContext clerk() {
    return Shop.clerk(PriceService.OVERRIDE);
  }

  private static PricingRequest overridden(String price) {
    return request(
        Quantity.ONE, Optional.of(new PriceOverride(gbp(price), "damaged", "staff:till-1")));
  }

  private static PricingRequest request(Quantity quantity, Optional<PriceOverride> override) {
    return PricingRequest.of(
        Shop.GBP, List.of(new PricingLine(LineId.of("1"), Shop.MUG_RED, quantity, override)));
  }

  private static UnitPrice gbp(String price) {
    return UnitPrice.of(price, Shop.GBP);
  }
}
