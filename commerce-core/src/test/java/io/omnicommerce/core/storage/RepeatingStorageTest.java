package io.omnicommerce.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.common.TenantId;
import io.omnicommerce.inmemory.InMemoryStorage;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.Maintenance;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Storage;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RepeatingStorageTest {

  private static final String CLOSE = "close";
  private static final IdempotencyKey KEY = IdempotencyKey.of("tap");

  private final CallContext context =
      CallContext.of(TenantId.of("acme"), ChannelId.of("web"), Actor.guest("s1"));
  private final Storage memory = InMemoryStorage.create();
  private int runs;

  @Test
  void a_refusal_by_what_the_same_command_did_meanwhile_is_no_answer() {
    Storage storage = doneBehindTheFirstLook();

    String answer =
        storage.inTransaction(
            context,
            session -> {
              runs++;
              return known(session).orElseThrow(RepeatingStorageTest::closed);
            });

    assertThat(answer).isEqualTo("done");
    assertThat(runs).isEqualTo(2);
  }

  @Test
  void nor_is_an_outcome_that_says_so() {
    Storage storage = doneBehindTheFirstLook();

    assertThat(storage.<String>inTransaction(context, session -> known(session).orElse("refused")))
        .isEqualTo("done");
  }

  @Test
  void what_nobody_has_done_is_refused_at_once() {
    assertThatThrownBy(
            () ->
                new RepeatingStorage(memory)
                    .inTransaction(
                        context,
                        session -> {
                          runs++;
                          return known(session).orElseThrow(RepeatingStorageTest::closed);
                        }))
        .isInstanceOf(RefusedException.class);
    assertThat(runs).isEqualTo(1);
  }

  @Test
  void who_does_it_is_not_asked_to_do_it_again() {
    new RepeatingStorage(memory)
        .inTransaction(
            context,
            session -> {
              assertThat(known(session)).isEmpty();
              return done(session, runs++);
            });

    assertThat(runs).isEqualTo(1);
  }

  private static Optional<String> known(Session session) {
    return Commands.resultOf(session, CLOSE, KEY, "x");
  }

  private static Integer done(Session session, int run) {
    session.commit(
        Decision.builder().save(Commands.done(session, CLOSE, KEY, "x", "done")).build());
    return run;
  }

  /** The first transaction looks at what was before somebody carried out the command. */
  private Storage doneBehindTheFirstLook() {
    Storage before = InMemoryStorage.create();
    memory.inTransaction(context, session -> done(session, 0));
    return new RepeatingStorage(
        new Storage() {
          private Storage next = before;

          @Override
          public <R> R inTransaction(CallContext context, Work<R> work) {
            try {
              return next.inTransaction(context, work);
            } finally {
              next = memory;
            }
          }

          @Override
          public boolean joinsHostTransaction() {
            return false;
          }

          @Override
          public Maintenance maintenance() {
            return memory.maintenance();
          }
        });
  }

  private static RefusedException closed() {
    return new RefusedException(ErrorCode.of("cart.closed"), "The cart is closed.", Facts.none());
  }
}
