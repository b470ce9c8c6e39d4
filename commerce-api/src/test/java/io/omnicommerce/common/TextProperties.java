package io.omnicommerce.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

class TextProperties {

  @Property
  void an_id_is_visible_ascii_within_its_length_or_refused(@ForAll("anyText") String text) {
    boolean right = text.length() <= Text.ID_LENGTH_MAX && text.matches("[!-~]([ -~]*[!-~])?");

    assertThat(accepts(() -> Text.id(text, "sku"))).isEqualTo(right);
    if (right) {
      assertThat(Text.id(text, "sku")).isSameAs(text);
    }
  }

  @Property
  void a_name_is_composed_once_and_fits_its_column(@ForAll("anyText") String text) {
    if (accepts(() -> Text.name(text, "title"))) {
      String name = Text.name(text, "title");

      assertThat(name).isEqualTo(Normalizer.normalize(text, Normalizer.Form.NFC));
      assertThat(name.length()).isBetween(1, Text.NAME_LENGTH_MAX);
      assertThat(name.codePoints()).noneMatch(Character::isISOControl);
      assertThat(Text.name(name, "title")).isEqualTo(name);
    }
  }

  @Property
  void a_note_keeps_its_lines_and_fits_its_column(@ForAll("anyText") String text) {
    if (accepts(() -> Text.note(text, "note"))) {
      String note = Text.note(text, "note");

      assertThat(note.lines().count()).isEqualTo(text.lines().count());
      assertThat(note.length()).isLessThanOrEqualTo(Text.NOTE_LENGTH_MAX);
      assertThat(Text.note(note, "note")).isEqualTo(note);
    }
  }

  @Property
  void every_refusal_names_the_field_and_shows_what_was_given_harmlessly(
      @ForAll("anyText") String text) {
    try {
      Text.id(text, "sku");
    } catch (InvalidInputException refused) {
      assertThat(refused.field()).isEqualTo("sku");
      assertThat(refused.getMessage()).startsWith("sku ").hasSizeLessThan(600);
      assertThat(refused.getMessage().chars()).noneMatch(TextProperties::isHarmful);
      assertThat(refused.code().value()).startsWith("input.");
    }
  }

  @Property
  void what_is_shown_is_one_harmless_line(@ForAll("anyText") String text) {
    String shown = Text.shown(text);

    assertThat(shown.chars()).noneMatch(TextProperties::isHarmful);
    assertThat(shown.lines().count()).isLessThanOrEqualTo(1);
    assertThat(shown.length()).isLessThanOrEqualTo(64 * 6 + 1);
  }

  @Property
  void plain_text_is_shown_as_it_is(@ForAll("plain") String text) {
    assertThat(Text.shown(text)).isEqualTo(text);
  }

  @Property
  void facts_keep_their_order_and_are_shown_harmlessly(
      @ForAll("anyText") String first, @ForAll("anyText") String second) {
    Facts facts = Facts.of("b", first, "a", second);

    assertThat(facts.values().keySet()).containsExactly("b", "a");
    assertThat(facts.toString().chars()).noneMatch(TextProperties::isHarmful);
    assertThat(facts.get("b")).contains(Text.shown(first));
  }

  @Property
  void an_error_code_is_dotted_lower_case_or_refused(@ForAll("nearlyCodes") String text) {
    boolean right =
        text.length() <= ErrorCode.LENGTH_MAX
            && text.contains(".")
            && Arrays.stream(text.split("\\.", -1))
                .allMatch(part -> part.matches("[a-z][a-z0-9_]*"));

    if (right) {
      assertThat(ErrorCode.of(text)).hasToString(text);
    } else {
      assertThatThrownBy(() -> ErrorCode.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
  }

  /** Text with everything that goes wrong: controls, halves of pairs, marks, other scripts. */
  @Provide
  Arbitrary<String> anyText() {
    Arbitrary<Character> wicked =
        Arbitraries.of(
            '\0', '\n', '\r', '\t', '\u001b', '\u0085', '\u200b', '\u202e', '\u2066', '\u2028',
            '\ufeff', '\u3000', '\ud800', '\udc00', '\u0301', '\ufb2c', '\u0958', ' ', '%', '\'');
    Arbitrary<Character> any = Arbitraries.chars().all();
    Arbitrary<Character> ascii = Arbitraries.chars().range(' ', '~');
    Arbitrary<Character> mixed =
        Arbitraries.frequencyOf(Tuple.of(6, ascii), Tuple.of(1, wicked), Tuple.of(1, any));
    Arbitrary<String> few = strings(ascii, 70);
    Arbitrary<String> wild = strings(mixed, 300);
    return Arbitraries.oneOf(few, wild, strings(wicked, 4));
  }

  @Provide
  Arbitrary<String> plain() {
    return Arbitraries.strings().withCharRange(' ', '~').ofMaxLength(64);
  }

  @Provide
  Arbitrary<String> nearlyCodes() {
    return Arbitraries.strings().withChars("ab1_.A-").ofMaxLength(120);
  }

  private static Arbitrary<String> strings(Arbitrary<Character> characters, int lengthMax) {
    return characters
        .list()
        .ofMaxSize(lengthMax)
        .map(list -> list.stream().map(String::valueOf).reduce("", String::concat));
  }

  private static boolean accepts(Runnable check) {
    try {
      check.run();
      return true;
    } catch (InvalidInputException refused) {
      return false;
    }
  }

  /** What can end a line, hide, or turn the direction of writing. */
  private static boolean isHarmful(int c) {
    return Character.isISOControl(c)
        || c == '\u2028'
        || c == '\u2029'
        || (c >= '\u202a' && c <= '\u202e')
        || (c >= '\u2066' && c <= '\u2069')
        || Character.isSurrogate((char) c);
  }
}
