package io.omnicommerce.core.abuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.omnicommerce.cart.CartId;
import io.omnicommerce.cart.CartOwner;
import io.omnicommerce.cart.CartService;
import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.CatalogService;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.CustomerId;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.TenantId;
import io.omnicommerce.common.Text;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.customer.CoreCustomerService;
import io.omnicommerce.customer.Customer;
import io.omnicommerce.customer.CustomerService;
import io.omnicommerce.customer.Email;
import io.omnicommerce.inventory.InventoryService;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/**
 * ABUSE 2 to 14, asked of the storage: what the words refuse never reaches it, and what they let
 * through comes back as it went in, and is found by nothing else, whatever the database compares
 * texts by.
 */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class TextAbuseTest {

  private static final List<String> LIKE_SQL =
      List.of("'; DROP TABLE document;--", "%", "_", "\\", "\"", "`", "$1", "?", ":x", "a'||'b");

  private final Shop shop = Shop.open();
  private final CustomerService customers = new CoreCustomerService(shop.storage());
  private final CallContext office =
      Shop.staff(
          CatalogService.EDIT,
          CustomerService.EDIT,
          CustomerService.VIEW,
          CartService.ASSIST,
          InventoryService.MANAGE);

  /** A call with a text in it. */
  private interface Call {
    void with(String text);
  }

  /** A way in for each kind of text: ids, keys to find by, names, free text. */
  private final List<Call> ids =
      List.of(
          text -> shop.carts().get(Shop.ADA, CartId.of(text)),
          text -> shop.catalog().save(office, List.of(CatalogEntry.of(Sku.of(text), "A thing"))),
          text -> shop.inventory().levels(office, LocationId.of(text), List.of(Shop.BOOK)),
          text -> customers.save(office, Customer.of(CustomerId.of(text), "Somebody")),
          text -> customers.save(office, somebody("card").withCard(text)));

  private final List<Call> names =
      List.of(
          text -> title("NAMED", text),
          text -> customers.save(office, Customer.of(CustomerId.of("named"), text)));

  @Test
  void abuse_2_an_id_that_nobody_can_see_reaches_no_storage() {
    for (String blank : List.of("", " ", "\u200b", "\ufeff", "\u3000", "\u200b \u3000")) {
      refused(ids, blank, "input.blank");
      refused(names, blank, "input.blank");
    }
  }

  @Test
  void abuse_3_an_id_of_64_characters_is_kept_whole_and_a_longer_one_reaches_no_storage() {
    for (String id : List.of("x", "x".repeat(64))) {
      title(id, "Found");
      customers.save(
          office, Customer.of(CustomerId.of(id), "Found").withCard("c" + id.substring(1)));
      shop.carts().open(office, CartId.of(id), CartOwner.guest(id), Shop.GBP);

      assertThat(titleOf(id)).isEqualTo("Found");
      assertThat(customers.findByCard(office, "c" + id.substring(1)))
          .map(Customer::id)
          .contains(CustomerId.of(id));
      assertThat(shop.carts().get(office, CartId.of(id)).id()).isEqualTo(CartId.of(id));
    }
    refused(ids, "x".repeat(65), "input.too_long");
    refused(ids, "x".repeat(1_000_000), "input.too_long");
  }

  @Test
  void abuse_4_what_looks_like_a_statement_finds_itself_and_nothing_else() {
    for (String text : LIKE_SQL) {
      CustomerId id = CustomerId.of("customer" + text);

      assertThat(customers.findByCard(office, text)).isEmpty();
      customers.save(office, Customer.of(id, text).withCard(text));
      assertThat(customers.findByCard(office, text)).map(Customer::id).contains(id);
      assertThat(customers.get(office, id).name()).isEqualTo(text);
    }
    assertThat(shop.catalog().findAll(office, LIKE_SQL.stream().map(Sku::of).toList())).isEmpty();
  }

  @Test
  void abuse_5_a_control_character_reaches_no_driver() {
    for (String text : List.of("a\0b", "\0", "a\u001bb", "a\u0085b")) {
      refused(ids, text, "input.control_char");
      refused(names, text, "input.control_char");
    }
  }

  @Test
  void abuse_6_half_of_a_pair_reaches_no_driver() {
    for (String text : List.of("a\ud800", "\udc00", "\udc00\ud800")) {
      refused(ids, text, "input.encoding");
      refused(names, text, "input.encoding");
    }
  }

  @Test
  void abuse_7_a_name_that_turns_around_is_kept_and_an_id_is_refused() {
    for (String turned : List.of("a\u202eb", "a\u2066b\u2069")) {
      refused(ids, turned, "input.not_ascii");
      assertThat(title("TURNED", turned)).isEqualTo(turned);
    }
  }

  @Test
  void abuse_8_what_only_looks_alike_is_not_the_same_to_any_database() {
    refused(ids, "АВС", "input.not_ascii");
    title("look", "small");
    title("LOOK", "capital");
    saved("plain", "rene@example.com");
    saved("accented", "ren\u00e9@example.com");

    assertThat(titleOf("look")).isEqualTo("small");
    assertThat(titleOf("LOOK")).isEqualTo("capital");
    assertThat(owner("rene@example.com")).isEqualTo("plain");
    assertThat(owner("ren\u00e9@example.com")).isEqualTo("accented");
    assertThat(owner("rene\u0301@example.com")).isEqualTo("accented");
    assertThat(title("COMPOSED", "cafe\u0301")).isEqualTo("caf\u00e9");
  }

  @Test
  void abuse_9_a_character_of_four_bytes_is_kept_and_is_not_another_one() {
    String grin = "\ud83d\ude00";
    String taco = "\ud83c\udf2e";
    saved("grin", grin + "@example.com");
    saved("taco", taco + "@example.com");

    assertThat(title("EMOJI", grin.repeat(127))).isEqualTo(grin.repeat(127));
    assertThat(owner(grin + "@example.com")).isEqualTo("grin");
    assertThat(owner(taco + "@example.com")).isEqualTo("taco");
  }

  @Test
  void abuse_10_ten_megabytes_reach_no_storage_and_the_most_that_is_allowed_is_kept() {
    String huge = "x".repeat(10_000_000);
    Map<String, String> most =
        IntStream.range(0, CatalogEntry.ATTRIBUTES_MAX)
            .boxed()
            .collect(Collectors.toMap(i -> "a" + i, i -> "\u20ac".repeat(Text.NOTE_LENGTH_MAX)));
    CatalogEntry full = CatalogEntry.of(Sku.of("FULL"), "Full").withAttributes(most);

    refused(names, huge, "input.too_long");
    shop.sell(full);
    assertThat(shop.catalog().find(office, full.sku())).contains(full);
  }

  @Test
  void abuse_11_a_forged_line_reaches_no_storage_and_stands_in_one_line_of_the_refusal() {
    String forged = "a\r\n2026-01-01 ERROR all is lost";

    for (Call call : List.of(ids.get(0), ids.get(3), names.get(0), names.get(1))) {
      assertThat(refused(call, forged, "input.control_char").getMessage())
          .doesNotContain("\r", "\n")
          .contains("\\u000d\\u000a");
    }
    CatalogEntry noted = CatalogEntry.of(Shop.BOOK, "Book").withAttributes(Map.of("note", forged));
    shop.sell(noted);
    assertThat(shop.catalog().find(office, Shop.BOOK)).contains(noted);
  }

  @Test
  void abuse_14_a_tenant_of_another_case_has_nothing_of_the_first() {
    CartId cart = shop.carts().open(Shop.ADA, Shop.GBP);
    saved("ada", "ada@example.com");
    CallContext elsewhere = in(TenantId.of("ACME"), Shop.ADA);
    CallContext office = in(TenantId.of("ACME"), this.office);

    refused(
        List.of(any -> shop.carts().get(elsewhere, CartId.of(any))),
        cart.value(),
        "cart.not_found");
    assertThat(shop.catalog().findAll(office, Shop.SKUS)).isEmpty();
    assertThat(customers.findByEmail(office, Email.of("ada@example.com"))).isEmpty();
    customers.save(office, somebody("ada").withEmail(Email.of("ada@example.com")));
    refused(List.of(text -> TenantId.of(text)), "*", "tenant.invalid");
  }

  private void refused(List<Call> calls, String text, String code) {
    calls.forEach(call -> refused(call, text, code));
  }

  /** The call is refused with the code, and nothing at all is different afterwards. */
  private CommerceException refused(Call call, String text, String code) {
    String before = shop.dump();
    CommerceException thrown = catchThrowableOfType(CommerceException.class, () -> call.with(text));
    assertThat(thrown).as("a refusal with " + code).isNotNull();
    assertThat(thrown.code()).as(thrown.toString()).hasToString(code);
    assertThat(shop.dump()).isEqualTo(before);
    return thrown;
  }

  /** The title as the storage has it. */
  private String title(String sku, String title) {
    shop.sell(CatalogEntry.of(Sku.of(sku), title));
    return titleOf(sku);
  }

  private String titleOf(String sku) {
    return shop.catalog().find(office, Sku.of(sku)).orElseThrow().title();
  }

  private static Customer somebody(String id) {
    return Customer.of(CustomerId.of(id), "Somebody");
  }

  private void saved(String id, String email) {
    customers.save(office, somebody(id).withEmail(Email.of(email)));
  }

  private String owner(String email) {
    return customers.findByEmail(office, Email.of(email)).orElseThrow().id().value();
  }

  private static CallContext in(TenantId tenant, CallContext context) {
    return new CallContext(
        tenant, context.channel(), context.location(), context.actor(), context.locale());
  }
}
