package io.omnicommerce.core.storage;

import io.omnicommerce.common.Version;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Saving of reference data, where the newest word counts. */
public final class Saves {

  private Saves() {}

  /**
   * Saves values, each replacing what stood under its id; of two with one id the later counts.
   * Answers how many were written.
   */
  public static <T> int replace(
      Session session, DocumentType<T> type, List<T> values, Function<T, String> id) {
    return replace(session, type, values, id, (before, after) -> {});
  }

  /**
   * As {@link #replace(Session, DocumentType, List, Function)}.
   *
   * @param check throws if what is known, given first, may not become the value
   */
  public static <T> int replace(
      Session session,
      DocumentType<T> type,
      List<T> values,
      Function<T, String> id,
      BiConsumer<T, T> check) {
    Map<String, T> byId = new LinkedHashMap<>();
    for (T value : values) {
      byId.put(id.apply(value), value);
    }
    Map<String, Stored<T>> known = session.documents().findAll(type, byId.keySet());
    Decision.Builder decision = Decision.builder();
    for (Map.Entry<String, T> value : byId.entrySet()) {
      Stored<T> before = known.get(value.getKey());
      if (before != null) {
        check.accept(before.value(), value.getValue());
      }
      decision.save(new DocumentWrite<>(type, value.getKey(), versionOf(before), value.getValue()));
    }
    Results.commit(session, decision.build());
    return byId.size();
  }

  private static Version versionOf(@org.jspecify.annotations.Nullable Stored<?> stored) {
    return stored == null ? Version.NONE : stored.version();
  }
}
