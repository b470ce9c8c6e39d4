/** Storage in memory, with transactions and rollback. */
module io.omnicommerce.inmemory {
  requires transitive io.omnicommerce.api;
  requires static org.jspecify;

  exports io.omnicommerce.inmemory;
}
