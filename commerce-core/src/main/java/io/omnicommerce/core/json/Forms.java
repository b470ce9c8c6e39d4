package io.omnicommerce.core.json;

import io.omnicommerce.channel.Conventions;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Version;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.UnitPrice;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The form of every type that is written. A form is made when it is first asked for, those of a
 * record's components when the record is first written or read: most hosts start without most.
 */
final class Forms {

  private static final Map<Type, Form<?>> KNOWN = new ConcurrentHashMap<>();

  private Forms() {}

  @SuppressWarnings("unchecked")
  static <T> Form<T> of(Class<T> type) {
    return (Form<T>) of((Type) type);
  }

  /** Two threads may make the same form twice, which does no harm. */
  static Form<?> of(Type type) {
    Form<?> known = KNOWN.get(type);
    if (known == null) {
      known = make(type);
      KNOWN.put(type, known);
    }
    return known;
  }

  private static Form<?> make(Type type) {
    if (type instanceof ParameterizedType generic) {
      return container((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
    }
    Class<?> plain = (Class<?>) type;
    Form<?> word = word(plain);
    return word != null ? word : structure(plain);
  }

  private static Form<?> container(Class<?> type, Type[] of) {
    if (type == Optional.class) {
      return new OptionalForm<>(of(of[0]));
    }
    if (type == List.class) {
      return new ListForm<>(of(of[0]));
    }
    if (type == Set.class) {
      return new SetForm<>(of(of[0]));
    }
    if (type == SortedSet.class) {
      return new SortedSetForm<>(of(of[0]));
    }
    if (isMap(type) && of(of[0]) instanceof TextForm<?> names) {
      return new MapForm<>(names, of(of[1]));
    }
    throw unwritten(type);
  }

  private static boolean isMap(Class<?> type) {
    return type == Map.class || type == SortedMap.class;
  }

  private static Form<?> structure(Class<?> type) {
    if (IdForm.isId(type)) {
      return new IdForm<>(type);
    }
    if (SealedForm.isClosed(type)) {
      return new SealedForm<>(List.of(type));
    }
    if (type.isRecord()) {
      return new RecordForm<>(type);
    }
    throw unwritten(type);
  }

  private static IllegalStateException unwritten(Class<?> type) {
    return new IllegalStateException("Say in Forms how a " + type.getName() + " is written");
  }

  private static @Nullable Form<?> word(Class<?> type) {
    Form<?> number = number(type);
    return number != null ? number : text(type);
  }

  private static @Nullable Form<?> number(Class<?> type) {
    if (type == long.class || type == Long.class) {
      return new LongForm();
    }
    if (type == int.class || type == Integer.class) {
      return new IntForm();
    }
    if (type == boolean.class || type == Boolean.class) {
      return new BooleanForm();
    }
    if (type == BigDecimal.class) {
      return new DecimalForm();
    }
    if (type == OptionalLong.class) {
      return new OptionalLongForm();
    }
    return type == Version.class ? new VersionForm() : null;
  }

  private static @Nullable Form<?> text(Class<?> type) {
    if (type == String.class) {
      return new ParsedForm<>(text -> text);
    }
    if (type == Money.class) {
      return new ParsedForm<>(Money::parse);
    }
    if (type == UnitPrice.class) {
      return new ParsedForm<>(UnitPrice::parse);
    }
    if (type == Quantity.class) {
      return new ParsedForm<>(Quantity::parse);
    }
    if (type == Currency.class) {
      return new ParsedForm<>(Currency::getInstance);
    }
    return type == Conventions.class ? new ConventionsForm() : timeOrEnum(type);
  }

  private static @Nullable Form<?> timeOrEnum(Class<?> type) {
    if (type == Instant.class) {
      return new ParsedForm<>(Instant::parse);
    }
    if (type == Duration.class) {
      return new ParsedForm<>(Duration::parse);
    }
    if (type == LocalDate.class) {
      return new ParsedForm<>(LocalDate::parse);
    }
    if (type == LocalTime.class) {
      return new LocalTimeForm();
    }
    if (type == ZoneId.class) {
      return new ParsedForm<>(ZoneId::of);
    }
    return type.isEnum() ? new EnumForm<>(type) : null;
  }
}
