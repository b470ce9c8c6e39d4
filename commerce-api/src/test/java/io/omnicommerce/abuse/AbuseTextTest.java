package io.omnicommerce.abuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.cart.BuyerContact;
import io.omnicommerce.cart.CartOwner;
import io.omnicommerce.cart.HandoffToken;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Actor;
import io.omnicommerce.common.Address;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.CustomerId;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.NotFoundException;
import io.omnicommerce.common.Permission;
import io.omnicommerce.common.Reference;
import io.omnicommerce.common.SessionHash;
import io.omnicommerce.common.TenantId;
import io.omnicommerce.common.Text;
import io.omnicommerce.common.Version;
import io.omnicommerce.common.VersionConflictException;
import io.omnicommerce.customer.Customer;
import io.omnicommerce.customer.Email;
import io.omnicommerce.customer.Phone;
import io.omnicommerce.fulfillment.Handover;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.payment.Tender;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** ABUSE 2 to 16, as far as the words that every room shares can answer. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AbuseTextTest {

  private static final ErrorCode CODE = ErrorCode.of("test.abuse");

  /** A way in which text comes in; gives back what is kept of it. */
  private interface Way {

    String in(String text);
  }

  /** Every way in which an id comes in, each giving back what it keeps. */
  private static final Map<String, Way> IDS =
      Map.ofEntries(
          Map.entry("tenant", text -> TenantId.of(text).value()),
          Map.entry("channel", text -> ChannelId.of(text).value()),
          Map.entry("location", text -> LocationId.of(text).value()),
          Map.entry("customer", text -> CustomerId.of(text).value()),
          Map.entry("sku", text -> Sku.of(text).value()),
          Map.entry("idempotencyKey", text -> IdempotencyKey.of(text).value()),
          Map.entry("permission", text -> Permission.of(text).name()),
          Map.entry("actor", text -> Actor.staff(text).id()),
          Map.entry("batch", text -> BatchId.of(text).value()),
          Map.entry("item", text -> AccountId.of("stock", text).item()),
          Map.entry("holder", text -> AccountId.of("stock", "MUG", text).holder()));

  /** Every way in which other text comes in. */
  private static final List<Way> TEXTS =
      List.of(
          text -> Text.name(text, "title"),
          text -> Text.note(text, "note"),
          text -> Text.text(text, "text", 1_000));

  @Test
  void abuse_2_an_id_that_nobody_can_see_is_refused() {
    for (String blank : List.of(" ", "\u200b", "\ufeff", "\u3000", "\u200b \u3000", "\u00a0")) {
      forEveryId(id -> assertRefused(() -> id.in(blank), "input.blank"));
      assertRefused(() -> Text.name(blank, "title"), "input.blank");
    }
    assertRefused(() -> TenantId.of(""), "input.blank");
    assertRefused(() -> Text.name("", "title"), "input.blank");
    assertRefused(() -> Sku.of(" MUG"), "input.blank");
    assertRefused(() -> Sku.of("MUG "), "input.blank");
  }

  @Test
  void abuse_3_an_id_has_1_to_64_characters() {
    assertThat(Sku.of("a").value()).hasSize(1);
    assertThat(Sku.of("a".repeat(64)).value()).hasSize(64);
    assertRefused(() -> Sku.of("a".repeat(65)), "input.too_long");
    assertRefused(() -> Sku.of("a".repeat(1_000_000)), "input.too_long");
    assertThatThrownBy(() -> Sku.of("a".repeat(1_000_000)))
        .hasMessage("sku may have at most 64 characters; given: 1000000");
  }

  @Test
  void abuse_4_what_looks_like_a_statement_is_an_id_like_any_other() {
    for (String text :
        List.of("'; DROP TABLE orders;--", "%", "_", "\\", "\"", "`", "$1", "?", ":x", "a'||'b")) {
      forEveryId(id -> assertThat(id.in(text)).isEqualTo(text));
    }
  }

  @Test
  void abuse_5_no_text_holds_a_control_character() {
    for (String text : List.of("a\0b", "\0", "a\u001bb", "a\u0085b", "a\u007fb")) {
      forEveryId(id -> assertRefused(() -> id.in(text), "input.control_char"));
      TEXTS.forEach(check -> assertRefused(() -> check.in(text), "input.control_char"));
    }
  }

  @Test
  void abuse_6_no_text_holds_half_of_a_pair() {
    for (String text : List.of("a\ud800", "\ud800a", "\udc00", "\udc00\ud800", "a\ud83d")) {
      forEveryId(id -> assertRefused(() -> id.in(text), "input.encoding"));
      TEXTS.forEach(check -> assertRefused(() -> check.in(text), "input.encoding"));
    }
    TEXTS.forEach(check -> assertThat(check.in("\ud83d\ude00")).isEqualTo("\ud83d\ude00"));
  }

  @Test
  void abuse_7_text_that_turns_around_is_refused_in_ids_and_escaped_where_it_is_shown() {
    for (String turned : List.of("a\u202eb", "a\u2066b\u2069")) {
      forEveryId(id -> assertRefused(() -> id.in(turned), "input.not_ascii"));
      assertThat(Text.name(turned, "title")).isEqualTo(turned);
      assertThat(Text.shown(turned)).matches("a(\\\\u[0-9a-f]{4}|b)+");
    }
  }

  @Test
  void abuse_8_ids_cannot_look_alike_and_texts_are_composed() {
    forEveryId(id -> assertRefused(() -> id.in("АВС"), "input.not_ascii"));
    forEveryId(id -> assertRefused(() -> id.in("\uff33\uff21\uff36\uff25"), "input.not_ascii"));
    TEXTS.forEach(check -> assertThat(check.in("cafe\u0301")).isEqualTo("caf\u00e9"));
    assertThat(Reference.of("note", "cafe\u0301")).isEqualTo(Reference.of("note", "caf\u00e9"));
  }

  @Test
  void abuse_8_composing_does_not_grow_a_text_past_its_column() {
    String growing = "\ufb2c".repeat(Text.NAME_LENGTH_MAX);

    assertRefused(() -> Text.name(growing, "title"), "input.too_long");
  }

  @Test
  void abuse_10_ten_megabytes_of_a_note_are_refused_at_once() {
    String huge = "a".repeat(10_000_000);

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(1),
        () -> TEXTS.forEach(check -> assertRefused(() -> check.in(huge), "input.too_long")));
  }

  @Test
  void abuse_11_no_line_can_be_forged_in_a_log() {
    String forged = "a\r\n2026-01-01 ERROR all is lost";

    forEveryId(id -> assertRefused(() -> id.in(forged), "input.control_char"));
    assertThat(Text.shown(forged)).doesNotContain("\r", "\n").contains("\\u000d\\u000a");
    assertThat(Text.note(forged, "note")).isEqualTo(forged);
  }

  @Test
  void abuse_11_a_reference_of_several_lines_stands_in_one_line_of_a_message() {
    Reference forged = Reference.of("order", "1\nERROR");

    assertThatThrownBy(
            () -> {
              throw new NotFoundException(CODE, forged);
            })
        .hasMessage("There is no order \"1\\u000aERROR\" for this caller.");
    assertThat(new VersionConflictException(CODE, forged, Version.of(1), Version.of(2)))
        .message()
        .doesNotContain("\n");
  }

  @Test
  void abuse_14_a_tenant_is_named_exactly() {
    assertRefused(() -> TenantId.of("*"), "tenant.invalid");
    assertRefused(() -> TenantId.of(""), "input.blank");
    assertThat(TenantId.of("ACME")).isNotEqualTo(TenantId.of("acme"));
    assertThatThrownBy(() -> TenantId.of(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("tenant");
  }

  @Test
  void abuse_16_what_must_stay_secret_is_not_shown() {
    assertThat(Actor.guest("session-4711").toString()).doesNotContain("4711");
    assertThat(Actor.guest("session-4711").label())
        .doesNotContain("4711")
        .isEqualTo(Actor.guest("session-4711").label())
        .isNotEqualTo(Actor.guest("session-4712").label())
        .matches("guest:[0-9a-f]{12}");
    assertThat(CartOwner.guest("session-4711").toString()).doesNotContain("4711");
    assertThat(Actor.staff("clerk-7").toString()).contains("clerk-7");
    assertThat(new HandoffToken("secret-4711", Instant.EPOCH).toString()).doesNotContain("4711");
    assertThat(Tender.card("tok_4711").toString()).doesNotContain("4711");
  }

  @Test
  void abuse_16_a_guest_is_known_again_by_the_session_and_by_nothing_that_is_shown() {
    CartOwner owner = CartOwner.guest("session-4711");
    Actor guest = Actor.guest("session-4711");

    assertThat(owner.is(guest)).isTrue();
    assertThat(owner.isGuestOf("session-4711")).isTrue();
    for (String other :
        List.of("session-4712", "", guest.label(), SessionHash.of("session-4711").value())) {
      assertThat(owner.isGuestOf(other)).isFalse();
    }
    assertThat(owner.is(Actor.staff("session-4711"))).isFalse();
    assertThat(CartOwner.known(CustomerId.of("session-4711")).isGuestOf("session-4711")).isFalse();
    assertRefused(() -> new SessionHash("session-4711"), "input.malformed");
  }

  @Test
  void abuse_16_personal_data_is_not_shown_in_logs() {
    Email email = Email.of("ada4711@example.com");
    Phone phone = Phone.of("+44207124711");
    Customer customer =
        Customer.of(CustomerId.of("c1"), "Ada 4711")
            .withEmail(email)
            .withPhone(phone)
            .withCard("4711")
            .withGroup("trade");
    List<Object> shown =
        List.of(
            email,
            phone,
            customer,
            new BuyerContact("Ada 4711", Optional.of(email), Optional.of(phone)),
            Address.of("Ada 4711", "4711 High Street", "London", "4711", CountryCode.of("GB")),
            new Handover("Ada 4711", Handover.By.BUYER, "staff:bob", Instant.EPOCH));

    assertThat(shown).allSatisfy(one -> assertThat(one.toString()).doesNotContain("4711"));
    assertThat(customer.toString()).contains("c1", "trade");
  }

  @Test
  void abuse_16_a_refusal_does_not_repeat_the_secret_that_it_refuses() {
    for (String wrong : List.of(" 4711", "4711\n", "4711é", "4711".repeat(100))) {
      for (Runnable use :
          List.<Runnable>of(
              () -> Tender.card(wrong), () -> new HandoffToken(wrong, Instant.EPOCH))) {
        assertThatThrownBy(use::run)
            .isInstanceOfSatisfying(
                InvalidInputException.class,
                e -> {
                  assertThat(e.getMessage()).doesNotContain("4711");
                  assertThat(e.facts().toString()).doesNotContain("4711");
                  assertThat(e).hasNoCause();
                });
      }
    }
  }

  private static void forEveryId(Consumer<Way> check) {
    IDS.forEach((name, id) -> check.accept(id));
  }

  private static void assertRefused(Runnable call, String code) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            InvalidInputException.class, e -> assertThat(e.code()).hasToString(code));
  }
}
