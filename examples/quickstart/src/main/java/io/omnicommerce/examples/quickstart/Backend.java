package io.omnicommerce.examples.quickstart;

import com.zaxxer.hikari.HikariDataSource;
import io.omnicommerce.Commerce;
import io.omnicommerce.channel.MarketId;
import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.TenantId;
import io.omnicommerce.core.CommerceEngine;
import io.omnicommerce.inmemory.InMemoryStorage;
import io.omnicommerce.inmemory.SandboxGateway;
import io.omnicommerce.jdbc.JdbcStorage;
import io.omnicommerce.storage.Storage;
import java.nio.file.Path;

/** Where the shop is kept, and what has to be tidied up after it. */
final class Backend implements AutoCloseable {

  private final Storage storage;
  private final ReplayClock clock;
  private final String title;
  private final boolean isOurs;
  private final Runnable tidying;

  private Backend(
      Storage storage, ReplayClock clock, String title, boolean isOurs, Runnable tidying) {
    this.storage = storage;
    this.clock = clock;
    this.title = title;
    this.isOurs = isOurs;
    this.tidying = tidying;
  }

  static Backend open(String where, ReplayClock clock) throws WrongOptionException {
    return switch (where) {
      case "memory" -> memory(clock);
      case "h2" -> temporary(clock);
      default -> database(where, clock);
    };
  }

  private static Backend memory(ReplayClock clock) {
    Storage storage = InMemoryStorage.builder().clock(clock).build();
    return new Backend(storage, clock, "memory", true, () -> {});
  }

  private static Backend temporary(ReplayClock clock) throws WrongOptionException {
    Path folder = Databases.temporaryFolder();
    HikariDataSource pool = Databases.open("jdbc:h2:file:" + folder.resolve("shop"));
    return new Backend(
        JdbcStorage.over(pool).clock(clock),
        clock,
        "H2, in a folder that is deleted at the end",
        true,
        () -> {
          pool.close();
          Databases.delete(folder);
        });
  }

  private static Backend database(String address, ReplayClock clock) throws WrongOptionException {
    HikariDataSource pool = Databases.open(address);
    Storage storage = JdbcStorage.over(pool).clock(clock);
    return new Backend(storage, clock, Databases.shown(address), false, pool::close);
  }

  String title() {
    return title;
  }

  ReplayClock clock() {
    return clock;
  }

  Commerce commerce() {
    return CommerceEngine.builder().storage(storage).payments(new SandboxGateway()).build();
  }

  /** The outbox of a shop that ends with the program is emptied; somebody else's is left alone. */
  Relay relay() {
    return new Relay(storage.maintenance().outbox(), isOurs);
  }

  /** A name under which nothing is kept yet: a database may hold what an earlier run has left. */
  static TenantId freeTenant(Commerce commerce, String name) {
    for (int i = 1; ; i++) {
      TenantId tenant = TenantId.of(i == 1 ? name : name + "-" + i);
      CallContext context = CallContext.of(tenant, ChannelId.of("web"), Actor.system("quickstart"));
      if (commerce.channels().findMarket(context, MarketId.of("uk")).isEmpty()) {
        return tenant;
      }
    }
  }

  @Override
  public void close() {
    tidying.run();
  }
}
