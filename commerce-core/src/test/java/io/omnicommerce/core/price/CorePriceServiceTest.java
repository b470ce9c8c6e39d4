package io.omnicommerce.core.price;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Market;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.ForbiddenException;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.LimitExceededException;
import io.omnicommerce.common.NotFoundException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.customer.CoreCustomerService;
import io.omnicommerce.customer.Customer;
import io.omnicommerce.customer.CustomerService;
import io.omnicommerce.money.CurrencyMismatchException;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.price.PriceAnswer;
import io.omnicommerce.price.PriceConditions;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.price.PriceList;
import io.omnicommerce.price.PriceListId;
import io.omnicommerce.price.PriceService;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CorePriceServiceTest {

  private static final Currency EUR = Currency.getInstance("EUR");
  private static final PriceListId LIST = PriceListId.of("list");
  private static final PriceListId OTHER = PriceListId.of("other");
  private static final Sku SKU = Sku.of("SKU");

  private static final CallContext OFFICE = Shop.staff(PriceService.VIEW);

  private final Shop shop = Shop.open();
  private final PriceService prices = new CorePriceService(shop.storage());

  @Test
  void an_entry_replaces_what_its_list_had_for_its_sku() {
    save(list(LIST), entry(LIST, SKU, "1.00"));
    save(list(LIST).withPriority(2), entry(LIST, SKU, "2.00"));

    assertThat(prices.findEntry(OFFICE, LIST, SKU)).contains(entry(LIST, SKU, "2.00"));
    assertThat(prices.lists(OFFICE)).contains(list(LIST).withPriority(2));
  }

  @Test
  void lists_and_skus_that_read_alike_when_joined_are_kept_apart() {
    PriceListId one = PriceListId.of("a/b");
    PriceListId two = PriceListId.of("a");
    save(list(one), entry(one, Sku.of("c"), "1.00"));
    save(list(two), entry(two, Sku.of("b/c"), "2.00"));

    assertThat(prices.findEntry(OFFICE, one, Sku.of("c")))
        .contains(entry(one, Sku.of("c"), "1.00"));
    assertThat(prices.findEntry(OFFICE, two, Sku.of("b/c")))
        .contains(entry(two, Sku.of("b/c"), "2.00"));
  }

  @Test
  void lists_and_entries_as_they_are_kept_are_for_who_may_view_or_edit_them() {
    save(list(LIST), entry(LIST, SKU, "1.00"));

    assertThat(prices.lists(Shop.staff(PriceService.EDIT))).contains(list(LIST));
    assertThat(prices.findEntry(Shop.staff(PriceService.EDIT), LIST, SKU)).isPresent();
    assertThatThrownBy(() -> prices.lists(Shop.ADA)).isInstanceOf(ForbiddenException.class);
    assertThatThrownBy(() -> prices.findEntry(Shop.ADA, LIST, SKU))
        .isInstanceOf(ForbiddenException.class)
        .hasMessageContaining("price.view");
  }

  @Test
  void entries_of_an_unknown_list_are_refused_all_together() {
    save(list(LIST));

    assertThatThrownBy(() -> save(entry(LIST, SKU, "1.00"), entry(OTHER, SKU, "1.00")))
        .isInstanceOf(NotFoundException.class)
        .extracting(thrown -> ((CommerceException) thrown).code())
        .isEqualTo(PriceService.UNKNOWN_LIST);
    assertThat(prices.findEntry(OFFICE, LIST, SKU)).isEmpty();
  }

  @Test
  void an_entry_is_in_its_lists_currency() {
    save(list(LIST));

    assertThatThrownBy(() -> save(PriceEntry.of(LIST, SKU, UnitPrice.of("1.00", EUR))))
        .isInstanceOf(CurrencyMismatchException.class)
        .hasMessageContaining("GBP")
        .hasMessageContaining("EUR")
        .extracting(thrown -> ((CommerceException) thrown).facts().values())
        .isEqualTo(
            Map.of("list", LIST.value(), "sku", SKU.value(), "first", "GBP", "second", "EUR"));
  }

  @Test
  void a_list_keeps_its_currency_because_its_entries_stay() {
    save(list(LIST));

    assertThatThrownBy(() -> save(PriceList.base(LIST, EUR)))
        .isInstanceOf(CurrencyMismatchException.class)
        .hasMessageContaining(LIST.value());
    assertThat(prices.lists(OFFICE)).contains(list(LIST));
  }

  @Test
  void only_whoever_may_changes_prices() {
    save(list(LIST), entry(LIST, SKU, "1.00"));

    assertThatThrownBy(() -> prices.save(Shop.ADA, list(OTHER)))
        .isInstanceOf(ForbiddenException.class);
    assertThatThrownBy(() -> prices.save(Shop.ADA, List.of(entry(LIST, SKU, "0.01"))))
        .isInstanceOf(ForbiddenException.class);
    assertThat(prices.findEntry(OFFICE, LIST, SKU)).contains(entry(LIST, SKU, "1.00"));
  }

  @Test
  void so_many_entries_at_once_and_no_more() {
    save(list(LIST));
    List<PriceEntry> tooMany =
        Collections.nCopies(PriceService.ENTRIES_MAX + 1, entry(LIST, SKU, "1.00"));

    assertThatThrownBy(() -> prices.save(Shop.staff(PriceService.EDIT), tooMany))
        .isInstanceOf(LimitExceededException.class)
        .hasMessageContaining("entriesMax = 1000");
    prices.save(Shop.staff(PriceService.EDIT), tooMany.subList(0, PriceService.ENTRIES_MAX));
    assertThat(prices.findEntry(OFFICE, LIST, SKU)).isPresent();
  }

  @Test
  void so_many_lists_and_no_more() {
    int room = PriceService.ENTRIES_MAX - prices.lists(OFFICE).size();
    for (int i = 0; i < room; i++) {
      save(list(PriceListId.of("list-" + i)));
    }

    assertThatThrownBy(() -> save(list(OTHER)))
        .isInstanceOf(LimitExceededException.class)
        .hasMessageContaining("listsMax = 1000");
    save(list(PriceListId.of("list-0")).withPriority(1));
    assertThat(prices.lists(OFFICE)).hasSize(PriceService.ENTRIES_MAX);
  }

  @Test
  void the_caller_gets_the_prices_of_its_own_channel_location_and_groups() {
    save(list(LIST).withPriority(1), entry(LIST, SKU, "5.00"));
    withConditions("app", PriceConditions.channels(Shop.APP), "4.00");
    withConditions("store", PriceConditions.locations(Shop.LON), "3.00");
    withConditions("trade", PriceConditions.groups("trade"), "2.00");
    new CoreCustomerService(shop.storage())
        .save(Shop.staff(CustomerService.EDIT), Customer.of(Shop.ADA_ID, "Ada").withGroup("trade"));

    assertThat(prices.prices(Shop.GUEST, Shop.GBP, one()).get(SKU).price()).isEqualTo(gbp("5.00"));
    assertThat(prices.prices(Shop.OTHER_GUEST, Shop.GBP, one()).get(SKU).price())
        .isEqualTo(gbp("4.00"));
    assertThat(prices.prices(Shop.clerk(), Shop.GBP, one()).get(SKU).price())
        .isEqualTo(gbp("3.00"));
    assertThat(prices.prices(Shop.ADA, Shop.GBP, one()).get(SKU).price()).isEqualTo(gbp("2.00"));
    assertThat(prices.prices(Shop.BOB, Shop.GBP, one()).get(SKU).price()).isEqualTo(gbp("5.00"));
  }

  @Test
  void a_sku_without_a_price_is_missing() {
    save(list(LIST), entry(LIST, SKU, "5.00"));

    Map<Sku, PriceAnswer> found =
        prices.prices(Shop.ADA, Shop.GBP, Map.of(SKU, Quantity.ONE, Sku.of("NONE"), Quantity.ONE));

    assertThat(found).containsOnlyKeys(SKU);
  }

  @Test
  void L4_a_currency_of_another_market_has_no_prices_at_all() {
    save(PriceList.base(LIST, EUR));
    save(PriceEntry.of(LIST, SKU, UnitPrice.of("1.00", EUR)));

    assertThatThrownBy(() -> prices.prices(Shop.ADA, EUR, one()))
        .isInstanceOf(InvalidInputException.class)
        .extracting(thrown -> ((CommerceException) thrown).code())
        .isEqualTo(Market.CURRENCY_NOT_ALLOWED);
  }

  @Test
  void a_floor_is_checked_for_whoever_asks() {
    save(list(LIST));
    save(entry(LIST, SKU, "5.00").withFloor(gbp("4.00")));

    assertThat(floorRefusal("4.00")).isEmpty();
    assertThat(floorRefusal("3.999999"))
        .hasValueSatisfying(
            refusal -> {
              assertThat(refusal.code()).isEqualTo(PriceService.BELOW_FLOOR);
              assertThat(refusal.facts().get("floor")).contains("GBP 4.00");
              assertThat(refusal.facts().get("sku")).contains("SKU");
            });
  }

  private Optional<io.omnicommerce.common.Refusal> floorRefusal(String price) {
    return shop.storage()
        .inTransaction(Shop.ADA, session -> PriceFloors.check(session, Shop.GBP, SKU, gbp(price)));
  }

  private void withConditions(String id, PriceConditions conditions, String price) {
    PriceListId list = PriceListId.of(id);
    save(list(list).withConditions(conditions), entry(list, SKU, price));
  }

  private void save(PriceList list, PriceEntry... entries) {
    prices.save(Shop.staff(PriceService.EDIT), list);
    save(entries);
  }

  private void save(PriceEntry... entries) {
    prices.save(Shop.staff(PriceService.EDIT), List.of(entries));
  }

  private static PriceList list(PriceListId id) {
    return PriceList.base(id, Shop.GBP);
  }

  private static PriceEntry entry(PriceListId list, Sku sku, String price) {
    return PriceEntry.of(list, sku, gbp(price));
  }

  private static UnitPrice gbp(String price) {
    return UnitPrice.of(price, Shop.GBP);
  }

  private static Map<Sku, Quantity> one() {
    return Map.of(SKU, Quantity.ONE);
  }
}
