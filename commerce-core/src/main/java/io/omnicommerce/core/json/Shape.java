package io.omnicommerce.core.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/** How records of a class are made and taken apart: by their constructor and accessors. */
final class Shape<T> {

  private final Constructor<T> constructor;
  private final Method[] accessors;

  Shape(Class<T> type) {
    RecordComponent[] parts = type.getRecordComponents();
    accessors = new Method[parts.length];
    Class<?>[] types = new Class<?>[parts.length];
    for (int i = 0; i < parts.length; i++) {
      accessors[i] = parts[i].getAccessor();
      accessors[i].setAccessible(true);
      types[i] = parts[i].getType();
    }
    constructor = canonical(type, types);
  }

  private static <T> Constructor<T> canonical(Class<T> type, Class<?>[] types) {
    try {
      Constructor<T> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor;
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException("A record has its constructor: " + type, impossible);
    }
  }

  Object part(T record, int index) {
    try {
      return accessors[index].invoke(record);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("Components of records can be asked for", impossible);
    }
  }

  /** Throws what the constructor throws. */
  T make(@Nullable Object... parts) {
    try {
      return constructor.newInstance(parts);
    } catch (InvocationTargetException refused) {
      throw unchecked(refused.getCause());
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("Records can be made", impossible);
    }
  }

  private static RuntimeException unchecked(@Nullable Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    return thrown instanceof RuntimeException refused ? refused : new IllegalStateException(thrown);
  }
}
