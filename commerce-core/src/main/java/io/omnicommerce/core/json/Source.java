package io.omnicommerce.core.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Text;
import java.io.Closeable;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A text as it is read, token by token; a fault in it is told with its path. */
final class Source implements Closeable {

  private final String text;
  private final JsonParser tokens;
  private final @Nullable Draft draft;
  private char @Nullable [] chars;
  private int refusals;

  Source(String text) throws IOException {
    this(text, null);
  }

  /**
   * @param draft collects everything that is wrong; without one, the first fault ends the reading
   */
  Source(String text, @Nullable Draft draft) throws IOException {
    this.text = text;
    this.draft = draft;
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
    try {
      return tokens.getLongValue();
    } catch (InputCoercionException tooLarge) {
      throw refused("must be a whole number that can be held");
    }
  }

  int smallNumber() throws IOException {
    expect(JsonToken.VALUE_NUMBER_INT, "a whole number");
    try {
      return tokens.getIntValue();
    } catch (InputCoercionException tooLarge) {
      throw refused("must be a whole number that can be held");
    }
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

  /**
   * The text of a name of the object that has just begun, wherever in it that stands, if it does.
   */
  @Nullable String ahead(String name) throws IOException {
    return textIn(text.lastIndexOf('{', offset()), name);
  }

  /** Where the current token begins. */
  int offset() {
    return (int) tokens.currentTokenLocation().getCharOffset();
  }

  /** The text of a name of the object that begins at an offset, if it has it. */
  @Nullable String textIn(int start, String name) throws IOException {
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

  private static @Nullable String textOf(String name, JsonParser ahead) throws IOException {
    ahead.nextToken();
    while (ahead.nextToken() == JsonToken.FIELD_NAME) {
      boolean found = ahead.currentName().equals(name);
      if (ahead.nextToken() == JsonToken.VALUE_STRING && found) {
        return ahead.getText();
      }
      ahead.skipChildren();
    }
    return null;
  }

  /**
   * Reads a part. Where faults are collected, one that is refused has been told and is passed over:
   * there is no value, and the current token is its last.
   */
  <T> @Nullable T part(Part<T> part) throws IOException {
    if (draft == null) {
      return part.read(this);
    }
    int depth = depth();
    try {
      return part.read(this);
    } catch (PassedOver told) {
      leave(depth);
      return null;
    }
  }

  /** How deep the current token stands. */
  private int depth() {
    JsonToken token = tokens.currentToken();
    int depth = tokens.getParsingContext().getNestingDepth();
    return token != null && token.isStructStart() ? depth - 1 : depth;
  }

  private void leave(int depth) throws IOException {
    while (tokens.getParsingContext().getNestingDepth() > depth) {
      tokens.nextToken();
    }
  }

  /** Passes over a value. */
  void skip() throws IOException {
    tokens.skipChildren();
  }

  /** How many parts were refused so far. */
  int refusals() {
    return refusals;
  }

  /** Nothing is made of parts of which one was refused since. */
  void checkWhole(int before) {
    if (refusals > before) {
      throw new PassedOver();
    }
  }

  /** What goes on where faults are collected, and ends the reading elsewhere. */
  void complain(String reason) throws IOException {
    complain(refused(reason));
  }

  void unknown(Set<String> known) throws IOException {
    complain(refused("is not known here; known are " + new TreeSet<>(known)));
  }

  /** What people mean where they leave something out; what was stored is whole. */
  @Nullable Object usual(Class<?> type, String member) {
    return draft == null ? null : draft.usual(type, member);
  }

  void missing(String name) throws IOException {
    complain(refusedPart(name, "is missing"));
  }

  private void complain(RuntimeException refused) {
    if (draft == null) {
      throw refused;
    }
  }

  RuntimeException refused(String reason) throws IOException {
    return refused(Json.INVALID, reason);
  }

  RuntimeException refused(ErrorCode code, String reason) throws IOException {
    return refused(place(), code, reason);
  }

  RuntimeException refused(RuntimeException reason) throws IOException {
    return refused(reason, Set.of());
  }

  /**
   * @param names of parts: the one that is refused is the place, if the reason says which
   */
  RuntimeException refused(RuntimeException reason, Set<String> names) throws IOException {
    if (!(reason instanceof CommerceException known)) {
      String message = Objects.requireNonNullElse(reason.getMessage(), "it cannot be");
      return refused("cannot be read: " + Text.shown(message));
    }
    JsonPointer place =
        known
            .facts()
            .get("field")
            .filter(names::contains)
            .map(place()::appendProperty)
            .orElse(place());
    return refused(place, known.code(), String.valueOf(known.getMessage()));
  }

  /** A part of the object whose name, value or end is the current token. */
  RuntimeException refusedPart(String name, String reason) throws IOException {
    JsonToken token = tokens.currentToken();
    boolean around = token.isStructStart() || token.isStructEnd();
    JsonPointer object = around ? place() : place().head();
    return refused(object.appendProperty(name), Json.INVALID, reason);
  }

  private JsonPointer place() {
    return tokens.getParsingContext().pathAsPointer();
  }

  private RuntimeException refused(JsonPointer place, ErrorCode code, String reason)
      throws IOException {
    if (draft == null) {
      return invalid(place, reason, Objects.requireNonNullElse(tokens.getText(), ""));
    }
    refusals++;
    draft.fault(place.toString(), code, reason);
    return new PassedOver();
  }

  InvalidInputException broken(JsonProcessingException reason) {
    JsonLocation at = tokens.currentLocation();
    return invalid(
        place(),
        reason.getOriginalMessage(),
        "line " + at.getLineNr() + ", column " + at.getColumnNr());
  }

  private static InvalidInputException invalid(JsonPointer place, String reason, String given) {
    return new InvalidInputException(
        Json.INVALID,
        "json" + Text.shown(place.toString()),
        given,
        "must have the form that was written: " + Text.shown(reason));
  }

  @Override
  public void close() throws IOException {
    tokens.close();
  }
}
