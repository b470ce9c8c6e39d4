package io.omnicommerce.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.OptionalLong;

/** Nothing is written of what is empty. */
final class OptionalLongForm implements Form<OptionalLong> {

  @Override
  public void write(OptionalLong value, JsonGenerator out) throws IOException {
    out.writeNumber(value.orElseThrow());
  }

  @Override
  public OptionalLong read(Source in) throws IOException {
    return OptionalLong.of(in.wholeNumber());
  }

  @Override
  public boolean isLeftOut(OptionalLong value) {
    return value.isEmpty();
  }

  @Override
  public OptionalLong leftOut() {
    return OptionalLong.empty();
  }
}
