package io.omnicommerce.core.json;

import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.UnitPrice;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads records from the form that {@link Json} writes, for who wants to know everything that is
 * wrong and where: what people wrote, and not what the library wrote. A value is only made of parts
 * that are right. Used by one thread.
 */
public final class RecordReader {

  /** Something that is wrong, and where, as a JSON Pointer. */
  public record Fault(String path, ErrorCode code, String problem) {}

  private static final Map<Class<?>, Function<String, Object>> TEXTS =
      Map.of(
          String.class, text -> text,
          Money.class, Money::parse,
          UnitPrice.class, UnitPrice::parse,
          Quantity.class, Quantity::parse,
          Instant.class, Instant::parse,
          LocalTime.class, LocalTime::parse,
          ZoneId.class, ZoneId::of);

  private static final Map<Class<?>, Function<String, Object>> NUMBERS =
      Map.of(
          BigDecimal.class, BigDecimal::new,
          long.class, Long::valueOf,
          int.class, Integer::valueOf);

  private final int faultsMax;
  private final List<Fault> faults = new ArrayList<>();

  /**
   * @param faultsMax further ones are not told
   */
  public RecordReader(int faultsMax) {
    this.faultsMax = faultsMax;
  }

  /** The value of a part, if nothing about it is wrong. */
  public <T> Optional<T> read(Class<T> type, JsonPart part, String path) {
    return value(type, part, path).map(type::cast);
  }

  public void fault(String path, ErrorCode code, String problem) {
    if (faults.size() < faultsMax) {
      faults.add(new Fault(path, code, problem));
    }
  }

  public List<Fault> faults() {
    return List.copyOf(faults);
  }

  /** The path of a member. */
  public static String at(String path, String name) {
    return path + '/' + name.replace("~", "~0").replace("/", "~1");
  }

  private Optional<Object> value(Type type, JsonPart part, String path) {
    if (type instanceof ParameterizedType generic) {
      return many((Class<?>) generic.getRawType(), generic.getActualTypeArguments(), part, path);
    }
    Class<?> raw = (Class<?>) type;
    if (raw.isSealed()) {
      return oneOf(raw, part, path);
    }
    if (raw == boolean.class || raw == Boolean.class) {
      return part instanceof JsonPart.Flag flag
          ? Optional.of(flag.value())
          : wrong(path, "must be true or false");
    }
    Function<String, Object> number = NUMBERS.get(raw);
    if (number != null) {
      return number(number, raw == BigDecimal.class ? "a number" : "a whole number", part, path);
    }
    return text(raw)
        .map(reader -> text(reader, part, path))
        .orElseGet(() -> record(raw, part, path, Set.of()));
  }

  // ---- simple values

  private Optional<Object> number(
      Function<String, Object> reader, String kind, JsonPart part, String path) {
    if (!(part instanceof JsonPart.Digits digits)) {
      return wrong(path, "must be " + kind);
    }
    try {
      return Optional.of(reader.apply(digits.value()));
    } catch (NumberFormatException noWholeOne) {
      return wrong(path, "must be " + kind + " that can be held");
    }
  }

  private Optional<Object> text(Function<String, Object> reader, JsonPart part, String path) {
    if (!(part instanceof JsonPart.Text text)) {
      return wrong(path, "must be a text");
    }
    try {
      return Optional.of(reader.apply(text.value()));
    } catch (CommerceException refused) {
      fault(path, refused.code(), message(refused));
    } catch (DateTimeException | IllegalArgumentException malformed) {
      fault(path, Json.INVALID, "cannot be read: " + malformed.getMessage());
    }
    return Optional.empty();
  }

  private static Optional<Function<String, Object>> text(Class<?> raw) {
    if (raw.isEnum()) {
      return Optional.of(name -> constant(raw, name));
    }
    return isId(raw)
        ? Optional.of(text -> made(constructor(raw), text))
        : Optional.ofNullable(TEXTS.get(raw));
  }

  private static Object constant(Class<?> type, String name) {
    for (Object constant : type.getEnumConstants()) {
      if (((Enum<?>) constant).name().equals(name)) {
        return constant;
      }
    }
    throw new IllegalArgumentException(
        "it must be one of " + Arrays.toString(type.getEnumConstants()));
  }

  private static boolean isId(Class<?> type) {
    RecordComponent @Nullable [] parts = type.getRecordComponents();
    return parts != null
        && parts.length == 1
        && parts[0].getType() == String.class
        && parts[0].getName().equals("value");
  }

  // ---- many values

