package io.omnicommerce.common;

/**
 * An argument can never be right, whatever the state of the shop: a blank id, a quantity below one,
 * a currency that does not exist.
 */
public final class InvalidInputException extends CommerceException {

  private static final long serialVersionUID = 1L;

  /** An id or name is empty, blank or invisible, or an id begins or ends with a space. */
  public static final ErrorCode BLANK = ErrorCode.of("input.blank");

  /** A list that must name something names nothing. */
  public static final ErrorCode EMPTY = ErrorCode.of("input.empty");

  /** A text is longer than its limit. Facts: field, max, length. */
  public static final ErrorCode TOO_LONG = ErrorCode.of("input.too_long");

  /** A text holds NUL or another control character. */
  public static final ErrorCode CONTROL_CHAR = ErrorCode.of("input.control_char");

  /** A text holds half of a surrogate pair. */
  public static final ErrorCode ENCODING = ErrorCode.of("input.encoding");

  /** An id holds more than visible ASCII. */
  public static final ErrorCode NOT_ASCII = ErrorCode.of("input.not_ascii");

  /** An argument does not have the form it must have. */
  public static final ErrorCode MALFORMED = ErrorCode.of("input.malformed");

  /** A number lies outside of its range. */
  public static final ErrorCode OUT_OF_RANGE = ErrorCode.of("input.out_of_range");

  private final String field;

  /**
   * What is wrong with which argument.
   *
   * @param code the reason
   * @param field the argument
   * @param value what was given; shown escaped and shortened
   * @param rule what is asked of it, to stand behind the field's name: "may not be blank"
   */
  public InvalidInputException(ErrorCode code, String field, String value, String rule) {
    this(
        code,
        field,
        field + " " + rule + "; given: \"" + Text.shown(value) + "\"",
        Facts.of("field", field, "given", value));
  }

  private InvalidInputException(ErrorCode code, String field, String message, Facts facts) {
    super(code, message, facts);
    this.field = field;
  }

  /** An argument that is longer than its limit. */
  public static InvalidInputException tooLong(String field, String value, int max) {
    return new InvalidInputException(
        TOO_LONG,
        field,
        field + " may have at most " + max + " characters; given: " + value.length(),
        Facts.of("field", field, "max", max).with("length", value.length()));
  }

  /** The argument that was wrong. */
  public String field() {
    return field;
  }
}
