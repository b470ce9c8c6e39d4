package io.omnicommerce.core.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Text;
import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A text as it is read, token by token; a fault in it is told with its path. */
final class Source implements Closeable {

  private final String text;
  private final JsonParser tokens;
  private char @Nullable [] chars;

  Source(String text) throws IOException {
    this.text = text;
    tokens = Json.TOKENS.createParser(text);
  }

  void next() throws IOException {
    tokens.nextToken();
  }

  /** Refuses whatever stands behind the value. */
  void end() throws IOException {
    if (tokens.nextToken() != null) {
      throw refused("nothing more is expected");
    }
  }

  boolean is(JsonToken token) {
    return tokens.currentToken() == token;
  }

  void expect(JsonToken token, String what) throws IOException {
    if (!is(token)) {
      throw refused(what + " is expected");
    }
  }

  String name() throws IOException {
    return tokens.currentName();
  }

  String text() throws IOException {
    expect(JsonToken.VALUE_STRING, "a text");
    return tokens.getText();
  }

  long wholeNumber() throws IOException {
    expect(JsonToken.VALUE_NUMBER_INT, "a whole number");
    return tokens.getLongValue();
  }

  int smallNumber() throws IOException {
    expect(JsonToken.VALUE_NUMBER_INT, "a whole number");
    return tokens.getIntValue();
  }

  BigDecimal number() throws IOException {
    if (!is(JsonToken.VALUE_NUMBER_INT)) {
      expect(JsonToken.VALUE_NUMBER_FLOAT, "a number");
    }
    return tokens.getDecimalValue();
  }

  boolean yesOrNo() throws IOException {
    if (!is(JsonToken.VALUE_TRUE)) {
      expect(JsonToken.VALUE_FALSE, "true or false");
    }
    return tokens.getBooleanValue();
  }

  /** The text of a name of the object that has just begun, wherever in it that stands. */
  String ahead(String name) throws IOException {
    int start = text.lastIndexOf('{', (int) tokens.currentTokenLocation().getCharOffset());
    try (JsonParser ahead = Json.TOKENS.createParser(chars(), start, text.length() - start)) {
      return textOf(name, ahead);
    }
  }

  /** Copied once, however many objects are looked into. */
  private char[] chars() {
    if (chars == null) {
      chars = text.toCharArray();
    }
    return chars;
  }

  private String textOf(String name, JsonParser ahead) throws IOException {
    ahead.nextToken();
    while (ahead.nextToken() == JsonToken.FIELD_NAME) {
      boolean found = ahead.currentName().equals(name);
      if (ahead.nextToken() == JsonToken.VALUE_STRING && found) {
        return ahead.getText();
      }
      ahead.skipChildren();
    }
    throw refused(name + " is missing");
  }

  InvalidInputException refused(RuntimeException reason) throws IOException {
    return refused(Objects.requireNonNullElse(reason.getMessage(), "cannot be"));
  }

  InvalidInputException refused(String reason) throws IOException {
    return refused(reason, Objects.requireNonNullElse(tokens.getText(), ""));
  }

  InvalidInputException broken(JsonProcessingException reason) {
    JsonLocation at = tokens.currentLocation();
    return refused(
        reason.getOriginalMessage(), "line " + at.getLineNr() + ", column " + at.getColumnNr());
  }

  private InvalidInputException refused(String reason, String given) {
    return new InvalidInputException(
        Json.INVALID,
        "json" + Text.shown(tokens.getParsingContext().pathAsPointer().toString()),
        given,
        "must have the form that was written: " + Text.shown(reason));
  }

  @Override
  public void close() throws IOException {
    tokens.close();
  }
}
