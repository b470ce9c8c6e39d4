package io.omnicommerce.examples.scenarios.cart;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Channel;
import io.omnicommerce.channel.Convention;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.channel.Market;
import io.omnicommerce.channel.MarketId;
import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.Destination;
import io.omnicommerce.common.Page;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.examples.scenarios.cases.Fields;
import io.omnicommerce.examples.scenarios.cases.Policies;
import io.omnicommerce.examples.scenarios.cases.ScenarioCase.Parts;
import io.omnicommerce.examples.scenarios.cases.Scene;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionService;
import io.omnicommerce.tax.TaxRate;
import io.omnicommerce.tax.TaxZone;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The world of a case about carts, built through the api. */
final class Shop {

  private static final MarketId MARKET = MarketId.of("market");
  private static final Destination ANYWHERE = Destination.parse("US");
  private static final Actor BUYER = Actor.customer(UsesBefore.BUYER);

  private final Scene scene;
  private final Given given;
  private final Orders orders;

  private Shop(Scene scene, Given given) {
    this.scene = scene;
    this.given = given;
    this.orders = new Orders(scene.commerce());
  }

  /** The shop of a case that is about carts. */
  static Shop open(Parts parts) {
    return open(parts.given(), parts.policies(), parts.rules());
  }

  /** A shop that has only the promotions that it is given. */
  static Shop open(Fields fields, Policies policies) {
    return open(fields, policies, Optional.empty());
  }

  private static Shop open(Fields fields, Policies policies, Optional<String> rules) {
    Shop shop = new Shop(Scene.create(), Given.read(fields));
    shop.furnish(policies.conventions(), rules);
    return shop;
  }

  Scene scene() {
    return scene;
  }

  Given given() {
    return given;
  }

  /** Every promotion that there is, the host's own with those of the case. */
  Set<String> promotions() {
    Set<String> ids = new TreeSet<>();
    everyPromotion().forEach(promotion -> ids.add(promotion.id().value()));
    return ids;
  }

  private List<Promotion> everyPromotion() {
    PromotionService service = scene.commerce().promotions();
    CallContext office = scene.in(given.channels().start());
    List<Promotion> promotions = new ArrayList<>();
    Optional<PageRequest> next = Optional.of(PageRequest.first(PageRequest.LIMIT_MAX));
    while (next.isPresent()) {
      Page<Promotion> page = service.list(office, next.get());
      promotions.addAll(page.items());
      next = page.next().map(next.get()::next);
    }
    return promotions;
  }

  /** Somebody in a channel, which is there from now on. */
  CallContext in(ChannelId channel) {
    CallContext context = scene.as(BUYER, channel);
    if (scene.commerce().channels().findChannel(context, channel).isEmpty()) {
      scene
          .commerce()
          .channels()
          .save(
              context,
              new Channel(
                  channel, channel.value(), Channel.Kind.WEB, MARKET, List.of(Warehouse.PLACE)));
    }
    return context;
  }

  private void furnish(Conventions conventions, Optional<String> rules) {
    given.now().ifPresent(scene.clock()::set);
    CallContext office = scene.in(given.channels().start());
    scene.commerce().channels().save(office, market(conventions));
    scene.commerce().channels().save(office, Warehouse.LOCATION);
    scene.commerce().taxes().save(office, new TaxZone(Taxes.ZONE, rates()));
    given
        .deliveries()
        .methods()
        .forEach(method -> scene.commerce().delivery().save(office, method));
    new Shelf(scene.commerce(), office, given.channels()).fill(given.articles());
    recall();
    rules.ifPresent(json -> scene.commerce().promotions().importJson(office, json));
    scene.commerce().promotions().save(office, given.promotions());
    stockGifts(office);
    UsesBefore.record(scene.commerce().promotions(), office, given.offers());
  }

  /** What is to be given away must be there. */
  private void stockGifts(CallContext office) {
    everyPromotion().stream()
        .flatMap(promotion -> promotion.benefits().stream())
        .filter(Benefit.Gift.class::isInstance)
        .flatMap(gift -> ((Benefit.Gift) gift).choice().stream())
        .distinct()
        .filter(sku -> scene.commerce().catalog().find(office, sku).isPresent())
        .forEach(sku -> Warehouse.stock(scene.commerce(), office, sku));
  }

  /** What the buyer has ordered before, at a time without promotions. */
  private void recall() {
    if (given.shopper().orders() > 0) {
      ChannelId start = given.channels().start();
      Currency currency = given.channels().of(start);
      Warehouse.furnish(scene.commerce(), scene.in(start), currency);
      Map<Sku, Quantity> one = Map.of(Warehouse.SOMETHING, Quantity.ONE);
      List<OrderId> placed =
          Stream.generate(() -> orders.place(in(start), currency, one, Optional.empty()))
              .limit(given.shopper().orders())
              .toList();
      placed.stream()
          .limit(given.shopper().cancelled())
          .forEach(order -> orders.cancel(in(start), order));
    }
  }

  Orders orders() {
    return orders;
  }

  /** Carts that go nowhere are taxed as at home, or not at all where there is no home. */
  private Market market(Conventions conventions) {
    boolean homeless = given.taxes().home().isEmpty() && !given.taxes().rates().isEmpty();
    Conventions theirs =
        homeless
            ? conventions.with(Convention.TAX_WITHOUT_ADDRESS, Convention.TaxWithoutAddress.NONE)
            : conventions;
    return new Market(
        MARKET,
        "Market",
        given.channels().all(),
        Taxes.ZONE,
        given.taxes().home().orElse(ANYWHERE),
        theirs);
  }

  private List<TaxRate> rates() {
    List<TaxRate> rates = new ArrayList<>(given.taxes().rates());
    rates.addAll(given.surcharges().rates());
    return rates;
  }
}
