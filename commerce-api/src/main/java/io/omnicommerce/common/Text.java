package io.omnicommerce.common;

import java.text.Normalizer;
import java.util.Objects;

/**
 * The checks that every text passes before it is accepted, and the one way in which a caller's text
 * is shown in a message.
 *
 * <p>Three kinds of text enter the library. An <em>id</em> is visible ASCII, so that two ids that
 * look alike are alike, on every database and in every collation. A <em>name</em> is one line of
 * any script, in Unicode's composed form. A <em>note</em> may have several lines. None may hold a
 * NUL, another control character or half of a surrogate pair: databases refuse or mangle them.
 */
public final class Text {

  /** The longest id, in characters. */
  public static final int ID_LENGTH_MAX = 64;

  /** The longest name, in characters. */
  public static final int NAME_LENGTH_MAX = 255;

  /** The longest note, in characters. */
  public static final int NOTE_LENGTH_MAX = 4_000;

  private static final int SHOWN_LENGTH_MAX = 64;

  private static final int MINUS = '\u2212';

  private static final char COMBINING_FIRST = '\u0300';

  private Text() {}

  /**
   * Checks an id: 1 to {@value #ID_LENGTH_MAX} characters of visible ASCII, spaces only inside.
   *
   * @param value the id
   * @param field what the id is, for the message
   * @return the id, unchanged
   * @throws InvalidInputException {@code input.blank}, {@code input.too_long}, {@code
   *     input.control_char}, {@code input.encoding} or {@code input.not_ascii}
   */
  public static String id(String value, String field) {
    return id(value, field, ID_LENGTH_MAX);
  }

  /** As {@link #id(String, String)}, with a limit of the caller's own. */
  public static String id(String value, String field, int lengthMax) {
    checkGiven(value, field);
    return isId(value, lengthMax) ? value : checkedId(value, field, lengthMax);
  }

