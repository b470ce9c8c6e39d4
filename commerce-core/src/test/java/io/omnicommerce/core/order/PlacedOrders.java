package io.omnicommerce.core.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.omnicommerce.cart.BuyerContact;
import io.omnicommerce.cart.Cart;
import io.omnicommerce.cart.CartId;
import io.omnicommerce.cart.CartLine;
import io.omnicommerce.cart.CartOwner;
import io.omnicommerce.cart.CartStatus;
import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.CatalogService;
import io.omnicommerce.catalog.QuantityRule;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.catalog.UnitOfMeasure;
import io.omnicommerce.channel.ChannelService;
import io.omnicommerce.channel.Location;
import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.CustomerId;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.TenantId;
import io.omnicommerce.common.Version;
import io.omnicommerce.contract.MutableClock;
import io.omnicommerce.core.Storages;
import io.omnicommerce.core.catalog.CatalogDocuments;
import io.omnicommerce.core.catalog.CoreCatalogService;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.core.channel.CoreChannelService;
import io.omnicommerce.core.fulfillment.FulfillmentDocuments;
import io.omnicommerce.core.fulfillment.FulfillmentRules;
import io.omnicommerce.core.inventory.CoreInventoryService;
import io.omnicommerce.core.inventory.StockAccounts;
import io.omnicommerce.core.storage.ListeningStorage;
import io.omnicommerce.core.storage.Results;
import io.omnicommerce.customer.Email;
import io.omnicommerce.customer.Phone;
import io.omnicommerce.delivery.DeliveryChoice;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.delivery.DeliveryMethodId;
import io.omnicommerce.delivery.DeliveryPromise;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.fulfillment.FulfillmentService;
import io.omnicommerce.inventory.InventoryService;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.inventory.StockLevel;
import io.omnicommerce.ledger.Batch;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.ledger.Leg;
import io.omnicommerce.money.Currencies;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.order.AllocatedPart;
import io.omnicommerce.order.Allocation;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderAction;
import io.omnicommerce.order.OrderFlow;
import io.omnicommerce.order.OrderHistoryEntry;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.order.OrderNumber;
import io.omnicommerce.order.OrderService;
import io.omnicommerce.payment.PaymentId;
import io.omnicommerce.pricing.Charge;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PriceAdjustment;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricedCharge;
import io.omnicommerce.pricing.PricedLine;
import io.omnicommerce.pricing.Totals;
import io.omnicommerce.pricing.Trace;
import io.omnicommerce.returns.ReturnService;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.EventEnvelope;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.tax.TaxLine;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/**
 * A shop whose orders are placed directly, as a checkout leaves them: stock held and confirmed, the
 * order and its jobs saved.
 */
public final class PlacedOrders {

  public static final Currency GBP = Currencies.of("GBP");
  public static final Sku MUG = Sku.of("MUG-RED");
  public static final Sku TEE = Sku.of("TEE-M");
  public static final Sku ROPE = Sku.of("ROPE");
  public static final LocationId LON = LocationId.of("LON");
  public static final LocationId LEEDS = LocationId.of("LEEDS");
  public static final LocationId DC = LocationId.of("DC");
  public static final TenantId ACME = TenantId.of("acme");
  public static final ChannelId WEB = ChannelId.of("web-uk");

  public final MutableClock clock = MutableClock.startingAt(Instant.parse("2026-03-02T10:00:00Z"));
  public final Storage memory = Storages.fresh(clock);
  public final List<EventEnvelope> events = new ArrayList<>();
  public final Storage storage = new ListeningStorage(memory, List.of(events::add), Runnable::run);

  public final CallContext office =
      context(
          Actor.staff(
              "olga",
              CatalogService.EDIT,
              ChannelService.EDIT,
              InventoryService.MANAGE,
              OrderService.VIEW,
              OrderService.MANAGE,
              FulfillmentService.WORK,
              ReturnService.RECEIVE,
              ReturnService.REFUND));
  public final CallContext ada = context(Actor.customer(CustomerId.of("ada")));
  public final CallContext eve = context(Actor.customer(CustomerId.of("eve")));
  public final CallContext guest = context(Actor.guest("session-1"));
  public final CallContext london = office.withChannel(ChannelId.of("store")).withLocation(LON);

