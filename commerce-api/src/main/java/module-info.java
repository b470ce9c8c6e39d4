/** What hosts call, what adapters implement, and the words that both need. */
module io.omnicommerce.api {
  requires static transitive org.jspecify;

  exports io.omnicommerce.common;
}
