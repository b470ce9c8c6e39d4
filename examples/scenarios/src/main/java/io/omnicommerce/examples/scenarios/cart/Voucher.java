package io.omnicommerce.examples.scenarios.cart;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.examples.scenarios.answers.Answer;
import io.omnicommerce.examples.scenarios.cases.Fields;
import io.omnicommerce.examples.scenarios.cases.Named;
import io.omnicommerce.examples.scenarios.cases.Outcome;
import io.omnicommerce.examples.scenarios.cases.ScenarioCase.Parts;
import io.omnicommerce.examples.scenarios.cases.Step;
import io.omnicommerce.examples.scenarios.cases.UnsupportedException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A voucher of which a part was used before: a promotion with a budget, down to the last. */
final class Voucher {

  static final String KEY = "credit";

  private static final String ARTICLE = "ORDER";
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private static final Named<Function<CartResult, Answer>> ANSWERS =
      new Named<>(
          "expect key",
          Map.of(
              "credit_applied", CartAnswers.BY_KEY.get("discount_total"),
              "amount_due", CartAnswers.BY_KEY.get("grand_total")));

  private Voucher() {}

  static Outcome play(Parts parts) {
    Shop shop = Shop.open(Fields.of("given", given(parts.given())), parts.policies());
    checkSteps(parts.when());
    Basket basket = new Basket(shop);
    basket.add(Sku.of(ARTICLE), Quantity.ONE);
    CartResult result = basket.result();
    return key -> ANSWERS.get(key).apply(result);
  }

  private static void checkSteps(List<Step> steps) {
    if (steps.size() != 1 || !steps.get(0).op().equals("apply_credit_voucher")) {
      throw new UnsupportedException("a voucher's case has one step, apply_credit_voucher");
    }
    steps.get(0).fields().allRead();
  }

  /** An order of one article, for which the whole credit would be given. */
  private static ObjectNode given(Fields voucher) {
    ObjectNode given = NODES.objectNode();
    given.put("currency", voucher.textOr("currency", "USD"));
    given
        .putArray("catalog")
        .addObject()
        .put("sku", ARTICLE)
        .put("price", voucher.decimal("order_gross"));
    ObjectNode promotion = given.putArray("promotions").addObject().put("id", "voucher");
    promotion.put("budget", voucher.decimal(KEY)).put("budget_last", "what_is_left");
    voucher.findDecimal("credit_used").ifPresent(used -> promotion.put("budget_used", used));
    promotion
        .putArray("actions")
        .addObject()
        .put("type", "order_fixed")
        .put("amount", voucher.decimal(KEY));
    voucher.allRead();
    return given;
  }
}
