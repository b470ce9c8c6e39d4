package io.omnicommerce.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;

/** Nothing is written of what is empty. */
final class OptionalForm<T> implements Form<Optional<T>> {

  private final Form<T> of;

  OptionalForm(Form<T> of) {
    this.of = of;
  }

  @Override
  public void write(Optional<T> value, JsonGenerator out) throws IOException {
    of.write(value.orElseThrow(), out);
  }

  @Override
  public Optional<T> read(Source in) throws IOException {
    return Optional.of(of.read(in));
  }

  @Override
  public boolean isLeftOut(Optional<T> value) {
    return value.isEmpty();
  }

  @Override
  public Optional<T> leftOut() {
    return Optional.empty();
  }
}
