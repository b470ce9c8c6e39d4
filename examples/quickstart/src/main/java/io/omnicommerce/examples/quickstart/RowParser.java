package io.omnicommerce.examples.quickstart;

import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Text;
import io.omnicommerce.money.UnitPrice;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes rows of records. What is an id must be one to the library as well. */
final class RowParser {

  static final String BAD_FIELDS = "row.fields";
  static final String BAD_QUOTES = "row.quoting";
  static final String BAD_DATE = "row.date";

  /** Shorter than an id may be, as the ids of carts and payments are made from it. */
  private static final int INVOICE_LENGTH_MAX = 40;

  private static final int YEAR_MIN = 1900;
  private static final int YEAR_MAX = 2999;

  private static final Pattern WHOLE = Pattern.compile("-?[0-9]{1,18}(\\.0+)?");
  private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,15})?");
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private final Columns columns;

  RowParser(Columns columns) {
    this.columns = columns;
  }

  Row parse(CsvRecord record, long number) throws UnreadableException {
    checkWhole(record);
    List<String> fields = record.fields();
    return new Row(
        number,
        id(fields, Column.INVOICE, INVOICE_LENGTH_MAX),
        id(fields, Column.CODE, Text.ID_LENGTH_MAX),
        columns.field(fields, Column.DESCRIPTION),
        quantity(columns.field(fields, Column.QUANTITY)),
        date(columns.field(fields, Column.DATE)),
        price(columns.field(fields, Column.PRICE)),
        customer(fields),
        columns.field(fields, Column.COUNTRY));
  }

  private void checkWhole(CsvRecord record) throws UnreadableException {
    if (record.isBroken()) {
      throw new UnreadableException(BAD_QUOTES, record.problem());
    }
    if (record.fields().size() != columns.width()) {
      throw new UnreadableException(
          BAD_FIELDS, "has " + record.fields().size() + " fields, not " + columns.width());
    }
  }

  private String id(List<String> fields, Column column, int lengthMax) throws UnreadableException {
    String value = columns.field(fields, column);
    try {
      return Text.id(value, column.title(), lengthMax);
    } catch (InvalidInputException refused) {
      throw new UnreadableException(refused.code().value(), String.valueOf(refused.getMessage()));
    }
  }

  /** {@code 13313.0} is the customer 13313. */
  private Optional<String> customer(List<String> fields) throws UnreadableException {
    if (columns.field(fields, Column.CUSTOMER).isEmpty()) {
      return Optional.empty();
    }
    String id = id(fields, Column.CUSTOMER, INVOICE_LENGTH_MAX);
    return Optional.of(id.endsWith(".0") ? id.substring(0, id.length() - 2) : id);
  }

  private static long quantity(String text) throws UnreadableException {
    if (!WHOLE.matcher(text).matches()) {
      throw new UnreadableException(
          Quantity.INVALID.value(), "quantity " + shown(text) + " is not a whole number");
    }
    int point = text.indexOf('.');
    return Long.parseLong(point < 0 ? text : text.substring(0, point));
  }

  private static BigDecimal price(String text) throws UnreadableException {
    if (!DECIMAL.matcher(text).matches()) {
      throw new UnreadableException(
          UnitPrice.INVALID.value(), "price " + shown(text) + " is not a decimal number");
    }
    return new BigDecimal(text);
  }

  private static LocalDateTime date(String text) throws UnreadableException {
    try {
      LocalDateTime date = LocalDateTime.parse(text, DATE);
      if (date.getYear() >= YEAR_MIN && date.getYear() <= YEAR_MAX) {
        return date;
      }
      throw new UnreadableException(
          BAD_DATE, "year of " + shown(text) + " is not from " + YEAR_MIN + " to " + YEAR_MAX);
    } catch (DateTimeParseException notOne) {
      throw new UnreadableException(
          BAD_DATE, "date " + shown(text) + " is not of the form yyyy-MM-dd HH:mm:ss");
    }
  }

  private static String shown(String text) {
    return '"' + Text.shown(text) + '"';
  }
}
