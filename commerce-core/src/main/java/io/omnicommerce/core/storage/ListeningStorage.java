package io.omnicommerce.core.storage;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.core.common.HostCode;
import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.EventEnvelope;
import io.omnicommerce.storage.EventListener;
import io.omnicommerce.storage.Maintenance;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.storage.TransactionHook;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Tells listeners of what was committed, after it was committed and outside of the transaction. */
public final class ListeningStorage implements Storage {

  private final Storage storage;
  private final List<EventListener> listeners;
  private final TransactionHook hook;

  /**
   * @param hook used where the host ends the transactions; otherwise an event is told as soon as
   *     the call has committed
   */
  public ListeningStorage(Storage storage, List<EventListener> listeners, TransactionHook hook) {
    this.storage = storage;
    this.listeners = List.copyOf(listeners);
    this.hook = hook;
  }

  @Override
  public <R> R inTransaction(CallContext context, Work<R> work) {
    if (listeners.isEmpty()) {
      return storage.inTransaction(context, work);
    }
    List<EventEnvelope> told = new ArrayList<>();
    R result =
        storage.inTransaction(
            context,
            session -> {
              told.clear();
              return work.run(listening(session, told));
            });
    if (storage.joinsHostTransaction()) {
      List<EventEnvelope> events = List.copyOf(told);
      hook.afterCommit(() -> tell(events));
    } else {
      tell(told);
    }
    return result;
  }

  @Override
  public boolean joinsHostTransaction() {
    return storage.joinsHostTransaction();
  }

  @Override
  public Maintenance maintenance() {
    return storage.maintenance();
  }

  private void tell(List<EventEnvelope> events) {
    for (EventEnvelope event : events) {
      for (EventListener listener : listeners) {
        tell(listener, event);
      }
    }
  }

  /** What was committed is committed, whatever a listener throws. */
  private static void tell(EventListener listener, EventEnvelope event) {
    HostCode.run(
        () -> listener.on(event),
        thrown ->
            LoggerFactory.getLogger(ListeningStorage.class)
                .warn(
                    "A listener failed on {} of {}; the event stays in the outbox",
                    event.event().type(),
                    event.aggregate(),
                    thrown));
  }

  private static ObservedSession listening(Session session, List<EventEnvelope> told) {
    return new ObservedSession(
        session,
        session.documents(),
        result -> {
          if (result instanceof CommitResult.Applied applied) {
            told.addAll(applied.events());
          }
        });
  }
}
