package io.omnicommerce.core.storage;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.Page;
import io.omnicommerce.common.PageRequest;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.Documents;
import io.omnicommerce.storage.Maintenance;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.storage.Stored;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Answers who repeats a command while its first call is still at work. Of two reads in one
 * transaction the second may see what the first did not: that nothing was done under the key yet,
 * and then that the cart is closed, by the very same command. So whoever looked for a key in vain
 * and changed nothing looks for it again, and is answered as the first was.
 */
public final class RepeatingStorage implements Storage {

  /** A key is found the second time at the latest; others may be asked for then. */
  private static final int RUNS_MAX = 3;

  private final Storage storage;

  public RepeatingStorage(Storage storage) {
    this.storage = storage;
  }

  @Override
  public <R> R inTransaction(CallContext context, Work<R> work) {
    for (int run = 1; ; run++) {
      Missed missed = new Missed();
      try {
        R result = storage.inTransaction(context, session -> work.run(missed.in(session)));
        if (run == RUNS_MAX || !isDoneMeanwhile(context, missed)) {
          return result;
        }
      } catch (CommerceException refused) {
        if (run == RUNS_MAX || !isDoneMeanwhile(context, missed)) {
          throw refused;
        }
      }
    }
  }

  private boolean isDoneMeanwhile(CallContext context, Missed missed) {
    if (missed.isOver()) {
      return false;
    }
    try {
      return storage.inTransaction(
          context, session -> !session.documents().findAll(Commands.TYPE, missed.ids).isEmpty());
    } catch (CommerceException unknown) {
      // Then the answer is what the run came to: it changed nothing, and may be asked for again.
      return false;
    }
  }

  @Override
  public boolean joinsHostTransaction() {
    return storage.joinsHostTransaction();
  }

  @Override
  public Maintenance maintenance() {
    return storage.maintenance();
  }

  /** The commands that one run looked for in vain, and whether it changed something. */
  private static final class Missed {
    private final Set<String> ids = new HashSet<>();
    private boolean changed;

    Session in(Session session) {
      ids.clear();
      changed = false;
      return new ObservedSession(
          session,
          new WatchedDocuments(session.documents(), this),
          result -> changed = result.isApplied());
    }

    boolean isOver() {
      return changed || ids.isEmpty();
    }
  }

  private record WatchedDocuments(Documents documents, Missed missed) implements Documents {
    @Override
    public <T> Optional<Stored<T>> find(DocumentType<T> type, String id) {
      Optional<Stored<T>> found = documents.find(type, id);
      if (found.isEmpty() && type.equals(Commands.TYPE)) {
        missed.ids.add(id);
      }
      return found;
    }

    @Override
    public <T> Map<String, Stored<T>> findAll(DocumentType<T> type, Collection<String> ids) {
      return documents.findAll(type, ids);
    }

    @Override
    public <T> Optional<Stored<T>> findByUnique(DocumentType<T> type, String key, String value) {
      return documents.findByUnique(type, key, value);
    }

    @Override
    public <T> Page<Stored<T>> findBy(
        DocumentType<T> type, String key, String value, PageRequest page) {
      return documents.findBy(type, key, value, page);
    }

    @Override
    public <T> Page<Stored<T>> list(DocumentType<T> type, PageRequest page) {
      return documents.list(type, page);
    }

    @Override
    public <T> List<Stored<T>> listSmall(DocumentType<T> type) {
      return documents.listSmall(type);
    }
  }
}
