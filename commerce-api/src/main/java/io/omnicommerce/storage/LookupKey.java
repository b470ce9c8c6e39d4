package io.omnicommerce.storage;

import io.omnicommerce.common.Text;
import java.util.Collection;
import java.util.Objects;
import java.util.function.Function;

/**
 * Something by which documents are found: an order's number, a customer's email. Values are
 * compared exactly; whoever derives them brings them into their canonical form first.
 *
 * @param name the key's name within its type
 * @param unique whether at most one document of a tenant may have a value; the storage refuses a
 *     second one
 * @param values the values of a document, at most 255 characters each; may be none
 */
public record LookupKey<T>(
    String name, boolean unique, Function<T, ? extends Collection<String>> values) {

  /** The longest value of a key, in characters. */
  public static final int VALUE_LENGTH_MAX = 255;

  public LookupKey {
    Text.id(name, "name");
    Objects.requireNonNull(values, "values");
  }

  /** A key whose values belong to one document each. */
  public static <T> LookupKey<T> unique(
      String name, Function<T, ? extends Collection<String>> values) {
    return new LookupKey<>(name, true, values);
  }

  /** A key whose values several documents may have. */
  public static <T> LookupKey<T> shared(
      String name, Function<T, ? extends Collection<String>> values) {
    return new LookupKey<>(name, false, values);
  }
}
