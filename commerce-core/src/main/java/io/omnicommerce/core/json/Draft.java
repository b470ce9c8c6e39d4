package io.omnicommerce.core.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.omnicommerce.common.ErrorCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ObjIntConsumer;

/**
 * A document as people wrote it: an object of lists of records, in the form that {@link Json}
 * writes. It is read to its end whatever is wrong with it, and everything that is wrong is told; a
 * value is only made of parts that are right. What is no JSON, or is beyond the limits of every
 * document, is one fault. Used by one thread.
 */
public final class Draft {

  /** Something that is wrong, and where, as a JSON Pointer. */
  public record Fault(String path, ErrorCode code, String problem) {}

  /** How a list is read, which may have so many elements. */
  private record Listed<T>(Form<T> form, int max, ErrorCode beyond, ObjIntConsumer<T> each) {}

  private final int faultsMax;
  private final List<Fault> faults = new ArrayList<>();
  private final Map<String, Listed<?>> lists = new HashMap<>();
  private final Set<String> notes = new HashSet<>();

  /**
   * @param faultsMax further ones are not told
   */
  public Draft(int faultsMax) {
    this.faultsMax = faultsMax;
  }

  /**
   * A list that the document may have.
   *
   * @param beyond the code of a list that is longer than {@code max}
   * @param each takes every element that is right, with its place
   */
  public <T> Draft list(
      String name, Class<T> type, int max, ErrorCode beyond, ObjIntConsumer<T> each) {
    lists.put(name, new Listed<>(Forms.of(type), max, beyond, each));
    return this;
  }

  /** A name that the document may have, whatever it says. */
  public Draft note(String name) {
    notes.add(name);
    return this;
  }

  /** Reads a text, once. */
  public Draft read(String text) {
    try (Source in = new Source(text, this)) {
      read(in);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return this;
  }

  public void fault(String path, ErrorCode code, String problem) {
    if (faults.size() < faultsMax) {
      faults.add(new Fault(path, code, problem));
    }
  }

  public List<Fault> faults() {
    return List.copyOf(faults);
  }

  private void read(Source in) throws IOException {
    try {
      in.next();
      in.part(this::document);
      in.part(this::end);
    } catch (JsonProcessingException broken) {
      faults.clear();
      JsonLocation at = broken.getLocation();
      fault("", Json.INVALID, broken.getOriginalMessage() + (at == null ? "" : place(at)));
    }
  }

  private static String place(JsonLocation at) {
    return " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
  }

  private Draft document(Source in) throws IOException {
    in.expect(JsonToken.START_OBJECT, "an object");
    for (in.next(); in.is(JsonToken.FIELD_NAME); in.next()) {
      in.part(this::member);
    }
    return this;
  }

  private Draft end(Source in) throws IOException {
    in.end();
    return this;
  }

  private Draft member(Source in) throws IOException {
    String name = in.name();
    Listed<?> list = lists.get(name);
    if (list == null && !notes.contains(name)) {
      in.unknown(new TreeSet<>(lists.keySet()));
    }
    in.next();
    if (list == null) {
      in.skip();
    } else {
      read(list, in);
    }
    return this;
  }

  private static <T> void read(Listed<T> list, Source in) throws IOException {
    in.expect(JsonToken.START_ARRAY, "a list");
    int place = 0;
    for (in.next(); !in.is(JsonToken.END_ARRAY); in.next()) {
      if (place == list.max) {
        throw in.refused(
            list.beyond, "may have " + list.max + " elements; bring several documents");
      }
      T value = in.part(list.form);
      if (value != null) {
        list.each.accept(value, place);
      }
      place++;
    }
  }
}
