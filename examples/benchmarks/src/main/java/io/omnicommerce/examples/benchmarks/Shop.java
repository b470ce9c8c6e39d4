package io.omnicommerce.examples.benchmarks;

import io.omnicommerce.Commerce;
import io.omnicommerce.cart.BuyerContact;
import io.omnicommerce.cart.CartId;
import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Channel;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.channel.Location;
import io.omnicommerce.channel.Market;
import io.omnicommerce.channel.MarketId;
import io.omnicommerce.checkout.CheckoutOutcome;
import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.TenantId;
import io.omnicommerce.core.CommerceEngine;
import io.omnicommerce.customer.Email;
import io.omnicommerce.delivery.DeliveryChoice;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.delivery.DeliveryMethodId;
import io.omnicommerce.delivery.LeadTime;
import io.omnicommerce.inmemory.SandboxGateway;
import io.omnicommerce.inventory.ReservationId;
import io.omnicommerce.inventory.ReservationOutcome;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.inventory.StockDemand;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Balance;
import io.omnicommerce.ledger.Batch;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.ledger.Leg;
import io.omnicommerce.money.Currencies;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.payment.Tender;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.price.PriceList;
import io.omnicommerce.price.PriceListId;
import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.Storage;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** A shop with one warehouse and numbered SKUs. */
final class Shop {

  private static final LocationId LONDON = LocationId.of("LON");
  private static final Currency GBP = Currencies.of("GBP");
  private static final DeliveryMethodId PICKUP = DeliveryMethodId.of("pickup");
  private static final AccountId SHIPPED = AccountId.contra("@shipped");
  private static final AccountId RECEIVED = AccountId.contra("@received");
  private static final Duration LIFE = Duration.ofMinutes(15);
  private static final CallContext CALL =
      CallContext.of(
          TenantId.of("acme"),
          ChannelId.of("web"),
          Actor.system("benchmark").withPermissions(CommerceEngine.permissions()));

  private Shop() {}

  static Commerce over(Storage storage) {
    return CommerceEngine.builder().storage(storage).payments(new SandboxGateway()).build();
  }

  /** A warehouse, a catalog, and so much stock of each SKU. */
  static void open(Commerce commerce, int skus, long each) {
    commerce.channels().save(CALL, Location.store(LONDON, "London", ZoneId.of("Europe/London")));
    for (int first = 0; first < skus; first += 100) {
      List<Sku> some =
          IntStream.range(first, Math.min(skus, first + 100)).mapToObj(Shop::sku).toList();
      commerce
          .catalog()
          .save(CALL, some.stream().map(sku -> CatalogEntry.of(sku, "Article")).toList());
      commerce
          .inventory()
          .receive(
              CALL,
              IdempotencyKey.of("delivery-" + first),
              LONDON,
              some.stream().map(sku -> SkuQuantity.of(sku, Quantity.of(each))).toList());
    }
  }

  /** So much stock of each SKU, in the ledger alone. */
  static void receive(Storage storage, int skus, long each) {
    for (int first = 0; first < skus; first += Batch.LEGS_MAX) {
      List<Leg> legs =
          IntStream.range(first, Math.min(skus, first + Batch.LEGS_MAX))
              .mapToObj(sku -> Leg.of(RECEIVED, stock(sku), each, "each"))
              .toList();
      LedgerStep post = new LedgerStep.Post(Batch.of(BatchId.of("receive-" + first), legs));
      storage.inTransaction(CALL, session -> session.commit(Decision.of(post)));
    }
  }

  /** Reserves one of each, by the ledger. */
  static boolean hold(Storage storage, String id, int[] skus) {
    return commit(storage, Decision.of(holding(id, skus)));
  }

  /** How many there are left of all of these, by the ledger. */
  static long left(Storage storage, int[] skus) {
    List<AccountId> accounts = Arrays.stream(skus).mapToObj(Shop::stock).toList();
    return storage
        .inTransaction(CALL, session -> session.ledger().balances(accounts))
        .values()
        .stream()
        .mapToLong(Balance::available)
        .sum();
  }

  /** The step that holds one of each. */
  static LedgerStep holding(String id, int[] skus) {
    return holding(id, legs(skus));
  }

