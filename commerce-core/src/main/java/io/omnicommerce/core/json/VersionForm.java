package io.omnicommerce.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Version;
import java.io.IOException;

/** A version is its number. */
final class VersionForm implements Form<Version> {

  @Override
  public void write(Version value, JsonGenerator out) throws IOException {
    out.writeNumber(value.value());
  }

  @Override
  public Version read(Source in) throws IOException {
    long number = in.wholeNumber();
    try {
      return Version.of(number);
    } catch (InvalidInputException negative) {
      throw in.refused(negative);
    }
  }
}
