package io.omnicommerce.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

final class IntForm implements Form<Integer> {

  @Override
  public void write(Integer value, JsonGenerator out) throws IOException {
    out.writeNumber(value);
  }

  @Override
  public Integer read(Source in) throws IOException {
    return in.smallNumber();
  }
}