  /** The common case, decided in one pass. What is not an id is told why by the checks below. */
  private static boolean isId(String value, int lengthMax) {
    int length = value.length();
    if (length == 0 || length > lengthMax) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      char c = value.charAt(i);
      if (c < ' ' || c > '~') {
        return false;
      }
    }
    return value.charAt(0) != ' ' && value.charAt(length - 1) != ' ';
  }

  private static String checkedId(String value, String field, int lengthMax) {
    checkLength(value, field, lengthMax);
    checkCharacters(value, field, false);
    checkNotBlank(value, field);
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) > '~') {
        throw new InvalidInputException(
            InvalidInputException.NOT_ASCII,
            field,
            value,
            "may hold visible ASCII only, so that no two ids look alike");
      }
    }
    if (value.charAt(0) == ' ' || value.charAt(value.length() - 1) == ' ') {
      throw new InvalidInputException(
          InvalidInputException.BLANK, field, value, "may not begin or end with a space");
    }
    return value;
  }

  /**
   * Checks an id that may stand in no message, log or fact: a token, a code. As {@link #id(String,
   * String, int)}, but the refusal does not show what was given.
   */
  public static String secret(String value, String field, int lengthMax) {
    try {
      return id(value, field, lengthMax);
    } catch (InvalidInputException showing) {
      throw new InvalidInputException(
          showing.code(),
          field,
          "***",
          "must be 1 to " + lengthMax + " characters of visible ASCII, spaces only inside");
    }
  }

  /**
   * A code that somebody has typed, as it is compared: in Unicode's compatible composed form,
   * without blanks and what cannot be seen, with every dash as a hyphen, in visible ASCII. Refused
   * as {@link #secret} is, showing nothing.
   */
  public static String code(String given, String field) {
    checkGiven(given, field);
    // Longer than any code could be made of: composing it would be work for nothing.
    String shortened = given.length() > 4 * ID_LENGTH_MAX ? "" : given;
    String composed = Normalizer.normalize(shortened, Normalizer.Form.NFKC);
    StringBuilder seen = new StringBuilder(composed.length());
    composed
        .codePoints()
        .filter(Text::isSeen)
        .forEach(c -> seen.appendCodePoint(isDash(c) ? '-' : c));
    return secret(seen.toString(), field, ID_LENGTH_MAX);
  }

  private static boolean isSeen(int c) {
    return Character.getType(c) != Character.FORMAT
        && !Character.isWhitespace(c)
        && !Character.isSpaceChar(c);
  }

  /** What keyboards, telephones and paper make of a hyphen. */
  private static boolean isDash(int c) {
    return Character.getType(c) == Character.DASH_PUNCTUATION || c == MINUS;
  }

  /**
   * Checks a name of one line in any script and gives it in Unicode's composed form (NFC), which
   * has at most {@value #NAME_LENGTH_MAX} characters as well.
   *
   * @throws InvalidInputException as {@link #id}, but for {@code input.not_ascii}
   */
  public static String name(String value, String field) {
    checkGiven(value, field);
    checkLength(value, field, NAME_LENGTH_MAX);
    checkCharacters(value, field, false);
    checkNotBlank(value, field);
    return composed(value, field, NAME_LENGTH_MAX);
  }

  /**
   * Checks free text of several lines, which may be empty, and gives it in Unicode's composed form
   * (NFC). The text is kept as it is otherwise: the library never renders it.
   *
   * @throws InvalidInputException {@code input.too_long}, {@code input.control_char} or {@code
   *     input.encoding}
   */
  public static String note(String value, String field) {
    return text(value, field, NOTE_LENGTH_MAX);
  }

  /** As {@link #note}, with a limit of the caller's own. */
  public static String text(String value, String field, int lengthMax) {
    checkGiven(value, field);
    checkLength(value, field, lengthMax);
    checkCharacters(value, field, true);
    return composed(value, field, lengthMax);
  }

  /**
   * A caller's text as it may stand in a message or a log line: at most {@value #SHOWN_LENGTH_MAX}
   * characters, with line breaks, control characters and characters that turn the direction of
   * writing escaped.
   */
  public static String shown(String value) {
    Objects.requireNonNull(value, "value");
    StringBuilder shown = new StringBuilder();
    int end = Math.min(value.length(), SHOWN_LENGTH_MAX);
    for (int i = 0; i < end; i++) {
      char c = value.charAt(i);
      if (isHidden(c) || Character.isSurrogate(c)) {
        appendEscaped(shown, c);
      } else {
        shown.append(c);
      }
    }
    return value.length() > end ? shown.append('…').toString() : shown.toString();
  }

  private static void appendEscaped(StringBuilder shown, char c) {
    String hex = Integer.toHexString(c);
    shown.append("\\u").append("0".repeat(4 - hex.length())).append(hex);
  }

  private static boolean isHidden(char c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }

  private static void checkGiven(String value, String field) {
    Objects.requireNonNull(field, "field");
    Objects.requireNonNull(value, field);
  }

  // A few characters become longer when they are composed: the limit is the one of a column.
  private static String composed(String value, String field, int max) {
    if (isComposed(value)) {
      return value;
    }
    String composed = Normalizer.normalize(value, Normalizer.Form.NFC);
    checkLength(composed, field, max);
    return composed;
  }

  /** The common case: below the first combining character nothing composes with anything. */
  private static boolean isComposed(String value) {
    for (int i = 0; i < value.length(); i++) {
      if (value.charAt(i) >= COMBINING_FIRST) {
        return false;
      }
    }
    return true;
  }

  private static void checkLength(String value, String field, int max) {
    if (value.length() > max) {
      throw InvalidInputException.tooLong(field, value, max);
    }
  }

  private static void checkNotBlank(String value, String field) {
    for (int i = 0; i < value.length(); i += Character.charCount(value.codePointAt(i))) {
      if (isVisible(value.codePointAt(i))) {
        return;
      }
    }
    throw new InvalidInputException(InvalidInputException.BLANK, field, value, "may not be blank");
  }

  private static boolean isVisible(int c) {
    return !Character.isWhitespace(c)
        && !Character.isSpaceChar(c)
        && Character.getType(c) != Character.FORMAT;
  }

  private static void checkCharacters(String value, String field, boolean lines) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < value.length()
          && Character.isLowSurrogate(value.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        throw new InvalidInputException(
            InvalidInputException.ENCODING,
            field,
            value,
            "holds half of a surrogate pair; send well-formed Unicode");
      } else if (Character.getType(c) == Character.CONTROL
          && !(lines && (c == '\n' || c == '\r' || c == '\t'))) {
        throw new InvalidInputException(
            InvalidInputException.CONTROL_CHAR, field, value, "may not hold control characters");
      }
    }
  }
}
