package io.omnicommerce.core.json;

import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What members of records are where people leave them out. */
public final class Usual {

  private final Map<Class<?>, Map<String, Object>> known = new HashMap<>();

  /** These members of records of the same class may be left out, and are then as those of this. */
  @SuppressWarnings("unchecked") // a record's class is for records like it
  public <T extends Record> Usual like(T record, String... members) {
    Class<T> type = (Class<T>) record.getClass();
    Shape<T> shape = new Shape<>(type);
    RecordComponent[] parts = type.getRecordComponents();
    Map<String, Object> values = known.computeIfAbsent(type, any -> new HashMap<>());
    for (int i = 0; i < parts.length; i++) {
      if (List.of(members).contains(parts[i].getName())) {
        values.put(parts[i].getName(), shape.part(record, i));
      }
    }
    return this;
  }

  /** What may be left out of a record, by its name. */
  public Map<String, Object> of(Class<?> type) {
    return known.getOrDefault(type, Map.of());
  }

  @Nullable Object of(Class<?> type, String member) {
    return of(type).get(member);
  }
}
