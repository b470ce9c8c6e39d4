package io.omnicommerce.examples.scenarios.cart;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnicommerce.examples.scenarios.answers.Answer;
import io.omnicommerce.examples.scenarios.cases.Fields;
import io.omnicommerce.examples.scenarios.cases.Named;
import io.omnicommerce.examples.scenarios.cases.Outcome;
import io.omnicommerce.examples.scenarios.cases.ScenarioCase.Parts;
import io.omnicommerce.examples.scenarios.cases.Step;
import io.omnicommerce.examples.scenarios.cases.UnsupportedException;
import io.omnicommerce.promotion.PromotionId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How much of a campaign's budget orders have used: a promotion with a limit, and real orders. */
final class Campaign {

  static final String KEY = "campaign_budget";

  private static final String ID = "campaign";
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Campaign() {}

  static Outcome play(Parts parts) {
    Fields budget = parts.given().object(KEY);
    if (!budget.text("type").equals("usage")) {
      throw new UnsupportedException("what a budget in money has used cannot be asked yet");
    }
    ObjectNode given = given(parts, budget, amounts(parts.when()));
    budget.allRead();
    parts.given().allRead();
    Shop shop = Shop.open(Fields.of("given", given), parts.policies());
    OtherOrders orders = new OtherOrders(shop);
    orders.place(
        shop.given().channels().start(), new Use(Optional.empty(), Optional.of(ID), false));
    return new Named<>("expect key", Map.of("budget_used", Answer.of(used(shop))))::get;
  }

  private static List<BigDecimal> amounts(List<Step> steps) {
    if (steps.size() != 1 || !steps.get(0).op().equals("register_usage")) {
      throw new UnsupportedException("a campaign's case has one step, register_usage");
    }
    List<BigDecimal> amounts = steps.get(0).fields().decimals("amounts");
    steps.get(0).fields().allRead();
    return amounts;
  }

  /** An article for each amount, which the campaign gives away. */
  private static ObjectNode given(Parts parts, Fields budget, List<BigDecimal> amounts) {
    ObjectNode given = NODES.objectNode();
    given.put("currency", parts.given().textOr("currency", "USD"));
    ArrayNode catalog = given.putArray("catalog");
    for (BigDecimal amount : amounts) {
      catalog.addObject().put("sku", "LINE-" + catalog.size()).put("price", amount);
    }
    ObjectNode campaign = given.putArray("promotions").addObject().put("id", ID);
    campaign.put("usage_limit", budget.whole("limit"));
    campaign.put("used", budget.findWhole("used").orElse(0));
    campaign.putArray("actions").addObject().put("type", "item_percent").put("percent", 100);
    return given;
  }

  private static long used(Shop shop) {
    return shop.scene()
        .commerce()
        .promotions()
        .uses(shop.scene().in(shop.given().channels().start()), PromotionId.of(ID));
  }
}
