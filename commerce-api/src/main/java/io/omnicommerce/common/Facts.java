package io.omnicommerce.common;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a refusal is about, by name and in order: which SKU, which limit, how many are left. Values
 * are text, safe to show to whoever made the call; another tenant's data never stands here.
 */
public record Facts(Map<String, String> values) {

  private static final Facts NONE = new Facts(Map.of());

  public Facts {
    Objects.requireNonNull(values, "values");
    values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    values.forEach(
        (name, value) -> {
          Objects.requireNonNull(name, "name");
          Objects.requireNonNull(value, name);
        });
  }

  /** No facts. */
  public static Facts none() {
    return NONE;
  }

  /** One fact. */
  public static Facts of(String name, Object value) {
    return none().with(name, value);
  }

  /** Two facts, in this order. */
  public static Facts of(String name1, Object value1, String name2, Object value2) {
    return of(name1, value1).with(name2, value2);
  }

  /**
   * These facts and one more; a caller's text is escaped and shortened as {@link Text#shown} does.
   */
  public Facts with(String name, Object value) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(value, "value");
    Map<String, String> more = new LinkedHashMap<>(values);
    more.put(name, Text.shown(value.toString()));
    return new Facts(more);
  }

  /** The fact of a name, if it is known. */
  public Optional<String> get(String name) {
    Objects.requireNonNull(name, "name");
    return Optional.ofNullable(values.get(name));
  }

  @Override
  public String toString() {
    return values.toString();
  }
}
