package io.omnicommerce.core.json;

import java.lang.reflect.RecordComponent;

/**
 * An id is its text: a record of one component {@code value}. Not by toString, in which personal
 * data is hidden.
 */
final class IdForm<T> extends TextForm<T> {

  private final Shape<T> shape;

  IdForm(Class<T> type) {
    shape = new Shape<>(type);
  }

  static boolean isId(Class<?> type) {
    RecordComponent[] parts = type.isRecord() ? type.getRecordComponents() : new RecordComponent[0];
    return parts.length == 1
        && parts[0].getType() == String.class
        && parts[0].getName().equals("value");
  }

  @Override
  String text(T value) {
    return (String) shape.part(value, 0);
  }

  @Override
  T parse(String text) {
    return shape.make(text);
  }
}