  private static LedgerStep holding(String id, List<Leg> legs) {
    return new LedgerStep.Hold(Batch.of(BatchId.of(id), legs), Optional.of(LIFE));
  }

  static boolean hold(Storage storage, String id, List<Leg> legs) {
    return commit(storage, Decision.of(holding(id, legs)));
  }

  /** What takes one of each. */
  static List<Leg> legs(int... skus) {
    List<Leg> legs = new ArrayList<>(skus.length);
    for (int sku : skus) {
      legs.add(Leg.of(stock(sku), SHIPPED, 1, "each"));
    }
    return legs;
  }

  static boolean commit(Storage storage, Decision decision) {
    CommitResult result = storage.inTransaction(CALL, s -> s.commit(decision));
    if (!result.isApplied()) {
      throw new IllegalStateException("There is plenty, yet " + result);
    }
    return true;
  }

  /** Reserves one of each, in the inventory room. */
  static boolean reserve(Commerce commerce, String id, int[] skus) {
    List<StockDemand> demands = new ArrayList<>(skus.length);
    for (int sku : skus) {
      demands.add(StockDemand.of(sku(sku), LONDON, Quantity.of(1)));
    }
    ReservationOutcome outcome =
        commerce.inventory().reserve(CALL, ReservationId.of(id), demands, LIFE);
    if (!(outcome instanceof ReservationOutcome.Reserved)) {
      throw new IllegalStateException("There is plenty, yet " + outcome);
    }
    return true;
  }

  /** Sets up a shop of one SKU and has a guest order one of it, to be picked up. */
  static void orderFrom(Commerce commerce) {
    openForOrders(commerce, 10);
    CheckoutOutcome outcome = order(commerce, "session-1", fill(commerce, "session-1"));
    if (!(outcome instanceof CheckoutOutcome.Placed)) {
      throw new IllegalStateException("Not placed: " + outcome);
    }
  }

  /** Sets up a shop of one SKU, of which there are so many, to be picked up. */
  static void openForOrders(Commerce commerce, long units) {
    MarketId uk = MarketId.of("uk");
    PriceListId base = PriceListId.of("base");
    LeadTime twoHours = new LeadTime(Duration.ZERO, Duration.ofHours(2));
    commerce
        .channels()
        .save(
            CALL,
            new Market(uk, "UK", Set.of(GBP), "uk", CountryCode.of("GB"), Conventions.STANDARD));
    open(commerce, 1, units);
    commerce
        .channels()
        .save(CALL, new Channel(CALL.channel(), "Web", Channel.Kind.WEB, uk, List.of(LONDON)));
    commerce
        .delivery()
        .save(CALL, DeliveryMethod.pickup(PICKUP, "Pickup", twoHours, Money.zero(GBP)));
    commerce.prices().save(CALL, PriceList.base(base, GBP));
    commerce.prices().save(CALL, List.of(PriceEntry.of(base, sku(0), UnitPrice.of("4.99", GBP))));
  }

  /** A guest's cart with one of the first SKU, ready to be ordered. */
  static CartId fill(Commerce commerce, String session) {
    CallContext guest = CALL.withActor(Actor.guest(session));
    CartId cart = commerce.carts().open(guest, GBP);
    commerce.carts().add(guest, cart, sku(0), Quantity.of(1));
    commerce.carts().contact(guest, cart, BuyerContact.of("Ada", Email.of("ada@example.com")));
    commerce.carts().deliver(guest, cart, DeliveryChoice.pickup(PICKUP, LONDON));
    return cart;
  }

  /** A guest's order of a cart; may be repeated. */
  static CheckoutOutcome order(Commerce commerce, String session, CartId cart) {
    return commerce
        .checkout()
        .place(
            CALL.withActor(Actor.guest(session)),
            cart,
            Tender.card("tok_visa"),
            IdempotencyKey.of("tap-" + session));
  }

  private static Sku sku(int number) {
    return Sku.of("SKU-" + number);
  }

  private static AccountId stock(int number) {
    return AccountId.of("stock", "SKU-" + number, "LON");
  }
}
