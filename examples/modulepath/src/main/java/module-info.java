/** An application that names the modules it needs. */
module io.omnicommerce.examples.modulepath {
  requires io.omnicommerce.core;
  requires io.omnicommerce.inmemory;
  requires static org.jspecify;
}
