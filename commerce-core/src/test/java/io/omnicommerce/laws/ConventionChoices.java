package io.omnicommerce.laws;

import io.omnicommerce.channel.Convention;
import io.omnicommerce.channel.Conventions;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** What markets might choose. */
public final class ConventionChoices {

  private ConventionChoices() {}

  /**
   * Every convention there is, of which up to three differ from the standard; but that what has no
   * tax rate cannot be bought, as nothing could be proved of it.
   */
  public static Arbitrary<Conventions> any() {
    return of(
        Convention.all().stream()
            .filter(convention -> !convention.equals(Convention.MISSING_TAX_RATE))
            .toList());
  }

  /** As {@link #any}, of these conventions only. */
  public static Arbitrary<Conventions> of(Convention<?>... conventions) {
    return of(Arrays.asList(conventions));
  }

  private static Arbitrary<Conventions> of(List<Convention<?>> conventions) {
    List<Choice<?>> choices =
        conventions.stream().<Choice<?>>flatMap(one -> Choice.of(one).stream()).toList();
    return Arbitraries.of(choices).list().ofMaxSize(3).map(ConventionChoices::chosen);
  }

  private static Conventions chosen(List<Choice<?>> choices) {
    Conventions conventions = Conventions.STANDARD;
    for (Choice<?> choice : choices) {
      conventions = choice.in(conventions);
    }
    return conventions;
  }

  private record Choice<V>(Convention<V> convention, V value) {

    static <V> List<Choice<V>> of(Convention<V> convention) {
      return convention.values().stream().map(value -> new Choice<>(convention, value)).toList();
    }

    Conventions in(Conventions before) {
      return before.with(convention, value);
    }
  }
}
