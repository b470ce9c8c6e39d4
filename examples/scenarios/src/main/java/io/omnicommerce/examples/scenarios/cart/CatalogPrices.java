package io.omnicommerce.examples.scenarios.cart;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.examples.scenarios.answers.Answer;
import io.omnicommerce.examples.scenarios.cases.Fields;
import io.omnicommerce.examples.scenarios.cases.Named;
import io.omnicommerce.examples.scenarios.cases.Outcome;
import io.omnicommerce.examples.scenarios.cases.ScenarioCase.Parts;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.price.PriceAnswer;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricingLine;
import io.omnicommerce.pricing.PricingRequest;
import io.omnicommerce.pricing.TraceStep;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an article costs as catalog promotions leave its price. */
public final class CatalogPrices {

  private static final LineId LINE = LineId.of("line");

  private final Shop shop;
  private final CallContext context;
  private final Currency currency;
  private final Sku sku;
  private final Quantity quantity;

  private CatalogPrices(Shop shop, Fields asked) {
    this.shop = shop;
    ChannelId channel =
        asked.findText("channel").map(ChannelId::of).orElse(shop.given().channels().start());
    this.context = shop.in(channel);
    this.currency = shop.given().channels().of(channel);
    this.sku = Sku.of(asked.text("sku"));
    this.quantity = asked.findDecimal("quantity").map(Quantity::of).orElse(Quantity.ONE);
    asked.findInstant("now").ifPresent(shop.scene().clock()::set);
    asked.allRead();
  }

  /** Asks for the price that {@code context} names. */
  public static Outcome play(Parts parts) {
    Fields asked = parts.given().object("context");
    CatalogPrices prices = new CatalogPrices(Shop.open(parts), asked);
    return new Named<>("expect key", prices.answers())::get;
  }

  private Map<String, Answer> answers() {
    PricedCart priced = shop.scene().commerce().pricing().price(context, request());
    return Map.of(
        "price", Answer.of(priced.lines().get(0).unitPrice()),
        "original_price", Answer.of(original(priced).map(Answer::of)));
  }

  private PricingRequest request() {
    return PricingRequest.of(currency, List.of(PricingLine.of(LINE, sku, quantity)));
  }

  /** What is shown beside the price: that of the list where catalog promotions have lowered it. */
  private Optional<UnitPrice> original(PricedCart priced) {
    PriceAnswer listed = listed();
    boolean lowered =
        priced.trace().steps().stream()
            .anyMatch(step -> step.kind() == TraceStep.Kind.CATALOG_PROMOTION);
    return listed.original().or(() -> lowered ? Optional.of(listed.price()) : Optional.empty());
  }

  private PriceAnswer listed() {
    return Optional.ofNullable(
            shop.scene()
                .commerce()
                .prices()
                .prices(context, currency, Map.of(sku, quantity))
                .get(sku))
        .orElseThrow();
  }
}
