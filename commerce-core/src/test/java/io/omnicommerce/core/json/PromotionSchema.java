package io.omnicommerce.core.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.TimeWindow;
import io.omnicommerce.core.promotion.BookUsual;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.promotion.Coupon;
import io.omnicommerce.promotion.Lane;
import io.omnicommerce.promotion.Promotion;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/**
 * The JSON Schema of documents of promotions, derived from the records themselves: what their parts
 * are called, of which kind they are, and which may be missing.
 */
final class PromotionSchema {

  private static final Usual USUAL = BookUsual.all();

  private static final Map<Class<?>, Map<String, Object>> WORDS =
      Map.of(
          Money.class, text("^[A-Z]{3} -?[0-9]+(\\.[0-9]+)?$", "such as GBP 12.34"),
          UnitPrice.class, text("^[A-Z]{3} [0-9]+(\\.[0-9]+)?$", "such as GBP 0.0425"),
          Quantity.class, text("^[0-9]+(\\.[0-9]+)?$", "such as 3 or 0.250"),
          Instant.class, Map.of("type", "string", "format", "date-time"),
          LocalTime.class,
              text("^[0-2][0-9]:[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?$", "such as 18:00"),
          ZoneId.class, Map.of("type", "string", "description", "such as Europe/London"),
          String.class, Map.of("type", "string"),
          BigDecimal.class, Map.of("type", "number"),
          long.class, Map.of("type", "integer"),
          int.class, Map.of("type", "integer"));

  private final Map<String, Object> definitions = new TreeMap<>();
  private final Deque<Class<?>> open = new ArrayDeque<>();

  private PromotionSchema() {}

  /** The schema as it is published. */
  static String text() {
    StringBuilder text = new StringBuilder();
    write(text, new PromotionSchema().document(), "");
    return text.append('\n').toString();
  }

  private static Map<String, Object> text(String pattern, String description) {
    Map<String, Object> text = new LinkedHashMap<>();
    text.put("type", "string");
    text.put("pattern", pattern);
    text.put("description", description);
    return text;
  }

  private Map<String, Object> document() {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    document.put("title", "Promotions of Omnicommerce");
    document.put("type", "object");
    Map<String, Object> properties = new LinkedHashMap<>();
    properties.put("$schema", Map.of("type", "string"));
    properties.put("lanes", list(Lane.class));
    properties.put("promotions", list(Promotion.class));
    properties.put("coupons", list(Coupon.class));
    document.put("properties", properties);
    document.put("additionalProperties", false);
    while (!open.isEmpty()) {
      define(open.remove());
    }
    document.put("$defs", definitions);
    return document;
  }

  private Map<String, Object> list(Type of) {
    Map<String, Object> list = new LinkedHashMap<>();
    list.put("type", "array");
    list.put("items", of(of));
    return list;
  }

  private Object of(Type type) {
    if (type instanceof ParameterizedType generic) {
      return many((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
    }
    Class<?> raw = (Class<?>) type;
    if (raw == boolean.class || raw == Boolean.class) {
      return Map.of("type", "boolean");
    }
    if (WORDS.containsKey(raw)) {
      return WORDS.get(raw);
    }
    if (raw.isEnum()) {
      return Map.of("enum", names(raw.getEnumConstants()));
    }
    if (raw.isRecord() && isId(raw)) {
      return Map.of("type", "string", "minLength", 1);
    }
    if (definitions.putIfAbsent(name(raw), Map.of()) == null) {
      open.add(raw);
    }
    return Map.of("$ref", "#/$defs/" + name(raw));
  }

  private Object many(Class<?> raw, Type[] of) {
    if (raw == Map.class) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("type", "object");
      map.put("additionalProperties", of(of[1]));
      return map;
    }
    Map<String, Object> list = list(of[0]);
    if (raw == Set.class) {
      list.put("uniqueItems", true);
    }
    return list;
  }

  private void define(Class<?> type) {
    if (type.isSealed()) {
      List<Object> kinds = new ArrayList<>();
      for (Class<?> kind : type.getPermittedSubclasses()) {
        kinds.add(record(kind, Optional.of(kind.getSimpleName())));
      }
      definitions.put(name(type), Map.of("oneOf", kinds));
    } else {
      definitions.put(name(type), record(type, Optional.empty()));
    }
  }

  private Map<String, Object> record(Class<?> type, Optional<String> is) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<Object> required = new ArrayList<>();
    is.ifPresent(name -> properties.put("is", Map.of("const", name)));
    is.ifPresent(name -> required.add("is"));
    for (RecordComponent part : type.getRecordComponents()) {
      boolean optional = part.getType() == Optional.class || part.getType() == OptionalLong.class;
      Object usual = USUAL.of(type).get(part.getName());
      Object schema = optional ? optional(part) : of(part.getGenericType());
      properties.put(part.getName(), usual == null ? schema : with(schema, usual));
      if (!optional && usual == null) {
        required.add(part.getName());
      }
    }
    Map<String, Object> record = new LinkedHashMap<>();
    record.put("type", "object");
    record.put("properties", properties);
    record.put("required", required);
    record.put("additionalProperties", false);
    return record;
  }

