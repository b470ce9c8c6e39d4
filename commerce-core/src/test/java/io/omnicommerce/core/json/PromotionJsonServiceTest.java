package io.omnicommerce.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.channel.Convention.Stacking;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ForbiddenException;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.promotion.CorePromotionService;
import io.omnicommerce.core.promotion.HostRules;
import io.omnicommerce.money.Money;
import io.omnicommerce.promotion.Amount;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.Condition;
import io.omnicommerce.promotion.Coupon;
import io.omnicommerce.promotion.CouponCode;
import io.omnicommerce.promotion.ImportFault;
import io.omnicommerce.promotion.ImportReport;
import io.omnicommerce.promotion.ItemFilter;
import io.omnicommerce.promotion.Lane;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.promotion.PromotionService;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Promotions out of one shop and into another, as JSON. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PromotionJsonServiceTest {

  private static final CallContext OFFICE = Shop.staff(PromotionService.EDIT);
  private static final int SAMPLES = 400;

  private final PromotionService promotions = empty();

  private static PromotionService empty() {
    Shop shop = Shop.bare();
    return new CorePromotionService(shop.storage(), HostRules.NONE, shop.secrets());
  }

  @Test
  void what_is_exported_is_imported_again_as_it_was() {
    PromotionService other = empty();
    Map<String, Promotion> saved = new TreeMap<>();
    for (int seed = 0; seed < SAMPLES; seed++) {
      save(saved, new Samples(seed, false).of(Promotion.class), seed);
    }
    promotions.save(OFFICE, Lane.of("late", 5).withStacking(Stacking.ADDITIVE));
    assertThat(saved).hasSizeGreaterThan(SAMPLES / 3);
    saveCoupons(saved);
    String exported = promotions.exportJson(OFFICE);

    ImportReport report = other.importJson(OFFICE, exported);

    assertThat(report.faults()).isEmpty();
    assertThat(report.saved()).isTrue();
    assertThat(report.promotions()).isEqualTo(saved.size());
    assertThat(other.list(OFFICE, PageRequest.first(1_000)).items())
        .containsExactlyElementsOf(saved.values());
    assertThat(other.exportJson(OFFICE)).isEqualTo(exported);
    assertThat(other.lanes(OFFICE)).contains(Lane.of("late", 5).withStacking(Stacking.ADDITIVE));
  }

  /** Each under an id of its own; what cannot be right, as chance makes it, is not saved. */
  private void save(Map<String, Promotion> saved, Promotion sample, int seed) {
    String id = "p" + (1_000 + seed);
    Promotion promotion =
        new Promotion(
            PromotionId.of(id),
            sample.title(),
            Promotion.Stage.CART,
            sample.lane(),
            sample.priority(),
            sample.exclusive(),
            sample.stop(),
            seed % 2 == 0,
            sample.discountedItems(),
            sample.enabled(),
            sample.window(),
            sample.conditions(),
            sample.benefits(),
            sample.amountMax(),
            sample.usesMax(),
            sample.budget());
    try {
      promotions.save(OFFICE, List.of(promotion));
      saved.put(id, promotion);
    } catch (InvalidInputException refused) {
      assertThat(refused.getMessage())
          .containsAnyOf("nobody introduced", "is a gift", "must name one", "is that of another");
    }
  }

  private void saveCoupons(Map<String, Promotion> saved) {
    List<Coupon> coupons = new ArrayList<>();
    for (Promotion promotion : saved.values()) {
      if (promotion.onCoupon()) {
        coupons.add(
            Coupon.of(CouponCode.of("C-" + promotion.id()), promotion.id())
                .withUses(coupons.size())
                .withRestoredOnCancel(coupons.size() % 2 == 0));
      }
    }
    assertThat(coupons).isNotEmpty();
    promotions.saveCoupons(OFFICE, coupons);
  }

  @Test
  void every_fault_is_told_with_its_path_and_nothing_is_saved() {
    String json =
        document()
            .replace("\"percent\":10", "\"percent\":150")
            .replace("\"exclusive\":false", "\"exclusive\":\"no\"")
            .replace("\"n\":1", "\"n\":0")
            .replace("\"priority\":0", "\"colour\":\"red\",\"priority\":0.5")
            .replace("GBP 5.00", "XXX 5.00")
            .replace("\"code\":\"SAVE\"", "\"code\":\"\"");

    ImportReport report = promotions.importJson(OFFICE, json);

    assertThat(report.saved()).isFalse();
    assertThat(report.faults())
        .extracting(ImportFault::path)
        .containsExactlyInAnyOrder(
            "/promotions/0/exclusive",
            "/promotions/0/priority",
            "/promotions/0/colour",
            "/promotions/0/conditions/0/conditions/1/amount/everywhere/0",
            "/promotions/0/conditions/0/conditions/0/condition/n",
            "/promotions/0/benefits/0/percent",
            "/coupons/0/code");
    assertThat(report.faults())
        .filteredOn(fault -> fault.path().endsWith("/percent"))
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.code()).isEqualTo(Promotion.INVALID);
              assertThat(fault.toString())
                  .startsWith("/promotions/0/benefits/0/percent: ")
                  .contains("from 0 to 100");
            });
    assertThat(promotions.list(OFFICE, PageRequest.first(10)).items()).isEmpty();
  }

  @Test
  void what_is_missing_is_told_too() {
    String json = document().replace("\"title\":\"Ten\",", "").replace("\"is\":\"NthOrder\",", "");

    assertThat(promotions.importJson(OFFICE, json).faults())
        .extracting(ImportFault::toString)
        .anySatisfy(line -> assertThat(line).isEqualTo("/promotions/0/title: is missing"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("/promotions/0/conditions/0/conditions/0/condition/is: ")
                    .contains("NthOrder"));
  }

  @Test
  void a_check_says_the_same_and_saves_nothing() {
    ImportReport checked = promotions.checkJson(OFFICE, document());

    assertThat(checked.isFaultless()).isTrue();
    assertThat(checked.saved()).isFalse();
    assertThat(promotions.find(OFFICE, PromotionId.of("ten"))).isEmpty();
    assertThat(promotions.importJson(OFFICE, document()).saved()).isTrue();
    assertThat(promotions.find(OFFICE, PromotionId.of("ten"))).isPresent();
  }

  @Test
  void one_fault_keeps_everything_else_out() {
    String json =
        document().replace("\"coupons\":[", "\"coupons\":[" + coupon("OTHER", "nobody") + ",");

    ImportReport report = promotions.importJson(OFFICE, json);

    assertThat(report.faults())
        .singleElement()
        .satisfies(
            fault -> {
              assertThat(fault.path()).isEqualTo("/coupons/0/promotion");
              assertThat(fault.code()).isEqualTo(PromotionService.UNKNOWN);
            });
    assertThat(promotions.find(OFFICE, PromotionId.of("ten"))).isEmpty();
    assertThat(promotions.findCoupon(OFFICE, CouponCode.of("SAVE"))).isEmpty();
  }

  @Test
  void lanes_ids_and_rules_of_the_host_are_looked_at() {
    String lane = document().replace("\"lane\":\"standard\"", "\"lane\":\"fast\"");
    String coupons = "\"coupons\":[" + coupon("SAVE", "ten") + ",";
    String twice = document().replace("\"coupons\":[", coupons);
    String host =
        document()
            .replace(
                "{\"is\":\"NthOrder\",\"n\":1}",
                "{\"is\":\"HostCondition\",\"type\":\"birthday\",\"parameters\":{}}");

    assertThat(paths(lane)).containsExactly("/promotions/0/lane");
    assertThat(paths(twice)).containsExactly("/coupons/1");
    assertThat(paths(host)).containsExactly("/promotions/0/conditions/0/conditions/0/condition");
    assertThat(paths(lane.replace("\"lanes\":[", "\"lanes\":[{\"name\":\"fast\",\"rank\":1}")))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "1",
        "{\"promotions\":[]} {}",
        "{\"promotions\":[],\"promotions\":[]}",
        "{\"promotions\":{}}",
        "{\"promotion\":[]}",
        "{\"promotions\":[NaN]}",
        "{\"promotions\":[],}",
        "// a comment\n{}",
        "\uFEFF{}",
        "{\"promotions\":[null]}",
        "{\"tenantId\":\"other\"}",
        "{\"@class\":\"java.lang.ProcessBuilder\"}",
        "{\"promotions\":[[\"java.lang.ProcessBuilder\",{}]]}"
      })
  void abuse_127_128_what_is_no_document_of_promotions_is_one_fault(String json) {
    ImportReport report = promotions.importJson(OFFICE, json);

    assertThat(report.saved()).isFalse();
    assertThat(report.faults()).hasSize(1);
    assertThat(report.faults().get(0).code()).isEqualTo(Json.INVALID);
  }

  @Test
  void abuse_50_127_what_is_too_deep_is_one_fault() {
    String open = "{\"is\":\"Not\",\"condition\":";
    String deep = open.repeat(12) + "{\"is\":\"NthOrder\",\"n\":1}" + "}".repeat(12);
    String bottomless = open.repeat(100_000);

    assertThat(paths(document().replace("{\"is\":\"NthOrder\",\"n\":1}", deep)))
        .hasSize(1)
        .allSatisfy(path -> assertThat(path).endsWith("/condition"));
    assertThat(paths("{\"promotions\":[" + bottomless)).containsExactly("");
  }

  @Test
  void faults_are_told_up_to_a_limit() {
    String faulty = "1,".repeat(500) + "1";

    assertThat(promotions.importJson(OFFICE, "{\"promotions\":[" + faulty + "]}").faults())
        .hasSize(ImportReport.FAULTS_MAX);
  }

  @Test
  void a_document_may_name_its_schema_and_leave_lists_out() {
    assertThat(promotions.importJson(OFFICE, "{\"$schema\":\"promotion.schema.json\"}").saved())
        .isTrue();
  }

  @Test
  void only_who_may_edit_promotions_moves_them() {
    assertThatThrownBy(() -> promotions.exportJson(Shop.ADA))
        .isInstanceOf(ForbiddenException.class);
    assertThatThrownBy(() -> promotions.importJson(Shop.ADA, "{}"))
        .isInstanceOf(ForbiddenException.class);
  }

  private List<String> paths(String json) {
    return promotions.checkJson(OFFICE, json).faults().stream().map(ImportFault::path).toList();
  }

  private static String coupon(String code, String promotion) {
    return Json.codec(Coupon.class)
        .encode(Coupon.of(CouponCode.of(code), PromotionId.of(promotion)));
  }

  /** One promotion with conditions inside of each other, and its coupon. */
  private static String document() {
    Condition inner =
        new Condition.All(
            List.of(
                new Condition.Not(new Condition.NthOrder(1)),
                new Condition.SubtotalAtLeast(
                    Amount.of(Money.of("5.00", Shop.GBP)), ItemFilter.ALL)));
    Promotion ten =
        Promotion.of(
                PromotionId.of("ten"),
                "Ten",
                new Benefit.OrderPercent(BigDecimal.TEN, Optional.empty(), ItemFilter.ALL))
            .toBuilder()
            .onCoupon(true)
            .when(inner)
            .build();
    return "{\"lanes\":[],\"promotions\":["
        + Json.codec(Promotion.class).encode(ten)
        + "],\"coupons\":["
        + coupon("SAVE", "ten")
        + "]}";
  }
}
