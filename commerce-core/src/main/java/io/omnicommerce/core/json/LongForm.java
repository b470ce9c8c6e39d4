package io.omnicommerce.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

final class LongForm implements Form<Long> {

  @Override
  public void write(Long value, JsonGenerator out) throws IOException {
    out.writeNumber(value);
  }

  @Override
  public Long read(Source in) throws IOException {
    return in.wholeNumber();
  }
}
