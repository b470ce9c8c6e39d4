package io.omnicommerce.storage;

import io.omnicommerce.common.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * A kind of document: what it is called, how it is written, by what it can be found, and which rows
 * people may ask for with SQL.
 *
 * @param name the stable name, such as {@code order}
 * @param codec how it is written
 * @param keys by what it can be found, beside its id
 * @param projections rows derived from it
 * @param checks what is wrong in a document by itself, one sentence a fault; the audit asks them
 */
public record DocumentType<T>(
    String name,
    Codec<T> codec,
    List<LookupKey<T>> keys,
    List<Projection<T>> projections,
    List<Function<T, List<String>>> checks) {

  public DocumentType {
    Text.id(name, "name");
    Objects.requireNonNull(codec, "codec");
    keys = List.copyOf(Objects.requireNonNull(keys, "keys"));
    projections = List.copyOf(Objects.requireNonNull(projections, "projections"));
    checks = List.copyOf(Objects.requireNonNull(checks, "checks"));
    if (keys.stream().map(LookupKey::name).distinct().count() != keys.size()) {
      throw new IllegalArgumentException(
          "Two lookup keys of the document type " + name + " have the same name");
    }
  }

  /** A type whose documents are found by their id alone. */
  public static <T> DocumentType<T> of(String name, Codec<T> codec) {
    return new DocumentType<>(name, codec, List.of(), List.of(), List.of());
  }

  /** This type with one more lookup key. */
  public DocumentType<T> foundBy(LookupKey<T> key) {
    Objects.requireNonNull(key, "key");
    return new DocumentType<>(name, codec, plus(keys, key), projections, checks);
  }

  /** This type with one more projection. */
  public DocumentType<T> projectedTo(Projection<T> projection) {
    Objects.requireNonNull(projection, "projection");
    return new DocumentType<>(name, codec, keys, plus(projections, projection), checks);
  }

  /** This type, of which the audit asks one question more. */
  public DocumentType<T> checkedBy(Function<T, List<String>> check) {
    Objects.requireNonNull(check, "check");
    return new DocumentType<>(name, codec, keys, projections, plus(checks, check));
  }

  private static <E> List<E> plus(List<E> list, E one) {
    List<E> more = new ArrayList<>(list);
    more.add(one);
    return more;
  }
}
