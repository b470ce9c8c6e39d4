package io.omnicommerce.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.common.InvalidInputException;
import java.io.IOException;
import java.util.Map;

/** Conventions are those that differ from the defaults, by name. */
final class ConventionsForm implements Form<Conventions> {

  private static final ParsedForm<String> TEXT = new ParsedForm<>(text -> text);
  private static final MapForm<String, String> CHOSEN = new MapForm<>(TEXT, TEXT);

  @Override
  public void write(Conventions value, JsonGenerator out) throws IOException {
    CHOSEN.write(value.chosen(), out);
  }

  @Override
  public Conventions read(Source in) throws IOException {
    Map<String, String> chosen = CHOSEN.read(in);
    try {
      return Conventions.of(chosen);
    } catch (InvalidInputException unknown) {
      throw in.refused(unknown);
    }
  }
}
