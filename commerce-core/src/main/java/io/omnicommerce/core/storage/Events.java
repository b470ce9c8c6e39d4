package io.omnicommerce.core.storage;

import io.omnicommerce.common.DomainEvent;
import io.omnicommerce.common.Reference;
import io.omnicommerce.common.Version;
import io.omnicommerce.core.json.Json;
import io.omnicommerce.storage.NewEvent;

/** Makes events ready to be appended. */
public final class Events {

  private Events() {}

  public static NewEvent of(String kind, String id, Version version, DomainEvent event) {
    return new NewEvent(Reference.of(kind, id), version, event, Json.events());
  }
}
