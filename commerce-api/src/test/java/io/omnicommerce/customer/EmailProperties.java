package io.omnicommerce.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Text;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class EmailProperties {

  @Property
  void an_address_in_its_one_form_stays_as_it_is(@ForAll("addresses") String text) {
    accepted(text)
        .ifPresent(
            email -> {
              assertThat(Email.of(email.value())).isEqualTo(email);
              assertThat(email.value()).matches("[^@\\s]+@[^@\\s]+");
            });
  }

  @Property
  void an_address_fits_the_key_by_which_it_is_found(@ForAll("addresses") String text) {
    accepted(text)
        .ifPresent(
            email -> assertThat(email.value().length()).isLessThanOrEqualTo(Text.NAME_LENGTH_MAX));
  }

  @Property
  void case_and_blanks_around_make_no_difference(@ForAll("plain") String text) {
    assertThat(Email.of("  " + text.toUpperCase(Locale.ROOT) + " ")).isEqualTo(Email.of(text));
  }

  @Provide
  Arbitrary<String> plain() {
    Arbitrary<String> part =
        Arbitraries.strings().withChars("abz09.+-").ofMinLength(1).ofMaxLength(20);
    return Combinators.combine(part, part).as((local, host) -> local + '@' + host);
  }

  /** Letters that change or grow when they are brought into one form, among others. */
  @Provide
  Arbitrary<String> addresses() {
    Arbitrary<Character> wicked =
        Arbitraries.of(
            '\ufdfa', '\u0130', '\u212b', '\uff20', '\u00a0', '\u3000', '\u1e9e', '\u0345');
    Arbitrary<Character> any =
        Arbitraries.oneOf(
            Arbitraries.of('a', 'B', '.', '@', ' '), wicked, Arbitraries.chars().all());
    Arbitrary<String> part =
        any.list()
            .ofMinSize(1)
            .ofMaxSize(120)
            .map(list -> list.stream().map(String::valueOf).reduce("", String::concat));
    Arbitrary<String> tame = part.map(text -> text.replace("@", ""));
    return Arbitraries.oneOf(
        plain(), part, Combinators.combine(tame, tame).as((local, host) -> local + '@' + host));
  }

  private static Optional<Email> accepted(String text) {
    try {
      return Optional.of(Email.of(text));
    } catch (InvalidInputException refused) {
      return Optional.empty();
    }
  }
}
