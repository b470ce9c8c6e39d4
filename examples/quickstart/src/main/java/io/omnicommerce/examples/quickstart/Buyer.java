package io.omnicommerce.examples.quickstart;

import io.omnicommerce.cart.BuyerContact;
import io.omnicommerce.cart.CartOwner;
import io.omnicommerce.common.Address;
import io.omnicommerce.common.CustomerId;
import io.omnicommerce.customer.Email;
import io.omnicommerce.delivery.DeliveryChoice;

/** Who buys, as far as the files know: a number and a country, or nobody known. */
final class Buyer {

  private Buyer() {}

  static CartOwner owner(Document document) {
    return document
        .customer()
        .map(id -> CartOwner.known(CustomerId.of(id)))
        .orElseGet(() -> CartOwner.guest("session-" + document.number()));
  }

  static BuyerContact contact(Document document) {
    return BuyerContact.of(name(document), Email.of(mailbox(document) + "@example.com"));
  }

  static DeliveryChoice delivery(Document document) {
    return DeliveryChoice.ship(
        Shop.DISPATCH,
        Address.of(
            name(document),
            "street not in the data",
            "city not in the data",
            "unknown",
            Countries.code(document.first().country())));
  }

  private static String name(Document document) {
    return document.customer().map(id -> "Customer " + id).orElse("Guest of " + document.number());
  }

  private static String mailbox(Document document) {
    String id = document.customer().orElse("guest-" + document.number());
    return id.replaceAll("[^A-Za-z0-9.-]", "-");
  }
}