  private Optional<Object> many(Class<?> raw, Type[] of, JsonPart part, String path) {
    if (raw == Map.class) {
      return map(of[1], part, path);
    }
    if (!(part instanceof JsonPart.Elements elements)) {
      return wrong(path, "must be a list");
    }
    Collection<Object> values = raw == Set.class ? new LinkedHashSet<>() : new ArrayList<>();
    for (int i = 0; i < elements.inOrder().size(); i++) {
      String at = path + '/' + i;
      value(of[0], elements.inOrder().get(i), at)
          .filter(value -> !values.add(value))
          .ifPresent(twice -> wrong(at, "stands there twice"));
    }
    return values.size() < elements.inOrder().size() ? Optional.empty() : Optional.of(values);
  }

  private Optional<Object> map(Type of, JsonPart part, String path) {
    if (!(part instanceof JsonPart.Members members)) {
      return wrong(path, "must be an object");
    }
    Map<String, Object> values = new LinkedHashMap<>();
    members
        .byName()
        .forEach(
            (name, member) ->
                value(of, member, at(path, name)).ifPresent(value -> values.put(name, value)));
    return values.size() < members.byName().size() ? Optional.empty() : Optional.of(values);
  }

  // ---- records

  /** One of a closed set, which {@code is} names. */
  private Optional<Object> oneOf(Class<?> root, JsonPart part, String path) {
    if (!(part instanceof JsonPart.Members members)) {
      return wrong(path, "must be an object");
    }
    Map<String, Class<?>> kinds = new LinkedHashMap<>();
    for (Class<?> kind : root.getPermittedSubclasses()) {
      kinds.put(kind.getSimpleName(), kind);
    }
    JsonPart is = members.byName().get("is");
    if (is instanceof JsonPart.Text name && kinds.containsKey(name.value())) {
      return record(kinds.get(name.value()), part, path, Set.of("is"));
    }
    return wrong(at(path, "is"), "must be one of " + new TreeSet<>(kinds.keySet()));
  }

  private Optional<Object> record(Class<?> type, JsonPart part, String path, Set<String> beside) {
    if (!(part instanceof JsonPart.Members members)) {
      return wrong(path, "must be an object");
    }
    RecordComponent[] components = type.getRecordComponents();
    checkNames(components, members, path, beside);
    List<Object> values = new ArrayList<>();
    for (RecordComponent component : components) {
      component(component, members, at(path, component.getName())).ifPresent(values::add);
    }
    return values.size() < components.length
        ? Optional.empty()
        : made(type, values.toArray(), path);
  }

  private void checkNames(
      RecordComponent[] components, JsonPart.Members members, String path, Set<String> beside) {
    Set<String> known = new TreeSet<>(beside);
    for (RecordComponent component : components) {
      known.add(component.getName());
    }
    for (String name : members.byName().keySet()) {
      if (!known.contains(name)) {
        wrong(at(path, name), "is not known here; known are " + known);
      }
    }
  }

  private Optional<Object> component(
      RecordComponent component, JsonPart.Members members, String path) {
    JsonPart part = members.byName().getOrDefault(component.getName(), new JsonPart.Nothing());
    boolean there = !(part instanceof JsonPart.Nothing);
    if (component.getType() == OptionalLong.class) {
      return there
          ? value(long.class, part, path).map(some -> OptionalLong.of((Long) some))
          : Optional.of(OptionalLong.empty());
    }
    if (component.getType() == Optional.class) {
      Type of = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
      return there ? value(of, part, path).map(Optional::of) : Optional.of(Optional.empty());
    }
    return there ? value(component.getGenericType(), part, path) : wrong(path, "is missing");
  }

  private Optional<Object> made(Class<?> type, Object[] parts, String path) {
    try {
      return Optional.of(made(constructor(type), parts));
    } catch (CommerceException refused) {
      fault(path(type, refused, path), refused.code(), message(refused));
      return Optional.empty();
    }
  }

  /** The part that a record refuses, if it names one. */
  private static String path(Class<?> type, CommerceException refused, String path) {
    return refused
        .facts()
        .get("field")
        .filter(
            field ->
                Arrays.stream(type.getRecordComponents())
                    .anyMatch(component -> component.getName().equals(field)))
        .map(field -> at(path, field))
        .orElse(path);
  }

  private static Constructor<?> constructor(Class<?> type) {
    Class<?>[] parts =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      return type.getConstructor(parts);
    } catch (NoSuchMethodException notPublic) {
      throw new IllegalStateException(type + " must have a public constructor", notPublic);
    }
  }

  private static Object made(Constructor<?> constructor, Object... parts) {
    try {
      return constructor.newInstance(parts);
    } catch (InvocationTargetException refused) {
      if (refused.getCause() instanceof CommerceException known) {
        throw known;
      }
      throw new IllegalStateException(refused.getCause());
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String message(CommerceException refused) {
    return String.valueOf(refused.getMessage());
  }

  private Optional<Object> wrong(String path, String problem) {
    fault(path, Json.INVALID, problem);
    return Optional.empty();
  }
}
