package io.omnicommerce.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;

final class DecimalForm implements Form<BigDecimal> {

  @Override
  public void write(BigDecimal value, JsonGenerator out) throws IOException {
    out.writeNumber(value);
  }

  @Override
  public BigDecimal read(Source in) throws IOException {
    return in.number();
  }
}