  private int lastNumber;

  public PlacedOrders() {
    ZoneId zone = ZoneId.of("Europe/London");
    CoreChannelService channels = new CoreChannelService(storage);
    List.of(LON, LEEDS, DC)
        .forEach(id -> channels.save(office, Location.warehouse(id, id.value(), zone)));
    UnitOfMeasure meter = new UnitOfMeasure("m", 2);
    new CoreCatalogService(storage)
        .save(
            office,
            List.of(
                CatalogEntry.of(MUG, "Red mug"),
                CatalogEntry.of(TEE, "T-shirt M"),
                CatalogEntry.of(ROPE, "Rope").withUnit(meter, QuantityRule.measured(meter))));
    InventoryService stock = new CoreInventoryService(storage);
    for (LocationId location : List.of(LON, DC)) {
      List<SkuQuantity> lines = new ArrayList<>();
      List.of(MUG, TEE, ROPE).forEach(sku -> lines.add(new SkuQuantity(sku, Quantity.of(10_000))));
      stock.receive(office, IdempotencyKey.of("start-" + location), location, lines);
    }
    events.clear();
  }

  static CallContext context(Actor actor) {
    return CallContext.of(ACME, WEB, actor);
  }

  /** A line to be ordered: what it is, and what the customer pays for it. */
  public record Line(String id, Sku sku, Quantity quantity, LocationId source, PricedLine priced) {

    /** A line at a price with included tax. */
    public static Line of(String id, Sku sku, String quantity, LocationId source, String payable) {
      return of(id, sku, quantity, source, Money.of(payable, GBP), 0, 0);
    }

    /** A line with a discount and added tax, both in pence. */
    public static Line of(
        String id,
        Sku sku,
        String quantity,
        LocationId source,
        Money amount,
        long discount,
        long addedTax) {
      Quantity much = Quantity.parse(quantity);
      Money off = Money.ofMinor(-discount, GBP);
      Money tax = Money.ofMinor(addedTax, GBP);
      PricedLine priced =
          new PricedLine(
              LineId.of(id),
              sku,
              much,
              UnitPrice.of("1", GBP),
              amount,
              discount == 0 ? List.of() : List.of(new PriceAdjustment("spring", "Spring", off)),
              List.of(new TaxLine("T", BigDecimal.TEN, amount.plus(off), tax, false)));
      return new Line(id, sku, much, source, priced);
    }

    /** The same line under another id. */
    public Line named(String other) {
      PricedLine named =
          new PricedLine(
              LineId.of(other),
              sku,
              quantity,
              priced.unitPrice(),
              priced.amount(),
              priced.adjustments(),
              priced.taxes());
      return new Line(other, sku, quantity, source, named);
    }
  }

  /** A request for an order, with what most tests do not care about filled in. */
  public record Wanted(
      String id,
      CartOwner owner,
      DeliveryMethod.Kind kind,
      List<Line> lines,
      Money delivery,
      Money reduction,
      List<PaymentId> payments) {

    public static Wanted shipped(String id, Line... lines) {
      return new Wanted(
          id,
          CartOwner.known(CustomerId.of("ada")),
          DeliveryMethod.Kind.SHIP,
          List.of(lines),
          Money.zero(GBP),
          Money.zero(GBP),
          List.of());
    }

    public static Wanted pickup(String id, Line... lines) {
      return new Wanted(
          id,
          CartOwner.known(CustomerId.of("ada")),
          DeliveryMethod.Kind.PICKUP,
          List.of(lines),
          Money.zero(GBP),
          Money.zero(GBP),
          List.of());
    }

    public Wanted by(CartOwner with) {
      return new Wanted(id, with, kind, lines, delivery, reduction, payments);
    }

    public Wanted withDelivery(String amount) {
      return new Wanted(id, owner, kind, lines, Money.of(amount, GBP), reduction, payments);
    }

    public Wanted paidWith(PaymentId... with) {
      return new Wanted(id, owner, kind, lines, delivery, reduction, List.of(with));
    }

    /** So much is taken off the whole order by hand. */
    public Wanted lessByHand(Money amount) {
      return new Wanted(id, owner, kind, lines, delivery, amount, payments);
    }
  }

