package io.omnicommerce.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

final class BooleanForm implements Form<Boolean> {

  @Override
  public void write(Boolean value, JsonGenerator out) throws IOException {
    out.writeBoolean(value);
  }

  @Override
  public Boolean read(Source in) throws IOException {
    return in.yesOrNo();
  }
}
