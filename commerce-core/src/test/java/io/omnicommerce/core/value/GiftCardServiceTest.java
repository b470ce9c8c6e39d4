package io.omnicommerce.core.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.core.Shop;
import io.omnicommerce.money.CurrencyMismatchException;
import io.omnicommerce.money.Money;
import io.omnicommerce.promotion.AttemptLimit;
import io.omnicommerce.value.GiftCard;
import io.omnicommerce.value.GiftCardCode;
import io.omnicommerce.value.GiftCardEntry;
import io.omnicommerce.value.GiftCardId;
import io.omnicommerce.value.GiftCardService;
import io.omnicommerce.value.GiftCardStatus;
import io.omnicommerce.value.IssuedGiftCard;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class GiftCardServiceTest {

  private static final GiftCardId CARD = GiftCardId.of("card-1");
  private static final Instant END = Shop.START.plus(Duration.ofDays(1));
  private static final CallContext OFFICE =
      Shop.staff(GiftCardService.ISSUE, GiftCardService.VIEW, GiftCardService.MANAGE);

  private final Shop shop = Shop.open();
  private final GiftCardService cards =
      new CoreGiftCardService(shop.storage(), shop.secrets(), AttemptLimit.STANDARD);

  @AfterEach
  void nothing_has_drifted() {
    assertThat(shop.storage().maintenance().audit(List.of(GiftCardDocuments.TYPE))).isEmpty();
  }

  @Test
  void a_card_is_issued_with_a_code_that_is_told_once() {
    IssuedGiftCard issued = cards.issue(OFFICE, CARD, gbp("25.00"), Optional.of(END));
    IssuedGiftCard again = cards.issue(OFFICE, CARD, gbp("25.00"), Optional.of(END));

    GiftCardCode code = issued.code().orElseThrow();
    assertThat(code.value()).hasSize(16);
    assertThat(code).hasToString("***");
    assertThat(again.code()).isEmpty();
    assertThat(again.card()).isEqualTo(issued.card());
    assertThat(issued.card().issuedAt()).isEqualTo(Shop.START);
    assertThat(cards.balance(Shop.GUEST, code).available()).isEqualTo(gbp("25.00"));
    assertThat(shop.told())
        .containsExactly(
            "inventory.stock_received", "inventory.stock_received", "gift_card.issued");
  }

  @Test
  void an_id_is_one_card() {
    issue();

    refused("gift_card.id_taken", () -> issueAgain("26.00", Optional.empty()));
    refused("gift_card.id_taken", () -> issueAgain("25.00", Optional.of(END)));
    refused(
        "gift_card.id_taken",
        () ->
            cards.issue(
                OFFICE, CARD, GiftCardCode.of("ANOTHER-CODE"), gbp("25.00"), Optional.empty()));
  }

  @Test
  void a_printed_code_opens_its_card_however_it_is_typed_and_no_second_one() {
    GiftCardCode printed = GiftCardCode.of("7k2q9-xm4cd");
    GiftCard card = cards.issue(OFFICE, CARD, printed, gbp("25.00"), Optional.empty());

    assertThat(cards.balance(Shop.GUEST, GiftCardCode.of(" ７K2Q 9XM4–CD ")).card()).isEqualTo(card);
    assertThat(cards.issue(OFFICE, CARD, printed, gbp("25.00"), Optional.empty())).isEqualTo(card);
    refused(
        "gift_card.code_taken",
        () ->
            cards.issue(OFFICE, GiftCardId.of("card-2"), printed, gbp("25.00"), Optional.empty()));
  }

  @Test
  void a_short_code_is_none_and_is_not_shown() {
    assertThatThrownBy(() -> GiftCardCode.of("A1-B2-C3"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("***")
        .hasMessageNotContaining("A1");
  }

  @Test
  void a_card_is_loaded_once_by_a_key_and_in_its_currency_only() {
    issue();

    load("5.00", "till-1");
    assertThat(load("5.00", "till-1")).isEqualTo(gbp("30.00"));
    assertThat(load("5.00", "till-2")).isEqualTo(gbp("35.00"));
    refused("idempotency.mismatch", () -> load("6.00", "till-2"));
    assertThatThrownBy(
            () ->
                cards.load(
                    OFFICE,
                    CARD,
                    Money.of("5.00", Currency.getInstance("EUR")),
                    IdempotencyKey.of("eur")))
        .isInstanceOf(CurrencyMismatchException.class);
  }

  @Test
  void a_blocked_card_is_neither_spent_nor_loaded_until_it_is_active_again() {
    GiftCardCode code = issue();

    assertThat(cards.block(OFFICE, CARD).status()).isEqualTo(GiftCardStatus.BLOCKED);
    assertThat(cards.block(OFFICE, CARD)).isEqualTo(cards.get(OFFICE, CARD).card());
    refused("gift_card.invalid", () -> cards.balance(Shop.ADA, code));
    refused("gift_card.not_possible", () -> load("5.00", "till-1"));
    assertThat(cards.get(OFFICE, CARD).available()).isEqualTo(gbp("25.00"));

    cards.unblock(OFFICE, CARD);
    assertThat(cards.balance(Shop.ADA, code).available()).isEqualTo(gbp("25.00"));
  }

  @Test
  void a_replaced_code_opens_nothing_any_more() {
    GiftCardCode lost = issue();

    GiftCardCode found = cards.replaceCode(OFFICE, CARD);

    assertThat(found).isNotEqualTo(lost);
    refused("gift_card.invalid", () -> cards.balance(Shop.ADA, lost));
    assertThat(cards.balance(Shop.ADA, found).available()).isEqualTo(gbp("25.00"));
  }

  @Test
  void what_is_left_on_a_card_that_has_ended_falls_to_the_shop_unless_its_end_is_moved() {
    GiftCardCode code =
        cards.issue(OFFICE, CARD, gbp("25.00"), Optional.of(END)).code().orElseThrow();
    refused("gift_card.not_possible", () -> cards.expire(OFFICE, CARD));
    shop.clock().advance(Duration.ofDays(1));
    refused("gift_card.invalid", () -> cards.balance(Shop.ADA, code));

    cards.endAt(OFFICE, CARD, Optional.empty());
    assertThat(cards.balance(Shop.ADA, code).available()).isEqualTo(gbp("25.00"));
    cards.endAt(OFFICE, CARD, Optional.of(END));

    assertThat(cards.expire(OFFICE, CARD)).isEqualTo(gbp("25.00"));
    assertThat(cards.expire(OFFICE, CARD)).isEqualTo(gbp("0.00"));
    assertThat(cards.get(OFFICE, CARD).available()).isEqualTo(gbp("0.00"));
  }

  @Test
  void the_journal_tells_every_movement() {
    cards.issue(OFFICE, CARD, gbp("25.00"), Optional.of(END));
    load("5.00", "till-1");
    shop.clock().advance(Duration.ofDays(1));
    cards.expire(OFFICE, CARD);

    List<GiftCardEntry> entries = cards.entries(OFFICE, CARD, PageRequest.first(10)).items();
    assertThat(entries)
        .extracting(GiftCardEntry::kind)
        .containsExactly(
            GiftCardEntry.Kind.LOADED, GiftCardEntry.Kind.LOADED, GiftCardEntry.Kind.EXPIRED);
    assertThat(entries)
        .extracting(GiftCardEntry::amount)
        .containsExactly(gbp("25.00"), gbp("5.00"), gbp("30.00"));
    assertThat(entries.get(2).at()).isEqualTo(END);
  }

  @Test
  void what_is_not_there_cannot_be_looked_after() {
    refused("gift_card.not_found", () -> cards.get(OFFICE, CARD));
    refused("gift_card.not_found", () -> cards.block(OFFICE, CARD));
    refused("gift_card.not_found", () -> load("5.00", "till-1"));
    refused("gift_card.invalid", () -> cards.balance(Shop.ADA, GiftCardCode.of("NEVER-ISSUED")));
  }

  @Test
  void each_command_asks_for_its_permission() {
    issue();
    for (ThrowingCallable call :
        List.<ThrowingCallable>of(
            () -> cards.issue(Shop.ADA, CARD, gbp("25.00"), Optional.empty()),
            () ->
                cards.issue(
                    Shop.ADA,
                    CARD,
                    GiftCardCode.of("ANOTHER-CODE"),
                    gbp("25.00"),
                    Optional.empty()),
            () -> cards.load(Shop.ADA, CARD, gbp("25.00"), IdempotencyKey.of("k")),
            () -> cards.get(Shop.ADA, CARD),
            () -> cards.entries(Shop.ADA, CARD, PageRequest.first(10)),
            () -> cards.block(Shop.ADA, CARD),
            () -> cards.unblock(Shop.ADA, CARD),
            () -> cards.replaceCode(Shop.ADA, CARD),
            () -> cards.endAt(Shop.ADA, CARD, Optional.empty()),
            () -> cards.expire(Shop.ADA, CARD))) {
      refused("permission.denied", call);
    }
  }

  private GiftCardCode issue() {
    return cards.issue(OFFICE, CARD, gbp("25.00"), Optional.empty()).code().orElseThrow();
  }

  private void issueAgain(String amount, Optional<Instant> end) {
    cards.issue(OFFICE, CARD, gbp(amount), end);
  }

  private Money load(String amount, String key) {
    return cards.load(OFFICE, CARD, gbp(amount), IdempotencyKey.of(key)).available();
  }

  private static Money gbp(String amount) {
    return Money.of(amount, Shop.GBP);
  }

  private static void refused(String code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(CommerceException.class)
        .extracting(thrown -> ((CommerceException) thrown).code().value())
        .isEqualTo(code);
  }
}
