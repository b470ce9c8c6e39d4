/** What hosts call, what adapters implement, and the words that both need. */
module io.omnicommerce.api {
  requires static transitive org.jspecify;

  exports io.omnicommerce.common;
  exports io.omnicommerce.common.spi;
  exports io.omnicommerce.flow;
  exports io.omnicommerce.ledger;
  exports io.omnicommerce.ledger.spi;
  exports io.omnicommerce.money;
  exports io.omnicommerce.storage;
}
