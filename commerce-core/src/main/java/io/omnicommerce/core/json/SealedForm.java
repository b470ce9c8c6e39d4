package io.omnicommerce.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * One of a closed set of records: which one is said by the simple name of its class. No other class
 * can be named by the data.
 */
final class SealedForm<T> implements Form<T> {

  private static final String IS = "is";

  private final List<Class<? extends T>> roots;
  private final Map<Class<?>, RecordForm<T>> written = new ConcurrentHashMap<>();
  private volatile @Nullable Map<String, RecordForm<T>> named;

  /**
   * @param roots sealed interfaces of records, or records that belong to one
   */
  SealedForm(List<Class<? extends T>> roots) {
    this.roots = roots;
  }

  static boolean isClosed(Class<?> type) {
    if (type.isInterface()) {
      return type.isSealed();
    }
    for (Class<?> parent : type.getInterfaces()) {
      if (parent.isSealed()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public void write(T value, JsonGenerator out) throws IOException {
    RecordForm<T> member = member(value);
    out.writeStartObject();
    out.writeStringField(IS, value.getClass().getSimpleName());
    member.writeParts(value, out);
    out.writeEndObject();
  }

  /** Of what is written only: to know them all, every class of the set would be loaded. */
  private RecordForm<T> member(T value) {
    RecordForm<T> known = written.get(value.getClass());
    if (known == null) {
      known = form(checked(value.getClass()));
      written.put(value.getClass(), known);
    }
    return known;
  }

  private Class<?> checked(Class<?> type) {
    for (Class<?> root : roots) {
      if (root.isAssignableFrom(type)) {
        return type;
      }
    }
    throw new IllegalStateException(type.getName() + " belongs to no family that is written");
  }

  @SuppressWarnings("unchecked") // checked, or one of the family
  private RecordForm<T> form(Class<?> type) {
    return new RecordForm<>((Class<T>) type, IS);
  }

  @Override
  public T read(Source in) throws IOException {
    in.expect(JsonToken.START_OBJECT, "an object");
    in.next();
    return member(in).readParts(in);
  }

  private RecordForm<T> member(Source in) throws IOException {
    if (!in.is(JsonToken.FIELD_NAME) || !in.name().equals(IS)) {
      return member(in, in.ahead(IS));
    }
    in.next();
    RecordForm<T> member = member(in, in.text());
    in.next();
    return member;
  }

  private RecordForm<T> member(Source in, @Nullable String name) throws IOException {
    RecordForm<T> member = name == null ? null : named().get(name);
    if (member == null) {
      throw in.refusedPart(IS, "must be one of " + new TreeSet<>(named().keySet()));
    }
    return member;
  }

  private Map<String, RecordForm<T>> named() {
    Map<String, RecordForm<T>> known = named;
    if (known == null) {
      known = new HashMap<>();
      for (Class<?> root : roots) {
        name(known, root);
      }
      named = known;
    }
    return known;
  }

  private void name(Map<String, RecordForm<T>> known, Class<?> root) {
    Class<?>[] members = root.isSealed() ? root.getPermittedSubclasses() : new Class<?>[] {root};
    for (Class<?> member : members) {
      known.put(member.getSimpleName(), form(member));
    }
  }
}
