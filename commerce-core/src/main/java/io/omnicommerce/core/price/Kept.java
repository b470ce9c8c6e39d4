package io.omnicommerce.core.price;

import io.omnicommerce.common.Version;
import io.omnicommerce.core.storage.Results;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Lists or entries in two documents each: what counts now or will, which every pricing reads, and
 * what has counted, which only questions about the past read.
 *
 * @param <T> what is kept
 * @param <E> an edition of it
 * @param <D> the document that holds its editions
 */
record Kept<T, E extends Edition<T>, D>(
    DocumentType<D> present,
    DocumentType<D> past,
    Function<D, List<E>> editions,
    Function<List<E>, D> document,
    BiFunction<Instant, T, E> edition) {

  /** The editions of some, by id; of the past as well, if asked for. */
  Map<String, List<E>> find(Session session, Collection<String> ids, boolean withPast) {
    Map<String, List<E>> found = new HashMap<>();
    if (withPast) {
      add(found, session.documents().findAll(past, ids).values());
    }
    add(found, session.documents().findAll(present, ids).values());
    return found;
  }

  /** The editions of all, by id; for what there are few of. */
  Map<String, List<E>> all(Session session, boolean withPast) {
    Map<String, List<E>> found = new TreeMap<>();
    if (withPast) {
      add(found, session.documents().listSmall(past));
    }
    add(found, session.documents().listSmall(present));
    return found;
  }

  /** All that count now or will, as they are stored, by id; for what there are few of. */
  Map<String, Stored<D>> stored(Session session) {
    Map<String, Stored<D>> found = new TreeMap<>();
    for (Stored<D> stored : session.documents().listSmall(present)) {
      found.put(stored.id(), stored);
    }
    return found;
  }

  /** What is said by documents that were read. */
  Map<String, List<E>> editions(Map<String, Stored<D>> stored) {
    Map<String, List<E>> found = new TreeMap<>();
    add(found, stored.values());
    return found;
  }

  private void add(Map<String, List<E>> found, Collection<Stored<D>> more) {
    for (Stored<D> stored : more) {
      found
          .computeIfAbsent(stored.id(), any -> new ArrayList<>(1))
          .addAll(editions.apply(stored.value()));
    }
  }

  /**
   * Keeps values from an instant on, all or none; one that is what counts now anyhow is left.
   *
   * @param unchanged others, as they were read, that nobody may have changed since
   */
  void save(Session session, Map<String, T> values, Instant from, List<Stored<D>> unchanged) {
    Map<String, Stored<D>> known = session.documents().findAll(present, values.keySet());
    Map<String, List<E>> changed = new TreeMap<>();
    for (Map.Entry<String, T> value : values.entrySet()) {
      String id = value.getKey();
      change(changed, id, of(known.get(id)), edition(from, value.getValue()), session.now());
    }
    Map<String, Stored<D>> old =
        session.documents().findAll(past, withEnded(changed, session.now()));
    Decision.Builder decision = Decision.builder();
    for (Map.Entry<String, List<E>> all : changed.entrySet()) {
      String id = all.getKey();
      write(decision, id, all.getValue(), known.get(id), old.get(id), session.now());
    }
    if (!changed.isEmpty()) {
      for (Stored<D> stored : unchanged) {
        decision.save(new DocumentWrite<>(present, stored.id(), stored.version(), stored.value()));
      }
      Results.commit(session, decision.build());
    }
  }

  private E edition(Instant from, T value) {
    return edition.apply(from, value);
  }

  private void change(
      Map<String, List<E>> changed, String id, List<E> known, E wanted, Instant now) {
    List<E> with = EditionRules.with(known, wanted, now);
    if (!with.equals(known)) {
      changed.put(id, with);
    }
  }

  private List<String> withEnded(Map<String, List<E>> changed, Instant now) {
    List<String> ids = new ArrayList<>();
    for (Map.Entry<String, List<E>> all : changed.entrySet()) {
      if (!EditionRules.ended(all.getValue(), now).isEmpty()) {
        ids.add(all.getKey());
      }
    }
    return ids;
  }

  private void write(
      Decision.Builder decision,
      String id,
      List<E> all,
      @Nullable Stored<D> known,
      @Nullable Stored<D> old,
      Instant now) {
    List<E> ended = EditionRules.ended(all, now);
    List<E> rest = all.subList(ended.size(), all.size());
    decision.save(new DocumentWrite<>(present, id, version(known), document.apply(rest)));
    if (!ended.isEmpty()) {
      decision.save(
          new DocumentWrite<>(
              past, id, version(old), document.apply(EditionRules.past(of(old), ended))));
    }
  }

  private List<E> of(@Nullable Stored<D> stored) {
    return stored == null ? List.of() : editions.apply(stored.value());
  }

  private static Version version(@Nullable Stored<?> stored) {
    return stored == null ? Version.NONE : stored.version();
  }
}
