package io.omnicommerce.examples.scenarios.cases;

import io.omnicommerce.Commerce;
import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.TenantId;
import io.omnicommerce.core.CommerceEngine;
import io.omnicommerce.inmemory.InMemoryStorage;
import io.omnicommerce.inmemory.SandboxGateway;

/**
 * A library of its own for one case, in memory.
 *
 * @param clock the library's clock
 */
public record Scene(Commerce commerce, SceneClock clock) {

  private static final TenantId TENANT = TenantId.of("scenario");

  public static Scene create() {
    SceneClock clock = new SceneClock();
    InMemoryStorage storage = InMemoryStorage.builder().clock(clock).build();
    Commerce commerce =
        CommerceEngine.builder().storage(storage).payments(new SandboxGateway()).build();
    return new Scene(commerce, clock);
  }

  /** Somebody in a channel who may do everything: what a case is about is never who may. */
  public CallContext in(ChannelId channel) {
    return as(Actor.system("scenario"), channel);
  }

  /** The same for a certain somebody. */
  public CallContext as(Actor actor, ChannelId channel) {
    return CallContext.of(TENANT, channel, actor.withPermissions(CommerceEngine.permissions()));
  }
}
