package io.omnicommerce.core.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.omnicommerce.common.InvalidInputException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of a JSON document as it was written, before anybody says what it must be. Read with the
 * same limits as every document: what is too deep or too long, double or trailing is refused.
 */
public sealed interface JsonPart {

  /** An object, in the order of its names. */
  record Members(Map<String, JsonPart> byName) implements JsonPart {}

  /** An array. */
  record Elements(List<JsonPart> inOrder) implements JsonPart {}

  /** A text. */
  record Text(String value) implements JsonPart {}

  /** A number, as it was written. */
  record Digits(String value) implements JsonPart {}

  /** True or false. */
  record Flag(boolean value) implements JsonPart {}

  /** Null. */
  record Nothing() implements JsonPart {}

  /**
   * @throws InvalidInputException {@code json.invalid_payload}, naming the line and column
   */
  static JsonPart parse(String text) {
    return Reading.parse(text);
  }

  /** Reads a text part by part. */
  final class Reading {

    private Reading() {}

    private static JsonPart parse(String text) {
      try (JsonParser parser = Json.TOKENS.createParser(text)) {
        JsonPart part = part(parser, parser.nextToken());
        if (parser.nextToken() != null) {
          throw invalid("something follows the document");
        }
        return part;
      } catch (JsonProcessingException unreadable) {
        throw invalid(unreadable.getOriginalMessage() + place(unreadable.getLocation()));
      } catch (IOException impossible) {
        throw new IllegalStateException(impossible);
      }
    }

    /** What is beyond a limit has no place. */
    private static String place(@Nullable JsonLocation where) {
      return where == null
          ? ""
          : " (line " + where.getLineNr() + ", column " + where.getColumnNr() + ")";
    }

    private static JsonPart part(JsonParser parser, @Nullable JsonToken token) throws IOException {
      if (token == null) {
        throw invalid("the document ends too early");
      }
      return switch (token) {
        case START_OBJECT -> members(parser);
        case START_ARRAY -> elements(parser);
        case VALUE_STRING -> new Text(parser.getText());
        case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Digits(parser.getText());
        case VALUE_TRUE, VALUE_FALSE -> new Flag(token == JsonToken.VALUE_TRUE);
        case VALUE_NULL -> new Nothing();
        default -> throw invalid("a value is expected");
      };
    }

    private static Members members(JsonParser parser) throws IOException {
      Map<String, JsonPart> members = new LinkedHashMap<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        members.put(name, part(parser, parser.nextToken()));
      }
      return new Members(members);
    }

    private static Elements elements(JsonParser parser) throws IOException {
      List<JsonPart> elements = new ArrayList<>();
      JsonToken token = parser.nextToken();
      while (token != JsonToken.END_ARRAY) {
        elements.add(part(parser, token));
        token = parser.nextToken();
      }
      return new Elements(elements);
    }

    private static InvalidInputException invalid(String reason) {
      return new InvalidInputException(Json.INVALID, "json", reason, "must be one JSON document");
    }
  }
}
