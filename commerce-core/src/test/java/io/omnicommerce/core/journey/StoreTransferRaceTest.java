package io.omnicommerce.core.journey;

import static io.omnicommerce.core.Crowd.triedAtOnce;
import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.cart.BuyerContact;
import io.omnicommerce.cart.CartId;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.Shop;
import io.omnicommerce.delivery.DeliveryChoice;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.inventory.Transfer;
import io.omnicommerce.inventory.TransferArrival;
import io.omnicommerce.order.Order;
import io.omnicommerce.payment.Tender;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Goods that are sent to a store, while somebody decides otherwise at the same moment. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class StoreTransferRaceTest {

  private static final int ROUNDS = 5;

  private final SuppliedStore store = new SuppliedStore();
  private final Journey shop = store.shop;

  @AfterEach
  void the_books_balance() {
    assertThat(shop.storage.maintenance().audit(List.of())).isEmpty();
  }

  @Test
  void goods_that_arrive_while_the_order_is_cancelled_are_on_the_shelf_once() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      Order order = placed(12);
      store.send(order, 0);
      Quantity before = store.mugs(Shop.LON).onHand();
      Transfer transfer = store.expected().get(0);
      String key = "round-" + round;

      List<String> answers =
          triedAtOnce(
              List.of(
                  () -> arrive(transfer, key),
                  () ->
                      shop.commerce
                          .checkout()
                          .cancel(Shop.ADA, order.id(), "no", IdempotencyKey.of(key))
                          .status()
                          .name()));

      assertThat(answers).containsExactly("RECEIVED", "CANCELLED");
      assertThat(store.mugs(Shop.LON).allocated()).isEqualTo(Quantity.ZERO);
      assertThat(store.mugs(Shop.LON).available())
          .isEqualTo(before.plus(transfer.lines().get(0).shipped()));
    }
  }

  @Test
  void an_order_that_is_cancelled_while_its_goods_are_sent_loses_none() throws Exception {
    for (int round = 0; round < ROUNDS; round++) {
      Order order = placed(11);
      Fulfillment job = store.job(order, 0);
      String key = "round-" + round;

      List<String> answers =
          triedAtOnce(
              List.of(
                  () ->
                      shop.commerce
                          .fulfillment()
                          .shipAll(shop.office, job.id(), Optional.empty(), IdempotencyKey.of(key))
                          .step()
                          .name(),
                  () ->
                      shop.commerce
                          .checkout()
                          .cancel(Shop.ADA, order.id(), "no", IdempotencyKey.of(key))
                          .status()
                          .name()));

      assertThat(answers.get(1)).isEqualTo("CANCELLED");
      assertThat(answers.get(0))
          .isIn("SHIPPED", "fulfillment.illegal_transition", "fulfillment.order_not_confirmed");
      store.expected().forEach(transfer -> arrive(transfer, "in-" + transfer.id()));
      assertThat(store.mugs(Shop.LON).available().plus(store.mugs(Shop.DC).available()))
          .isEqualTo(Quantity.of(110));
    }
  }

  @Test
  void an_arrival_that_is_told_twice_at_once_counts_once() throws Exception {
    Order order = placed(12);
    store.send(order, 0);
    Transfer transfer = store.expected().get(0);

    List<String> answers =
        triedAtOnce(List.of(() -> arrive(transfer, "one"), () -> arrive(transfer, "other")));

    assertThat(answers).contains("RECEIVED");
    assertThat(answers).containsAnyOf("inventory.transfer_state", "inventory.not_in_transit");
    assertThat(store.mugs(Shop.LON).allocated()).isEqualTo(Quantity.of(12));
    assertThat(store.mugs(Shop.LON).onHand()).isEqualTo(Quantity.of(22));
  }

  private Order placed(int mugs) {
    CartId cart = shop.commerce.carts().open(Shop.ADA, Shop.GBP);
    shop.commerce.carts().add(Shop.ADA, cart, Shop.MUG_RED, Quantity.of(mugs));
    shop.commerce.carts().contact(Shop.ADA, cart, BuyerContact.of("Ada", Journey.ADAS_EMAIL));
    // More than lies there, however much has arrived on its shelf before.
    shop.commerce.inventory().keepBack(shop.office, Shop.LON, Shop.MUG_RED, Quantity.of(1_000));
    shop.commerce.carts().deliver(Shop.ADA, cart, DeliveryChoice.pickup(Shop.PICKUP, Shop.LON));
    Order order = shop.placed(Shop.ADA, cart, Tender.card("tok_visa"));
    shop.commerce.inventory().keepBack(shop.office, Shop.LON, Shop.MUG_RED, Quantity.ZERO);
    return shop.commerce.orders().confirm(shop.office, order.id());
  }

  private String arrive(Transfer transfer, String key) {
    Transfer.Line line = transfer.lines().get(0);
    return shop.commerce
        .transfers()
        .receive(
            shop.office,
            IdempotencyKey.of(key),
            transfer.id(),
            List.of(TransferArrival.good(line.sku(), line.shipped())))
        .status()
        .name();
  }
}
