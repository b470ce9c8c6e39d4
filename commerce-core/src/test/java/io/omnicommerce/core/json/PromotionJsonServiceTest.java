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
import java.util.Set;
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
                  .startsWith("/promotions/0/benefits/0/percent (ten): ")
                  .contains("from 0 to 100");
            });
    assertThat(promotions.list(OFFICE, PageRequest.first(10)).items()).isEmpty();
  }

  @Test
  void what_is_missing_is_told_too() {
    String json = document().replace("\"title\":\"Ten\",", "").replace("\"is\":\"NthOrder\",", "");

    assertThat(promotions.importJson(OFFICE, json).faults())
        .extracting(ImportFault::toString)
        .anySatisfy(line -> assertThat(line).isEqualTo("/promotions/0/title (ten): is missing"))
        .anySatisfy(
            line ->
                assertThat(line)
                    .startsWith("/promotions/0/conditions/0/conditions/0/condition/is (ten): ")
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
  void what_is_written_by_hand_leaves_out_what_factories_give() {
    String json =
        """
        {"promotions": [
          {"id": "hand", "title": "By hand", "onCoupon": true,
           "conditions": [{"is": "SubtotalAtLeast", "amount": {"everywhere": ["GBP 50.00"]},
                           "items": {"categories": ["hats"]}}],
           "benefits": [{"is": "ShippingPercent", "percent": 100}]}],
         "coupons": [{"code": "HAND", "promotion": "hand"}]}
        """;

    assertThat(promotions.importJson(OFFICE, json).faults()).isEmpty();
    assertThat(promotions.find(OFFICE, PromotionId.of("hand")))
        .contains(
            Promotion.of(
                    PromotionId.of("hand"),
                    "By hand",
                    new Benefit.ShippingPercent(new BigDecimal("100"), Set.of()))
                .toBuilder()
                .onCoupon(true)
                .when(
                    new Condition.SubtotalAtLeast(
                        Amount.of(Money.of("50.00", Shop.GBP)), ItemFilter.categories("hats")))
                .build());
    assertThat(promotions.findCoupon(OFFICE, CouponCode.of("HAND")))
        .contains(Coupon.of(CouponCode.of("HAND"), PromotionId.of("hand")));
  }

  @Test
  void who_and_what_something_is_for_is_never_left_out() {
    String json =
        """
        {"promotions": [{"id": "p", "title": "P", "conditions": [{"is": "CustomerIn"}],
          "benefits": [{"is": "OrderPercent", "percent": 5}]}]}
        """;

    assertThat(paths(json))
        .containsExactly("/promotions/0/conditions/0/groups", "/promotions/0/benefits/0/items");
  }

  @Test
  void what_was_stored_is_whole() {
    assertThatThrownBy(() -> Json.codec(ItemFilter.class).decode("{}"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("is missing");
  }

  @Test
  void what_stands_there_with_a_fault_of_its_own_is_not_said_to_be_missing() {
    String faulty =
        document()
            .replace("\"percent\":10", "\"percent\":150")
            .replace("\"lane\":\"standard\"", "\"lane\":\"fast\"")
            .replace("\"lanes\":[", "\"lanes\":[{\"name\":\"fast\"}");

    assertThat(promotions.checkJson(OFFICE, faulty).faults())
        .extracting(ImportFault::toString)
        .hasSize(2)
        .anyMatch(line -> line.equals("/lanes/0/rank (fast): is missing"))
        .anyMatch(line -> line.startsWith("/promotions/0/benefits/0/percent (ten): "));
    assertThat(
            promotions.checkJson(OFFICE, "{\"coupons\":[" + coupon("SAVE", "no") + "]}").faults())
        .extracting(ImportFault::id)
        .containsExactly(Optional.of("SAVE"));
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
