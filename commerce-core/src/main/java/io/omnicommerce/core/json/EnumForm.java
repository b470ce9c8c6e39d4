package io.omnicommerce.core.json;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** One of a few, by its name in the code. */
final class EnumForm<T> extends TextForm<T> {

  private final Map<String, T> constants = new HashMap<>();

  EnumForm(Class<T> type) {
    for (T constant : type.getEnumConstants()) {
      constants.put(text(constant), constant);
    }
  }

  @Override
  String text(T value) {
    return ((Enum<?>) value).name();
  }

  @Override
  T parse(String text) {
    @Nullable T constant = constants.get(text);
    if (constant == null) {
      throw new IllegalArgumentException("must be one of " + new TreeSet<>(constants.keySet()));
    }
    return constant;
  }
}
