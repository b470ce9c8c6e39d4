package io.omnicommerce.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.omnicommerce.storage.Codec;
import java.io.CharArrayWriter;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Whole texts of one form. */
final class FormCodec<T> implements Codec<T> {

  /** Most texts are shorter. */
  private static final int BUFFER = 1_024;

  private final Form<T> form;

  FormCodec(Form<T> form) {
    this.form = form;
  }

  @Override
  public String encode(T value) {
    CharArrayWriter text = new CharArrayWriter(BUFFER);
    try (JsonGenerator out = Json.TOKENS.createGenerator(text)) {
      form.write(value, out);
    } catch (IOException unwritable) {
      throw new IllegalStateException(
          "A " + value.getClass().getSimpleName() + " cannot be written", unwritable);
    }
    return text.toString();
  }

  @Override
  public T decode(String text) {
    try (Source in = new Source(text)) {
      return decode(in);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private T decode(Source in) throws IOException {
    try {
      in.next();
      T value = form.read(in);
      in.end();
      return value;
    } catch (JsonProcessingException broken) {
      throw in.broken(broken);
    }
  }
}