  /** What it is if it is left out; beside a reference too, as the draft lets it stand. */
  private static Map<String, Object> with(Object schema, Object usual) {
    Map<String, Object> more = new LinkedHashMap<>();
    ((Map<?, ?>) schema).forEach((name, value) -> more.put((String) name, value));
    more.put("default", asJson(usual));
    return more;
  }

  private static Object asJson(Object usual) {
    if (usual instanceof Collection<?> || usual instanceof Map<?, ?>) {
      assertThat(usual).as("an empty one").matches(PromotionSchema::isEmpty);
      return usual instanceof Map<?, ?> ? Map.of() : List.of();
    }
    if (usual instanceof Record) {
      assertThat(usual).isEqualTo(TimeWindow.ALWAYS);
      return Map.of();
    }
    return usual instanceof Enum<?> name ? name.name() : usual;
  }

  private static boolean isEmpty(Object usual) {
    return usual.equals(Set.of()) || usual.equals(List.of()) || usual.equals(Map.of());
  }

  private Object optional(RecordComponent part) {
    return part.getType() == OptionalLong.class
        ? of(long.class)
        : of(((ParameterizedType) part.getGenericType()).getActualTypeArguments()[0]);
  }

  private static boolean isId(Class<?> type) {
    RecordComponent[] parts = type.getRecordComponents();
    return parts.length == 1
        && parts[0].getType() == String.class
        && parts[0].getName().equals("value");
  }

  private static List<Object> names(Object[] constants) {
    List<Object> names = new ArrayList<>();
    for (Object constant : constants) {
      names.add(((Enum<?>) constant).name());
    }
    return names;
  }

  private static String name(Class<?> type) {
    return type.getSimpleName();
  }

  // ---- as text

  private static void write(StringBuilder text, Object value, String indent) {
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> members = new LinkedHashMap<>();
      // Maps without an order are written in that of their names.
      new TreeMap<>(asTexts(map)).forEach(members::put);
      writeMembers(text, map instanceof LinkedHashMap<?, ?> ? map : members, indent);
    } else if (value instanceof List<?> list) {
      writeElements(text, list, indent);
    } else if (value instanceof String string) {
      text.append('"').append(string.replace("\\", "\\\\")).append('"');
    } else {
      text.append(value);
    }
  }

  private static Map<String, Object> asTexts(Map<?, ?> map) {
    Map<String, Object> texts = new LinkedHashMap<>();
    map.forEach((key, member) -> texts.put(key.toString(), member));
    return texts;
  }

  private static void writeMembers(StringBuilder text, Map<?, ?> members, String indent) {
    if (members.isEmpty()) {
      text.append("{}");
      return;
    }
    text.append('{');
    String before = "\n";
    for (Map.Entry<?, ?> member : members.entrySet()) {
      text.append(before).append(indent).append("  \"").append(member.getKey()).append("\": ");
      write(text, member.getValue(), indent + "  ");
      before = ",\n";
    }
    text.append('\n').append(indent).append('}');
  }

  private static void writeElements(StringBuilder text, List<?> elements, String indent) {
    text.append('[');
    String before = "";
    for (Object element : elements) {
      text.append(before);
      write(text, element, indent);
      before = ", ";
    }
    text.append(']');
  }
}
