package io.omnicommerce.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A record is an object of its components, in their order. */
final class RecordForm<T> implements Form<T> {

  private final Class<T> type;
  private final @Nullable String tag;
  private volatile @Nullable Parts<T> parts;

  RecordForm(Class<T> type) {
    this(type, null);
  }

  /**
   * @param tag a name of the object that is no component and was read before
   */
  RecordForm(Class<T> type, @Nullable String tag) {
    this.type = type;
    this.tag = tag;
  }

  @Override
  public void write(T value, JsonGenerator out) throws IOException {
    out.writeStartObject();
    writeParts(value, out);
    out.writeEndObject();
  }

  void writeParts(T value, JsonGenerator out) throws IOException {
    parts().write(value, out);
  }

  @Override
  public T read(Source in) throws IOException {
    in.expect(JsonToken.START_OBJECT, "an object");
    in.next();
    return readParts(in);
  }

  /** Reads from the first name of the object, or from its end. */
  T readParts(Source in) throws IOException {
    return parts().read(in);
  }

  private Parts<T> parts() {
    Parts<T> known = parts;
    if (known == null) {
      known = new Parts<>(type, tag);
      parts = known;
    }
    return known;
  }
}
