package io.omnicommerce.examples.scenarios.merge;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnicommerce.cart.Cart;
import io.omnicommerce.cart.CartId;
import io.omnicommerce.cart.CartLine;
import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.channel.Channel;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.channel.Location;
import io.omnicommerce.channel.Market;
import io.omnicommerce.channel.MarketId;
import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.CustomerId;
import io.omnicommerce.common.Destination;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.examples.scenarios.answers.Answer;
import io.omnicommerce.examples.scenarios.cases.Fields;
import io.omnicommerce.examples.scenarios.cases.Named;
import io.omnicommerce.examples.scenarios.cases.Outcome;
import io.omnicommerce.examples.scenarios.cases.ScenarioCase.Parts;
import io.omnicommerce.examples.scenarios.cases.Scene;
import io.omnicommerce.examples.scenarios.cases.Terms;
import io.omnicommerce.tax.TaxZone;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A guest with a cart, and the customer that the guest turns out to be, with another. */
final class Login {

  private static final ChannelId WEB = ChannelId.of("web");
  private static final MarketId MARKET = MarketId.of("market");
  private static final LocationId PLACE = LocationId.of("place");
  private static final String SESSION = "the session of the guest";

  /** By SKU; those of one SKU by what keeps them apart, those without first. */
  private static final Comparator<CartLine> ORDER =
      Comparator.comparing(CartLine::sku).thenComparing(line -> line.reference().orElse(""));

  private final Scene scene = Scene.create();
  private final CallContext guest = scene.as(Actor.guest(SESSION), WEB);
  private final CallContext customer = scene.as(Actor.customer(CustomerId.of("customer")), WEB);
  private final Map<String, JsonNode> options = new HashMap<>();
  private final Currency currency;
  private final CartId guestCart;
  private CartId cart;

  private Login(Fields given, Conventions conventions) {
    currency = Terms.currency(given.textOr("currency", "USD"));
    List<GivenLine> guests = lines(given, "guest_cart");
    List<GivenLine> customers = lines(given, "customer_cart");
    given.allRead();
    furnish(conventions, Stream.concat(guests.stream(), customers.stream()).toList());
    guestCart = open(guest, guests);
    cart = open(customer, customers);
  }

  static Login prepare(Parts parts) {
    return new Login(parts.given(), parts.policies().conventions());
  }

  void take() {
    cart = scene.commerce().carts().merge(customer, guestCart, SESSION, cart).cart().id();
  }

  Outcome outcome() {
    Cart merged = scene.commerce().carts().get(customer, cart);
    Map<String, Answer> answers =
        Map.of(
            "lines",
            Answer.list(
                merged.lines().stream()
                    .sorted(ORDER)
                    .map(line -> GivenLine.answer(line, options))
                    .toList()),
            "line_count",
            Answer.of(merged.lines().size()),
            "total_quantity",
            Answer.of(
                merged.lines().stream()
                    .map(CartLine::quantity)
                    .reduce(Quantity.ZERO, Quantity::plus)));
    return new Named<>("expect key", answers)::get;
  }

  private static List<GivenLine> lines(Fields given, String name) {
    return given.objects(name).stream().map(GivenLine::read).toList();
  }

  private void furnish(Conventions conventions, List<GivenLine> lines) {
    CallContext office = scene.in(WEB);
    scene
        .commerce()
        .channels()
        .save(
            office,
            new Market(
                MARKET, "Market", Set.of(currency), "zone", Destination.parse("US"), conventions));
    scene.commerce().channels().save(office, Location.warehouse(PLACE, "Place", ZoneOffset.UTC));
    scene.commerce().taxes().save(office, new TaxZone("zone", List.of()));
    scene
        .commerce()
        .channels()
        .save(office, new Channel(WEB, "Web", Channel.Kind.WEB, MARKET, List.of(PLACE)));
    scene
        .commerce()
        .catalog()
        .save(
            office,
            lines.stream()
                .map(GivenLine::sku)
                .distinct()
                .map(sku -> CatalogEntry.of(sku, sku.value()))
                .toList());
    lines.forEach(line -> line.options().ifPresent(given -> options.put(given.toString(), given)));
  }

  private CartId open(CallContext owner, List<GivenLine> lines) {
    CartId opened = scene.commerce().carts().open(owner, currency);
    if (!lines.isEmpty()) {
      scene.commerce().carts().add(owner, opened, lines.stream().map(GivenLine::line).toList());
    }
    return opened;
  }
}