  /** Places an order, which stays unconfirmed. */
  public Order place(Wanted wanted) {
    BatchId allocation = hold(wanted);
    return storage.inTransaction(
        ada,
        session -> {
          Order order = OrderRules.place(newOrder(wanted, allocation.value(), session.now()));
          Decision.Builder decision =
              Decision.builder()
                  .step(new LedgerStep.Confirm(allocation))
                  .save(DocumentWrite.create(OrderDocuments.TYPE, order.id().value(), order));
          for (Fulfillment job : FulfillmentRules.request(order, wanted.kind(), session.now())) {
            decision.save(DocumentWrite.create(FulfillmentDocuments.TYPE, job.id().value(), job));
          }
          Results.commit(session, decision.build());
          return order;
        });
  }

  /** Places an order and confirms it. */
  public Order confirmed(Wanted wanted) {
    Order placed = place(wanted);
    return storage.inTransaction(
        office,
        session -> {
          var stored = OrderDocuments.visible(session, placed.id());
          Order order =
              OrderRules.moved(
                  OrderFlow.STANDARD,
                  stored.value(),
                  OrderAction.CONFIRM,
                  "",
                  office,
                  session.now());
          Results.commit(
              session,
              Decision.builder()
                  .save(DocumentWrite.update(OrderDocuments.TYPE, stored, order))
                  .build());
          return order;
        });
  }

  private BatchId hold(Wanted wanted) {
    BatchId id = BatchId.of("checkout/" + wanted.id());
    return storage.inTransaction(
        ada,
        session -> {
          Entries entries = CatalogDocuments.require(session, List.of(MUG, TEE, ROPE));
          List<Leg> legs =
              wanted.lines().stream()
                  .map(
                      line ->
                          StockAccounts.sale(
                              entries.of(line.sku()), line.source(), line.quantity()))
                  .toList();
          Results.commit(
              session,
              Decision.of(
                  new LedgerStep.Hold(Batch.of(id, legs), Optional.of(Duration.ofMinutes(15)))));
          return id;
        });
  }

  static NewOrder newOrder(Wanted wanted, String allocation, Instant now) {
    Map<LineId, List<Allocation>> allocations = new HashMap<>();
    for (Line line : wanted.lines()) {
      AllocatedPart part =
          AllocatedPart.of(
              allocations.size() + 1, line.sku(), entries().of(line.sku()).unit().decimals());
      allocations.put(
          line.priced().id(),
          List.of(Allocation.of(line.source(), allocation, List.of(part), line.quantity())));
    }
    return new NewOrder(
        OrderId.of(wanted.id()),
        OrderNumber.of("N-" + wanted.id()),
        cart(wanted, now),
        priced(wanted, now),
        allocations,
        entries(),
        new DeliveryPromise(now, now.plus(Duration.ofDays(2))),
        wanted.payments(),
        List.of("CARD-" + wanted.id()),
        context(Actor.customer(CustomerId.of("ada"))),
        now);
  }

  private static Entries entries() {
    UnitOfMeasure meter = new UnitOfMeasure("m", 2);
    return new Entries(
        Map.of(
            MUG,
            CatalogEntry.of(MUG, "Red mug"),
            TEE,
            CatalogEntry.of(TEE, "T-shirt M"),
            ROPE,
            CatalogEntry.of(ROPE, "Rope").withUnit(meter, QuantityRule.measured(meter))));
  }

  private static Cart cart(Wanted wanted, Instant now) {
    return new Cart(
        CartId.of("cart-" + wanted.id()),
        Version.of(3),
        wanted.owner(),
        WEB,
        WEB,
        GBP,
        CartStatus.CHECKING_OUT,
        wanted.lines().stream()
            .map(
                line ->
                    new CartLine(
                        line.priced().id(),
                        line.sku(),
                        line.quantity(),
                        Optional.of("ref-" + line.id()),
                        Optional.empty()))
            .toList(),
        wanted.lines().size(),
        List.of(),
        List.of(),
        List.of(),
        Optional.of(
            new BuyerContact(
                "Ada",
                Optional.of(Email.of("ada@example.org")),
                Optional.of(Phone.of("+442079460000")))),
        Optional.of(
            wanted.kind() == DeliveryMethod.Kind.PICKUP
                ? DeliveryChoice.pickup(DeliveryMethodId.of("pickup"), LON)
                : new DeliveryChoice(
                    DeliveryMethodId.of("standard"), Optional.empty(), Optional.empty(), "")),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        now);
  }

