package io.omnicommerce.core.laws;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.price.PriceListId;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.promotion.PromotionId;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gives everything that has a name another one, wherever it stands in a value. The order of names
 * stays, because names break ties.
 */
final class Renaming {

  private static final Map<Class<?>, Shape> SHAPES = new ConcurrentHashMap<>();

  private final String prefix;
  private final Set<String> names;

  private record Shape(RecordComponent[] parts, Constructor<?> constructor) {

    static Shape of(Class<?> type) {
      RecordComponent[] parts = type.getRecordComponents();
      Class<?>[] types =
          Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
      try {
        return new Shape(parts, type.getDeclaredConstructor(types));
      } catch (NoSuchMethodException impossible) {
        throw new AssertionError(impossible);
      }
    }
  }

  /**
   * @param names those that stand as plain text: sources of adjustments and of steps of the trace
   */
  Renaming(String prefix, Set<String> names) {
    this.prefix = prefix;
    this.names = names;
  }

  @SuppressWarnings("unchecked") // a value of the same type comes back
  <T> T of(T value) {
    return (T) renamed(value);
  }

  private Object renamed(Object value) {
    if (value instanceof Sku sku) {
      return Sku.of(prefix + sku.value());
    } else if (value instanceof PromotionId id) {
      return PromotionId.of(prefix + id.value());
    } else if (value instanceof PriceListId id) {
      return PriceListId.of(prefix + id.value());
    } else if (value instanceof ChannelId id) {
      return ChannelId.of(prefix + id.value());
    } else if (value instanceof LineId id) {
      return id.value().startsWith("L") ? LineId.of(prefix + id.value()) : id;
    } else if (value instanceof String text) {
      return names.contains(text) ? prefix + text : text;
    }
    return container(value);
  }

  private Object container(Object value) {
    if (value instanceof List<?> list) {
      return new ArrayList<>(all(list));
    } else if (value instanceof Set<?> set) {
      return new HashSet<>(all(set));
    } else if (value instanceof Map<?, ?> map) {
      Map<Object, Object> more = new HashMap<>();
      map.forEach((key, each) -> more.put(renamed(key), renamed(each)));
      return more;
    } else if (value instanceof Optional<?> maybe) {
      return maybe.map(this::renamed);
    }
    return value instanceof Record ? record(value) : value;
  }

  private List<Object> all(Collection<?> values) {
    List<Object> all = new ArrayList<>();
    values.forEach(each -> all.add(renamed(each)));
    return all;
  }

  private Object record(Object value) {
    Shape shape = SHAPES.computeIfAbsent(value.getClass(), Shape::of);
    try {
      Object[] parts = new Object[shape.parts.length];
      for (int i = 0; i < parts.length; i++) {
        parts[i] = renamed(shape.parts[i].getAccessor().invoke(value));
      }
      return shape.constructor.newInstance(parts);
    } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
      throw new AssertionError("cannot rename " + value, e);
    }
  }
}
