package io.omnicommerce.core.inventory;

import io.omnicommerce.core.json.Json;
import io.omnicommerce.storage.DocumentType;

/** How often goods that had arrived were put on a shelf, so that each time has a name. */
record Shelving(long times) {

  static final DocumentType<Shelving> TYPE =
      DocumentType.of("shelving", Json.codec(Shelving.class));
}
