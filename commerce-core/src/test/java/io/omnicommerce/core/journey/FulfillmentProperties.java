package io.omnicommerce.core.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.cart.BuyerContact;
import io.omnicommerce.cart.CartId;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.Shop;
import io.omnicommerce.delivery.DeliveryChoice;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.fulfillment.FulfillmentLine;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.payment.Tender;
import io.omnicommerce.pricing.LineId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Whatever is done to an order's goods, in whatever order: none is lost, and none is there twice.
 */
class FulfillmentProperties {

  /** Something that is tried: of a line, with so many units, at one of the jobs. */
  record Act(String what, int line, long units, int job) {}

  @Property(tries = 40)
  void L59_every_unit_has_left_is_cancelled_has_a_job_or_has_no_goods(
      @ForAll("programs") List<Act> program) {
    Journey shop = new Journey();
    Order order = placed(shop);

    for (int i = 0; i < program.size(); i++) {
      attempt(shop, order.id(), program.get(i), IdempotencyKey.of("act-" + i));
      check(shop, shop.commerce.orders().get(shop.office, order.id()));
    }

    assertThat(shop.storage.maintenance().audit(List.of())).isEmpty();
  }

  @Provide
  Arbitrary<List<Act>> programs() {
    return Combinators.combine(
            Arbitraries.of("ship", "ship", "short", "again", "cancel", "pick", "pack", "whole"),
            Arbitraries.integers().between(0, 1),
            Arbitraries.longs().between(1, 4),
            Arbitraries.integers().between(0, 3))
        .as(Act::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(12);
  }

  private static void attempt(Journey shop, OrderId order, Act act, IdempotencyKey key) {
    try {
      act(shop, order, act, key);
    } catch (CommerceException refused) {
      assertThat(refused.isRetryable()).as("%s: %s", act, refused).isFalse();
    }
  }

  private static void act(Journey shop, OrderId order, Act act, IdempotencyKey key) {
    List<Fulfillment> jobs = shop.commerce.fulfillment().ofOrder(shop.office, order);
    Fulfillment job = jobs.get(act.job() % jobs.size());
    LineId line =
        shop.commerce.orders().get(shop.office, order).lines().get(act.line()).priced().id();
    Quantity units = Quantity.of(act.units());
    switch (act.what()) {
      case "ship" ->
          shop.commerce
              .fulfillment()
              .ship(shop.office, job.id(), Map.of(line, units), Optional.empty(), key);
      case "whole" ->
          shop.commerce.fulfillment().shipAll(shop.office, job.id(), Optional.empty(), key);
      case "short" ->
          shop.commerce
              .fulfillment()
              .shortPick(shop.office, job.id(), line, units, "not there", key);
      case "again" -> shop.commerce.fulfillment().sourceAgain(shop.office, order, key);
      case "pick" -> shop.commerce.fulfillment().pick(shop.office, job.id());
      case "pack" -> shop.commerce.fulfillment().pack(shop.office, job.id());
      default ->
          shop.commerce
              .checkout()
              .cancel(shop.office, order, Map.of(line, units), "not wanted", key);
    }
  }

  private static void check(Journey shop, Order order) {
    List<Fulfillment> jobs =
        shop.commerce.fulfillment().ofOrder(shop.office, order.id()).stream()
            .filter(job -> !job.step().isEnded())
            .toList();
    for (OrderLine line : order.lines()) {
      assertThat(sum(Stream.of(line.shipped(), line.cancelled(), line.open())))
          .isEqualTo(line.ordered());
      assertThat(sum(Stream.of(inJobs(jobs, line), line.unallocated()))).isEqualTo(line.open());
    }
    for (LocationId location : List.of(Shop.LON, Shop.DC)) {
      shop.commerce
          .inventory()
          .levels(shop.office, location, List.of(Shop.MUG_RED, Shop.TEE_M))
          .forEach(
              (sku, level) ->
                  assertThat(level.allocated())
                      .as("%s at %s", sku, location)
                      .isEqualTo(
                          sum(
                              order.lines().stream()
                                  .filter(line -> line.priced().sku().equals(sku))
                                  .map(line -> line.openAt(location)))));
    }
    assertThat(order.version().value()).isEqualTo(order.history().size());
  }

  private static Quantity inJobs(List<Fulfillment> jobs, OrderLine line) {
    return sum(
        jobs.stream()
            .map(job -> job.line(line.priced().id()).map(FulfillmentLine::open))
            .flatMap(Optional::stream));
  }

  private static Quantity sum(Stream<Quantity> quantities) {
    return quantities.reduce(Quantity.ZERO, Quantity::plus);
  }

  private static Order placed(Journey shop) {
    CartId cart = shop.commerce.carts().open(Shop.ADA, Shop.GBP);
    shop.commerce.carts().add(Shop.ADA, cart, Shop.MUG_RED, Quantity.of(6));
    shop.commerce.carts().add(Shop.ADA, cart, Shop.TEE_M, Quantity.of(11));
    shop.commerce.carts().contact(Shop.ADA, cart, BuyerContact.of("Ada", Journey.ADAS_EMAIL));
    shop.commerce
        .carts()
        .deliver(Shop.ADA, cart, DeliveryChoice.ship(Shop.STANDARD, Shop.address()));
    Order order = shop.placed(Shop.ADA, cart, Tender.card("tok_visa"));
    return shop.commerce.orders().confirm(shop.office, order.id());
  }
}
