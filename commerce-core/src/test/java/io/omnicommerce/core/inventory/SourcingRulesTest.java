package io.omnicommerce.core.inventory;

import static io.omnicommerce.core.Shop.DC;
import static io.omnicommerce.core.Shop.LON;
import static io.omnicommerce.core.Shop.MUG_RED;
import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.inventory.InventoryService;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Balance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class SourcingRulesTest {

  private static final Entries ENTRIES =
      new Entries(Map.of(MUG_RED, CatalogEntry.of(MUG_RED, "Mug")));

  @Test
  void a_line_comes_from_the_first_source_that_has_all_of_it() {
    assertThat(locations(shelves(5, 9), 5)).containsExactly(Optional.of(LON));
    assertThat(locations(shelves(5, 9), 6)).containsExactly(Optional.of(DC));
  }

  @Test
  void lines_of_a_sku_do_not_take_the_same_goods_twice() {
    assertThat(locations(shelves(5, 9), 3, 3, 2, 6))
        .containsExactly(Optional.of(LON), Optional.of(DC), Optional.of(LON), Optional.of(DC));
  }

  @Test
  void a_line_that_no_source_has_names_the_one_that_has_most() {
    StockSource source = choose(List.of(LON, DC), shelves(5, 9), 10).get(0);

    assertThat(source.isCovered()).isFalse();
    assertThat(source.refusal().code()).isEqualTo(InventoryService.OUT_OF_STOCK);
    assertThat(source.refusal().facts().values())
        .containsEntry("location", "DC")
        .containsEntry("wanted", "10")
        .containsEntry("available", "9");
  }

  @Test
  void an_oversold_shelf_has_nothing() {
    StockSource source = choose(List.of(LON), shelves(-3, 0), 1).get(0);

    assertThat(source.available()).isEqualTo(Quantity.ZERO);
    assertThat(source.isCovered()).isFalse();
  }

  @Test
  void a_channel_without_sources_has_nothing_to_sell() {
    StockSource source = choose(List.of(), Map.of(), 1).get(0);

    assertThat(source.isCovered()).isFalse();
    assertThat(source.refusal().code()).isEqualTo(InventoryService.OUT_OF_STOCK);
  }

  private static List<Optional<LocationId>> locations(
      Map<AccountId, Long> shelves, long... wanted) {
    return choose(List.of(LON, DC), shelves, wanted).stream().map(StockSource::location).toList();
  }

  private static List<StockSource> choose(
      List<LocationId> sources, Map<AccountId, Long> shelves, long... wanted) {
    List<SkuQuantity> lines =
        LongStream.of(wanted)
            .mapToObj(units -> SkuQuantity.of(MUG_RED, Quantity.of(units)))
            .toList();
    SaleTerms terms = new SaleTerms(Shop.WEB, false, books(shelves));
    return SourcingRules.choose(lines, ENTRIES, sources, new Remaining(terms, Map.of()));
  }

  private static Map<AccountId, Balance> books(Map<AccountId, Long> shelves) {
    return shelves.entrySet().stream()
        .map(shelf -> new Balance(shelf.getKey(), "each", shelf.getValue(), 0, 0, false))
        .collect(Collectors.toMap(Balance::account, balance -> balance));
  }

  private static Map<AccountId, Long> shelves(long london, long warehouse) {
    return Map.of(
        StockAccounts.stock(MUG_RED, LON), london, StockAccounts.stock(MUG_RED, DC), warehouse);
  }
}
