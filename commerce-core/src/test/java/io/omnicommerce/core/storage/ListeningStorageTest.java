package io.omnicommerce.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.TenantId;
import io.omnicommerce.common.Version;
import io.omnicommerce.inmemory.InMemoryStorage;
import io.omnicommerce.inventory.InventoryEvent;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.EventEnvelope;
import io.omnicommerce.storage.NewEvent;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Storage;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ListeningStorageTest {

  private final CallContext context =
      CallContext.of(TenantId.of("acme"), ChannelId.of("web"), Actor.guest("s1"));
  private final NewEvent event =
      Events.of(
          "movement",
          "m1",
          Version.of(1),
          new InventoryEvent.StockReceived(LocationId.of("LON"), List.of()));
  private final Storage memory = InMemoryStorage.create();
  private final List<EventEnvelope> heard = new ArrayList<>();

  @Test
  void a_listener_hears_after_the_commit_when_it_may_call_the_library_again() {
    Storage storage =
        new ListeningStorage(
            memory,
            List.of(
                told -> {
                  heard.add(told);
                  memory.inTransaction(context, Session::now);
                }),
            Runnable::run);

    storage.inTransaction(context, this::append);

    assertThat(heard).extracting(EventEnvelope::event).containsExactly(event.event());
  }

  @Test
  void nobody_hears_of_what_was_not_committed() {
    Storage storage = new ListeningStorage(memory, List.of(heard::add), Runnable::run);

    assertThatThrownBy(
            () ->
                storage.inTransaction(
                    context,
                    session -> {
                      throw new IllegalStateException("no");
                    }))
        .hasMessage("no");

    assertThat(heard).isEmpty();
  }

  @Test
  void a_listener_that_throws_changes_nothing_for_the_caller_or_the_next_one() {
    Storage storage =
        new ListeningStorage(
            memory,
            List.of(
                told -> {
                  throw new IllegalStateException("listener");
                },
                heard::add),
            Runnable::run);

    storage.inTransaction(context, this::append);

    assertThat(heard).hasSize(1);
    assertThat(memory.maintenance().outbox().unpublished(10)).hasSize(1);
  }

  @Test
  void a_listener_that_throws_an_error_or_past_the_compiler_changes_nothing_either() {
    Storage storage =
        new ListeningStorage(
            memory,
            List.of(
                told -> {
                  throw new AssertionError("listener");
                },
                told -> {
                  throw new StackOverflowError("listener");
                },
                told -> {
                  throw past(new java.io.IOException("listener"));
                },
                heard::add),
            Runnable::run);

    storage.inTransaction(context, this::append);

    assertThat(heard).hasSize(1);
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> RuntimeException past(Throwable thrown) throws E {
    throw (E) thrown;
  }

  private boolean append(Session session) {
    return session.commit(Decision.builder().event(event).build()).isApplied();
  }
}
