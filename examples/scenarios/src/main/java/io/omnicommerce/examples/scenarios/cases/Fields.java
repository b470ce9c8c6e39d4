package io.omnicommerce.examples.scenarios.cases;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * An object of a case, read strictly: what has another form than it must have is unsupported, and
 * so is what nobody has read when {@link #allRead} is called. Nothing of a case is passed over in
 * silence.
 */
public final class Fields {

  private static final int DIGITS_MAX = 100;

  private final String path;
  private final JsonNode node;
  private final Set<String> read = new HashSet<>();

  private Fields(String path, JsonNode node) {
    this.path = path;
    this.node = node;
  }

  public static Fields of(String path, JsonNode node) {
    if (!node.isObject()) {
      throw wrong(path, "must be an object");
    }
    return new Fields(path, node);
  }

  public boolean has(String name) {
    return find(name).isPresent();
  }

  public String text(String name) {
    return require(name, findText(name));
  }

  public Optional<String> findText(String name) {
    return find(name).map(value -> text(at(name), value));
  }

  public String textOr(String name, String otherwise) {
    return findText(name).orElse(otherwise);
  }

  public BigDecimal decimal(String name) {
    return require(name, findDecimal(name));
  }

  public Optional<BigDecimal> findDecimal(String name) {
    return find(name).map(value -> decimal(at(name), value));
  }

  public int whole(String name) {
    return require(name, findWhole(name));
  }

  public Optional<Integer> findWhole(String name) {
    return findDecimal(name).map(value -> whole(at(name), value));
  }

  public boolean flagOr(String name, boolean otherwise) {
    return find(name).map(value -> flag(at(name), value)).orElse(otherwise);
  }

  public Instant instant(String name) {
    return require(name, findInstant(name));
  }

  public Optional<Instant> findInstant(String name) {
    return findText(name).map(text -> instant(at(name), text));
  }

  public Fields object(String name) {
    return require(name, findObject(name));
  }

  public Optional<Fields> findObject(String name) {
    return find(name).map(value -> of(at(name), value));
  }

  /** Empty if it is not there. */
  public List<Fields> objects(String name) {
    return elements(name, Fields::of);
  }

  /** Empty if it is not there. */
  public List<String> texts(String name) {
    return elements(name, Fields::text);
  }

  /** Empty if it is not there. */
  public List<BigDecimal> decimals(String name) {
    return elements(name, Fields::decimal);
  }

  /** One text, or a list of them. */
  public List<String> oneOrMore(String name) {
    return find(name).map(JsonNode::isArray).orElse(false)
        ? texts(name)
        : findText(name).map(List::of).orElse(List.of());
  }

  public Optional<JsonNode> find(String name) {
    read.add(name);
    return Optional.ofNullable(node.get(name)).filter(value -> !value.isNull());
  }

  /** Whether it is there, be it as null. */
  public boolean names(String name) {
    read.add(name);
    return node.has(name);
  }

  /** The names of all that it holds, in the file's order. */
  public List<String> names() {
    return node.properties().stream().map(Map.Entry::getKey).toList();
  }

  /** Its objects by name, in the file's order. */
  public Map<String, Fields> objects() {
    Map<String, Fields> objects = new LinkedHashMap<>();
    names().forEach(name -> objects.put(name, object(name)));
    return objects;
  }

  /** Its decimals by name, in the file's order. */
  public Map<String, BigDecimal> decimals() {
    Map<String, BigDecimal> decimals = new LinkedHashMap<>();
    names().forEach(name -> decimals.put(name, decimal(name)));
    return decimals;
  }

  /** Its texts by name, in the file's order. */
  public Map<String, String> texts() {
    Map<String, String> texts = new LinkedHashMap<>();
    names().forEach(name -> texts.put(name, text(name)));
    return texts;
  }

  /** Says of a name that is there for people only that it was seen. */
  public Fields ignore(List<String> names) {
    read.addAll(names);
    return this;
  }

  /**
   * @throws UnsupportedException naming everything that was not asked for
   */
  public void allRead() {
    List<String> unread = names().stream().filter(name -> !read.contains(name)).toList();
    if (!unread.isEmpty()) {
      throw new UnsupportedException(
          unread.stream().map(this::at).collect(Collectors.joining(", ")) + " is not known");
    }
  }

  public String path() {
    return path;
  }

  private <T> List<T> elements(String name, BiFunction<String, JsonNode, T> of) {
    Optional<JsonNode> list = find(name);
    if (list.isEmpty()) {
      return List.of();
    }
    if (!list.get().isArray()) {
      throw wrong(at(name), "must be a list");
    }
    return StreamSupport.stream(list.get().spliterator(), false)
        .map(element -> of.apply(at(name), element))
        .toList();
  }

  private <T> T require(String name, Optional<T> value) {
    return value.orElseThrow(() -> wrong(at(name), "is missing"));
  }

  private String at(String name) {
    return path.isEmpty() ? name : path + '.' + name;
  }

  private static String text(String path, JsonNode value) {
    if (!value.isTextual()) {
      throw wrong(path, "must be a text");
    }
    return value.textValue();
  }

  private static BigDecimal decimal(String path, JsonNode value) {
    try {
      return bounded(
          path, value.isTextual() ? new BigDecimal(value.textValue()) : number(path, value));
    } catch (NumberFormatException notOne) {
      throw wrong(path, "must be a number");
    }
  }

  private static BigDecimal number(String path, JsonNode value) {
    if (!value.isNumber()) {
      throw wrong(path, "must be a number");
    }
    return value.decimalValue();
  }

  /** Nothing that could be written out to a billion digits goes further than this. */
  private static BigDecimal bounded(String path, BigDecimal value) {
    if (value.precision() > DIGITS_MAX || Math.abs((long) value.scale()) > DIGITS_MAX) {
      throw wrong(path, "has more than " + DIGITS_MAX + " digits");
    }
    return value;
  }

  private static int whole(String path, BigDecimal value) {
    try {
      return value.intValueExact();
    } catch (ArithmeticException notOne) {
      throw wrong(path, "must be a whole number");
    }
  }

  private static boolean flag(String path, JsonNode value) {
    if (!value.isBoolean()) {
      throw wrong(path, "must be true or false");
    }
    return value.booleanValue();
  }

  private static Instant instant(String path, String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException notOne) {
      throw wrong(path, "must be a time such as 2024-06-15T12:00:00Z");
    }
  }

  private static UnsupportedException wrong(String path, String what) {
    return new UnsupportedException(path + ' ' + what);
  }
}
