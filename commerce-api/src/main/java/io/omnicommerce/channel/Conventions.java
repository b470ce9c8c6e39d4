package io.omnicommerce.channel;

import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.money.Rounding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What a market has chosen on the points on which careful systems differ; see {@link Convention}.
 * Everything it does not choose has its default.
 *
 * @param values one value a convention, in the order of {@link Convention#all}
 */
public record Conventions(List<Object> values) {

  /** All defaults. */
  public static final Conventions STANDARD =
      new Conventions(Convention.all().stream().<Object>map(Convention::standard).toList());

  public Conventions {
    values = List.copyOf(Objects.requireNonNull(values, "values"));
    if (values.size() != Convention.all().size()) {
      throw new IllegalArgumentException("values must be one a convention, not " + values);
    }
    for (Convention<?> convention : Convention.all()) {
      if (!convention.values().contains(values.get(convention.index()))) {
        throw new IllegalArgumentException(convention + " cannot be one of " + values);
      }
    }
  }

  /**
   * Conventions from data.
   *
   * @param chosen values by the names of their conventions: {@code tax_level: unit}
   * @throws InvalidInputException {@code market.unknown_convention}
   */
  public static Conventions of(Map<String, String> chosen) {
    Objects.requireNonNull(chosen, "chosen");
    Conventions conventions = STANDARD;
    for (Map.Entry<String, String> entry : chosen.entrySet()) {
      conventions = conventions.with(entry.getKey(), entry.getValue());
    }
    return conventions;
  }

  /** What was chosen for a convention, or its default. */
  @SuppressWarnings("unchecked") // checked when it was made
  public <V> V get(Convention<V> convention) {
    return (V) values.get(Objects.requireNonNull(convention, "convention").index());
  }

  /** These conventions with another choice. */
  public <V> Conventions with(Convention<V> convention, V value) {
    Objects.requireNonNull(convention, "convention");
    Objects.requireNonNull(value, "value");
    List<Object> with = new ArrayList<>(values);
    with.set(convention.index(), value);
    return new Conventions(with);
  }

  /**
   * These conventions with another choice, by its names in data.
   *
   * @throws InvalidInputException {@code market.unknown_convention}
   */
  public Conventions with(String name, String value) {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(value, "value");
    return with(
        Convention.find(name)
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        Convention.UNKNOWN,
                        "convention",
                        name,
                        "must be the name of a convention, such as tax_level")),
        value);
  }

  private <V> Conventions with(Convention<V> convention, String value) {
    return with(convention, convention.parse(value));
  }

  /** Convention {@code rounding}: how amounts become payable. */
  public Rounding rounding() {
    return get(Convention.ROUNDING);
  }

  /** Convention {@code merge}: what becomes of two carts. */
  public MergePolicy merge() {
    return get(Convention.MERGE);
  }

  /** Convention {@code over_quantity}: what happens when too much is asked for. */
  public OverQuantity overQuantity() {
    return get(Convention.OVER_QUANTITY);
  }

  /** These conventions with another rounding of amounts. */
  public Conventions withRounding(Rounding with) {
    return with(Convention.ROUNDING, Objects.requireNonNull(with, "with"));
  }

  /** These conventions with another way to merge carts. */
  public Conventions withMerge(MergePolicy with) {
    return with(Convention.MERGE, Objects.requireNonNull(with, "with"));
  }

  /** These conventions with another answer to who asks for too much. */
  public Conventions withOverQuantity(OverQuantity with) {
    return with(Convention.OVER_QUANTITY, Objects.requireNonNull(with, "with"));
  }

  /** What differs from the defaults, by name. */
  public Map<String, String> chosen() {
    Map<String, String> chosen = new TreeMap<>();
    Convention.all().forEach(convention -> choose(chosen, convention));
    return Collections.unmodifiableMap(chosen);
  }

  private <V> void choose(Map<String, String> chosen, Convention<V> convention) {
    V value = get(convention);
    if (!value.equals(convention.standard())) {
      chosen.put(convention.name(), convention.text(value));
    }
  }

  /**
   * What a trace says of them: the rounding and whatever differs from the defaults, as {@code
   * name=value}.
   */
  public List<String> named() {
    List<String> names = new ArrayList<>(1);
    Convention.all().forEach(convention -> name(names, convention));
    return names;
  }

  private <V> void name(List<String> names, Convention<V> convention) {
    V value = get(convention);
    if (convention.index() == 0 || !value.equals(convention.standard())) {
      names.add(convention.name() + '=' + convention.text(value));
    }
  }

  @Override
  public String toString() {
    return named().toString();
  }
}
