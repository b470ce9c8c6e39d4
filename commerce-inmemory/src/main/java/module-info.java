/** Storage in memory, with transactions and rollback. */
module io.omnicommerce.inmemory {
  requires transitive io.omnicommerce.api;
}
