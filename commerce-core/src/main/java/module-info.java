/** The decisions, pure, and the services around them. */
module io.omnicommerce.core {
  requires transitive io.omnicommerce.api;
  requires com.fasterxml.jackson.databind;
  requires com.fasterxml.jackson.datatype.jdk8;
  requires com.fasterxml.jackson.datatype.jsr310;
  requires com.fasterxml.uuid;
  requires com.github.benmanes.caffeine;
  requires com.google.common;
  requires org.slf4j;

  exports io.omnicommerce.core;

  opens io.omnicommerce.core.cart to
      com.fasterxml.jackson.databind;
  opens io.omnicommerce.core.storage to
      com.fasterxml.jackson.databind;
  opens io.omnicommerce.core.price to
      com.fasterxml.jackson.databind;
  opens io.omnicommerce.core.returns to
      com.fasterxml.jackson.databind;
}
