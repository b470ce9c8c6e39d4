/** The decisions, pure, and the services around them. */
module io.omnicommerce.core {
  requires transitive io.omnicommerce.api;
  requires com.fasterxml.jackson.core;
  requires com.fasterxml.uuid;
  requires com.github.benmanes.caffeine;
  requires com.google.common;
  requires org.slf4j;

  exports io.omnicommerce.core;
}
