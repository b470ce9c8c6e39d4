package io.omnicommerce.examples.scenarios.prices;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.MarketId;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.customer.Buyer;
import io.omnicommerce.customer.CompanyId;
import io.omnicommerce.customer.ContractId;
import io.omnicommerce.examples.scenarios.cases.Fields;
import io.omnicommerce.examples.scenarios.cases.Scene;
import io.omnicommerce.price.PriceQuery;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who asks for a price, where, when and how much of it. What the library has no word for is an
 * attribute of the call.
 */
record Asker(
    Currency currency,
    Sku sku,
    Quantity quantity,
    Optional<Instant> now,
    ChannelId channel,
    MarketId market,
    Optional<LocationId> location,
    Optional<CountryCode> country,
    Buyer buyer,
    Map<String, String> others) {

  /** Where somebody is who is in no channel: no case can name it. */
  private static final String NOWHERE = "(none)";

  private static final List<String> KNOWN =
      List.of(
          "currency",
          "sku",
          "quantity",
          "now",
          "channel",
          "market",
          "location",
          "country",
          "customer_group",
          "company",
          "contract");

  static Asker read(Fields context, Currency standard) {
    return new Asker(
        ListedPrice.currency(context, standard),
        ListedPrice.sku(context),
        ListedPrice.quantity(context, "quantity").orElse(Quantity.ONE),
        context.findInstant("now"),
        ChannelId.of(context.textOr("channel", NOWHERE)),
        MarketId.of(context.textOr("market", NOWHERE)),
        context.findText("location").map(LocationId::of),
        context.findText("country").map(CountryCode::of),
        buyer(context),
        others(context));
  }

  private static Buyer buyer(Fields context) {
    Buyer buyer = Buyer.inGroups(context.oneOrMore("customer_group"));
    for (String contract : context.oneOrMore("contract")) {
      buyer = buyer.withContract(ContractId.of(contract));
    }
    return context.findText("company").map(CompanyId::of).map(buyer::withCompany).orElse(buyer);
  }

  private static Map<String, String> others(Fields context) {
    Map<String, String> others = new TreeMap<>();
    for (String name : context.names()) {
      if (!KNOWN.contains(name)) {
        others.put(name, context.find(name).map(JsonNode::asText).orElse(""));
      }
    }
    return others;
  }

  CallContext in(Scene scene) {
    CallContext context = scene.in(channel);
    for (Map.Entry<String, String> other : others.entrySet()) {
      context = context.withAttribute(other.getKey(), other.getValue());
    }
    return location.map(context::withLocation).orElse(context);
  }

  PriceQuery query() {
    PriceQuery query = PriceQuery.of(currency, Map.of(sku, quantity)).withBuyer(buyer);
    return country.map(query::withDestination).orElse(query);
  }
}
