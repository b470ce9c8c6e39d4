package io.omnicommerce.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** A value that is one text, and may be a name in a map. */
abstract class TextForm<T> implements Form<T> {

  abstract String text(T value);

  abstract T parse(String text);

  @Override
  public final void write(T value, JsonGenerator out) throws IOException {
    out.writeString(text(value));
  }

  @Override
  public final T read(Source in) throws IOException {
    return parse(in, in.text());
  }

  /** The value of a name in a map. */
  final T name(Source in) throws IOException {
    return parse(in, in.name());
  }

  private T parse(Source in, String text) throws IOException {
    try {
      return parse(text);
    } catch (RuntimeException refused) {
      // The value says itself, in whatever way, that this text is not one.
      throw in.refused(refused);
    }
  }
}
