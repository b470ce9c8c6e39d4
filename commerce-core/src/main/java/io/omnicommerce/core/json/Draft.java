package io.omnicommerce.core.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A document as people wrote it: an object of lists of records, in the form that {@link Json}
 * writes. It is read to its end whatever is wrong with it, and everything that is wrong is told; a
 * value is only made of parts that are right. What is no JSON, or is beyond the limits of every
 * document, is one fault. Used by one thread.
 */
public final class Draft {

  /**
   * Something that is wrong, and where, as a JSON Pointer.
   *
   * @param id of the element of a list in which it stands, if that has one
   */
  public record Fault(String path, ErrorCode code, String problem, Optional<String> id) {}

  /** How a list is read, which may have so many elements. */
  private record Listed<T>(
      Form<T> form, String id, int max, ErrorCode beyond, ObjIntConsumer<T> each) {}

  private final int faultsMax;
  private final List<Fault> faults = new ArrayList<>();
  private final Map<String, Listed<?>> lists = new HashMap<>();
  private final Set<String> notes = new HashSet<>();
  private final Usual usual;

  /** The ids of elements that are not right, by list. */
  private final Map<String, Set<String>> refused = new HashMap<>();

  /** The ids of elements of which something is wrong, by path. */
  private final Map<String, String> ids = new HashMap<>();

  /**
   * @param faultsMax further ones are not told
   */
  public Draft(int faultsMax) {
    this(faultsMax, new Usual());
  }

  /**
   * @param usual what people may leave out
   */
  public Draft(int faultsMax, Usual usual) {
    this.faultsMax = faultsMax;
    this.usual = usual;
  }

  /**
   * A list that the document may have.
   *
   * @param id what the id of its elements is called
   * @param beyond the code of a list that is longer than {@code max}
   * @param each takes every element that is right, with its place
   */
  public <T> Draft list(
      String name, Class<T> type, String id, int max, ErrorCode beyond, ObjIntConsumer<T> each) {
    lists.put(name, new Listed<>(Forms.of(type), id, max, beyond, each));
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
      faults.add(new Fault(path, code, problem, Optional.empty()));
    }
  }

  /** Everything that is wrong, with the ids of what it stands in. */
  public List<Fault> faults() {
    return faults.stream().map(this::named).toList();
  }

  private Fault named(Fault fault) {
    return new Fault(
        fault.path(),
        fault.code(),
        fault.problem(),
        Optional.ofNullable(ids.get(element(fault.path()))));
  }

  /** {@code /lists/3/part} is about {@code /lists/3}. */
  private static String element(String path) {
    int list = path.indexOf('/', 1);
    int place = list < 0 ? -1 : path.indexOf('/', list + 1);
    return place < 0 ? path : path.substring(0, place);
  }

  /** The ids of a list's elements that are not right, as far as they have some. */
  public Set<String> refused(String list) {
    return refused.getOrDefault(list, Set.of());
  }

  /** The element at a place of a list, by its id. */
  public void name(String list, int place, String id) {
    ids.put('/' + list + '/' + place, id);
  }

  @Nullable Object usual(Class<?> type, String member) {
    return usual.of(type, member);
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
      read(name, list, in);
    }
    return this;
  }

  private <T> void read(String name, Listed<T> list, Source in) throws IOException {
    in.expect(JsonToken.START_ARRAY, "a list");
    int place = 0;
    for (in.next(); !in.is(JsonToken.END_ARRAY); in.next()) {
      if (place == list.max) {
        throw in.refused(
            list.beyond, "may have " + list.max + " elements; bring several documents");
      }
      T value = element(name, place, list, in);
      if (value != null) {
        list.each.accept(value, place);
      }
      place++;
    }
  }

  private <T> @Nullable T element(String name, int place, Listed<T> list, Source in)
      throws IOException {
    int object = in.is(JsonToken.START_OBJECT) ? in.offset() : -1;
    T value = in.part(list.form);
    String id = value == null && object >= 0 ? in.textIn(object, list.id) : null;
    if (id != null && !id.isBlank()) {
      name(name, place, Text.shown(id));
      refused.computeIfAbsent(name, any -> new HashSet<>()).add(id);
    }
    return value;
  }
}
