package io.omnicommerce.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The components of a record with their forms. */
final class Parts<T> {

  /** Stands for what was refused, until all parts are read. */
  private static final Object REFUSED = new Object();

  private final Class<T> type;
  private final Shape<T> shape;
  private final SerializableString[] names;
  private final Form<Object>[] forms;
  private final Map<String, Integer> places = new HashMap<>();
  private final @Nullable String tag;

  @SuppressWarnings({"unchecked", "rawtypes"}) // a component's form is for what the component is
  Parts(Class<T> type, @Nullable String tag) {
    this.type = type;
    this.tag = tag;
    RecordComponent[] components = type.getRecordComponents();
    shape = new Shape<>(type);
    names = new SerializableString[components.length];
    forms = new Form[components.length];
    for (int i = 0; i < components.length; i++) {
      names[i] = new SerializedString(components[i].getName());
      forms[i] = (Form<Object>) Forms.of(components[i].getGenericType());
      places.put(components[i].getName(), i);
    }
  }

  void write(T value, JsonGenerator out) throws IOException {
    for (int i = 0; i < names.length; i++) {
      Object part = shape.part(value, i);
      if (!forms[i].isLeftOut(part)) {
        out.writeFieldName(names[i]);
        forms[i].write(part, out);
      }
    }
  }

  T read(Source in) throws IOException {
    @Nullable Object[] values = new Object[names.length];
    int refused = in.refusals();
    for (; in.is(JsonToken.FIELD_NAME); in.next()) {
      read(in, values);
    }
    leaveOut(in, values);
    in.checkWhole(refused);
    return make(in, values);
  }

  private void read(Source in, @Nullable Object[] values) throws IOException {
    Integer place = places.get(in.name());
    if (place == null && !in.name().equals(tag)) {
      in.unknown(places.keySet());
    }
    in.next();
    if (place == null) {
      in.skip();
    } else if (!in.is(JsonToken.VALUE_NULL)) {
      Object value = in.part(forms[place]);
      values[place] = value == null ? REFUSED : value;
    }
  }

  private void leaveOut(Source in, @Nullable Object[] values) throws IOException {
    for (int i = 0; i < values.length; i++) {
      if (values[i] == null) {
        values[i] = forms[i].leftOut();
      }
      if (values[i] == null) {
        values[i] = in.usual(type, names[i].getValue());
      }
      if (values[i] == null) {
        in.missing(names[i].getValue());
      }
    }
  }

  private T make(Source in, @Nullable Object[] values) throws IOException {
    try {
      return shape.make(values);
    } catch (RuntimeException refused) {
      // The value says itself, in whatever way, what it cannot be made of.
      throw in.refused(refused, places.keySet());
    }
  }
}
