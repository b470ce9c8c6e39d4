/** What hosts call, what adapters implement, and the words that both need. */
module io.omnicommerce.api {
  requires static transitive org.jspecify;

  exports io.omnicommerce;
  exports io.omnicommerce.cart;
  exports io.omnicommerce.catalog;
  exports io.omnicommerce.channel;
  exports io.omnicommerce.checkout;
  exports io.omnicommerce.common;
  exports io.omnicommerce.common.spi;
  exports io.omnicommerce.customer;
  exports io.omnicommerce.delivery;
  exports io.omnicommerce.delivery.spi;
  exports io.omnicommerce.flow;
  exports io.omnicommerce.fulfillment;
  exports io.omnicommerce.inventory;
  exports io.omnicommerce.ledger;
  exports io.omnicommerce.ledger.spi;
  exports io.omnicommerce.money;
  exports io.omnicommerce.order;
  exports io.omnicommerce.payment;
  exports io.omnicommerce.payment.spi;
  exports io.omnicommerce.price;
  exports io.omnicommerce.pricing;
  exports io.omnicommerce.promotion;
  exports io.omnicommerce.promotion.spi;
  exports io.omnicommerce.returns;
  exports io.omnicommerce.storage;
  exports io.omnicommerce.tax;
  exports io.omnicommerce.tax.spi;
  exports io.omnicommerce.value;
}