  private static PricedCart priced(Wanted wanted, Instant now) {
    Money goods = Money.zero(GBP);
    Money adjustments = Money.zero(GBP);
    Money tax = Money.zero(GBP);
    for (Line line : wanted.lines()) {
      goods = goods.plus(line.priced().amount());
      adjustments = adjustments.plus(line.priced().total().minus(line.priced().amount()));
      tax = tax.plus(line.priced().payable().minus(line.priced().total()));
    }
    Money charges = wanted.delivery().minus(wanted.reduction());
    Money grand = goods.plus(adjustments).plus(charges).plus(tax);
    return new PricedCart(
        wanted.lines().stream().map(Line::priced).toList(),
        List.of(
            charge("delivery", wanted.delivery()),
            charge("discount", wanted.reduction().negated())),
        List.of(),
        new Totals(goods, adjustments, charges, tax, Money.zero(GBP), grand),
        new Trace(List.of(), List.of()),
        now);
  }

  private static PricedCharge charge(String kind, Money amount) {
    return new PricedCharge(
        new Charge(LineId.of(kind), kind, kind, amount, "standard"), List.of(), List.of());
  }

  /** The stock of a SKU at a location. */
  public StockLevel level(LocationId location, Sku sku) {
    Map<Sku, StockLevel> levels =
        new CoreInventoryService(storage).levels(office, location, List.of(sku));
    return java.util.Objects.requireNonNull(levels.get(sku));
  }

  /** Numbers that are not used twice. */
  public int nextNumber() {
    return ++lastNumber;
  }

  /** An order whose history is another one. */
  static Order withHistory(Order order, List<OrderHistoryEntry> history) {
    return copy(order, order.id(), order.number(), history);
  }

  private static Order copy(
      Order order, OrderId id, OrderNumber number, List<OrderHistoryEntry> history) {
    return new Order(
        id,
        number,
        order.version(),
        order.cart(),
        order.owner(),
        order.channel(),
        order.status(),
        order.lines(),
        order.charges(),
        order.totals(),
        order.trace(),
        order.contact(),
        order.delivery(),
        order.promise(),
        order.payments(),
        order.cards(),
        order.holds(),
        order.amendments(),
        order.origin(),
        history,
        order.placedAt());
  }

  /** Tries to save what an order was made of as another order. */
  public void storeAgain(String id, OrderId other, OrderNumber number) {
    storage.inTransaction(
        office,
        session -> {
          Order order = OrderDocuments.visible(session, OrderId.of(id)).value();
          Order copy = copy(order, other, number, order.history());
          return session.commit(
              Decision.builder()
                  .save(DocumentWrite.create(OrderDocuments.TYPE, other.value(), copy))
                  .build());
        });
  }

  /** Everything of some document types, with every stock level: what a refusal leaves alone. */
  public String dump(List<DocumentType<?>> types) {
    StringBuilder dump = new StringBuilder();
    for (DocumentType<?> type : types) {
      String all =
          storage.inTransaction(
              office, session -> String.valueOf(session.documents().listSmall(type)));
      dump.append(all);
    }
    for (LocationId location : List.of(LON, LEEDS, DC)) {
      for (Sku sku : List.of(MUG, TEE, ROPE)) {
        dump.append('\n').append(level(location, sku));
      }
    }
    return dump.append('\n').append(events.size()).toString();
  }

  /** Asserts that a call is refused with a code and leaves everything as it was. */
  public CommerceException assertUnchanged(
      List<DocumentType<?>> types, String code, ThrowingCallable call) {
    String before = dump(types);
    CommerceException thrown = catchThrowableOfType(CommerceException.class, call);
    assertThat(thrown).isNotNull();
    assertThat(thrown.code()).hasToString(code);
    assertThat(dump(types)).isEqualTo(before);
    return thrown;
  }
}
