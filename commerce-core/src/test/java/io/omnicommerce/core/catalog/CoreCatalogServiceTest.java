package io.omnicommerce.core.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.catalog.Assortment;
import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.CatalogService;
import io.omnicommerce.catalog.QuantityRule;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.catalog.UnitOfMeasure;
import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.ForbiddenException;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.LimitExceededException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.common.TenantId;
import io.omnicommerce.core.Storages;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CoreCatalogServiceTest {

  private static final Sku MUG = Sku.of("MUG-RED");

  private final CatalogService catalog =
      new CoreCatalogService(Storages.fresh(InstantSource.system()));
  private final CallContext office =
      CallContext.of(
          TenantId.of("acme"), ChannelId.of("web"), Actor.staff("bob", CatalogService.EDIT));

  @Test
  void an_entry_comes_back_as_it_was_saved_and_the_newest_counts() {
    CatalogEntry entry =
        CatalogEntry.of(MUG, "Red mug")
            .withOptions(Map.of("color", "red"))
            .withAttributes(Map.of("material", "stoneware"))
            .withCategories(Set.of("mugs", "kitchen"))
            .withQuantities(new QuantityRule(Quantity.of(6), Quantity.of(600), Quantity.of(6)))
            .withAssortment(Assortment.only(ChannelId.of("web"), ChannelId.of("app")));
    catalog.save(office, List.of(CatalogEntry.of(MUG, "A mug")));

    catalog.save(office, List.of(entry));

    assertThat(catalog.find(office, MUG)).contains(entry);
    assertThat(catalog.findAll(office, List.of(MUG, Sku.of("NOPE")))).containsOnlyKeys(MUG);
  }

  @Test
  void all_entries_of_a_call_are_saved_or_none() {
    List<CatalogEntry> tooMany =
        IntStream.rangeClosed(0, CatalogService.ENTRIES_MAX)
            .mapToObj(i -> CatalogEntry.of(Sku.of("S" + i), "A thing"))
            .toList();

    assertThatThrownBy(() -> catalog.save(office, tooMany))
        .isInstanceOfSatisfying(
            LimitExceededException.class,
            refused -> assertThat(refused.max()).isEqualTo(CatalogService.ENTRIES_MAX));

    assertThat(catalog.find(office, Sku.of("S0"))).isEmpty();
  }

  @Test
  void a_saved_sku_keeps_its_unit() {
    CatalogEntry mug = CatalogEntry.of(MUG, "Red mug");
    catalog.save(office, List.of(mug));

    assertThatThrownBy(
            () ->
                catalog.save(
                    office,
                    List.of(
                        CatalogEntry.of(Sku.of("NEW"), "A thing"),
                        mug.withUnit(new UnitOfMeasure("kg", 3), QuantityRule.ANY))))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> {
              assertThat(refused.code()).isEqualTo(CatalogService.UNIT_FIXED);
              assertThat(refused).hasMessageContaining("MUG-RED is counted in each");
              assertThat(refused.facts().values())
                  .containsExactly(
                      Map.entry("sku", "MUG-RED"),
                      Map.entry("unit", "each"),
                      Map.entry("asked", "kg/1000"));
            });
    assertThat(catalog.find(office, MUG)).contains(mug);
    assertThat(catalog.find(office, Sku.of("NEW"))).isEmpty();
  }

  @Test
  void only_who_may_edit_can_save() {
    CallContext guest = office.withActor(Actor.guest("s1"));

    assertThatThrownBy(() -> catalog.save(guest, List.of(CatalogEntry.of(MUG, "Red mug"))))
        .isInstanceOf(ForbiddenException.class)
        .hasMessageContaining("catalog.edit");

    assertThat(catalog.find(guest, MUG)).isEmpty();
  }

  @Test
  void another_tenant_has_a_catalog_of_its_own() {
    catalog.save(office, List.of(CatalogEntry.of(MUG, "Red mug")));
    CallContext other = CallContext.of(TenantId.of("globex"), office.channel(), office.actor());

    assertThat(catalog.find(other, MUG)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'; DROP TABLE orders;--",
        "%",
        "_",
        "\\",
        "\"",
        "`",
        "$1",
        "?",
        ":x",
        "a/b",
        "a%2Fb"
      })
  void abuse_04_a_sku_that_looks_like_sql_is_only_a_sku(String text) {
    catalog.save(
        office, List.of(CatalogEntry.of(Sku.of(text), "A thing"), CatalogEntry.of(MUG, "Red mug")));

    assertThat(catalog.findAll(office, List.of(Sku.of(text)))).containsOnlyKeys(Sku.of(text));
  }

  @Test
  void abuse_10_too_many_or_too_long_attributes_are_refused_and_their_names_are_plain_data() {
    Map<String, String> many =
        IntStream.rangeClosed(0, CatalogEntry.ATTRIBUTES_MAX)
            .boxed()
            .collect(Collectors.toMap(i -> "a" + i, i -> "x", (a, b) -> a));
    Map<String, String> odd =
        List.of("__proto__", "class", "@type", "is").stream()
            .collect(Collectors.toMap(Function.identity(), name -> "x"));

    assertThatThrownBy(() -> CatalogEntry.of(MUG, "Red mug").withAttributes(many))
        .isInstanceOf(LimitExceededException.class)
        .hasMessageContaining("attributesMax = 100");
    assertThatThrownBy(
            () ->
                CatalogEntry.of(MUG, "Red mug").withAttributes(Map.of("a", "x".repeat(10_000_000))))
        .isInstanceOf(InvalidInputException.class);
    catalog.save(office, List.of(CatalogEntry.of(MUG, "Red mug").withAttributes(odd)));
    assertThat(catalog.find(office, MUG).orElseThrow().attributes()).isEqualTo(odd);
  }

  @Test
  void abuse_27_a_quantity_below_the_minimum_or_off_the_step_is_refused_with_the_rule() {
    QuantityRule sixes = new QuantityRule(Quantity.of(6), Quantity.of(600), Quantity.of(6));

    assertThat(sixes.refusal(MUG, Quantity.of(7)).map(Refusal::message))
        .contains("MUG-RED is sold in multiples of 6; asked: 7.");
    assertThat(sixes.refusal(MUG, Quantity.of(3)).map(Refusal::message))
        .contains("At least 6 of MUG-RED must be ordered; asked: 3.");
    assertThat(sixes.refusal(MUG, Quantity.of(12))).isEmpty();
  }
}
