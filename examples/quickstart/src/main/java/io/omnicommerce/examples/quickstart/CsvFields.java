package io.omnicommerce.examples.quickstart;

import java.util.ArrayList;
import java.util.List;

/** Takes a record apart into its fields, as RFC 4180 writes them. */
final class CsvFields {

  /** How the record ends. */
  enum End {
    /** As it should. */
    WHOLE,
    /** Within quotes: it goes on in the next line, or a quote is missing. */
    WITHIN_QUOTES,
    /** Something other than a comma follows a closing quote. */
    AFTER_QUOTES
  }

  private final String text;
  private final List<String> fields = new ArrayList<>(8);
  private int at;
  private End end = End.WHOLE;

  private CsvFields(String text) {
    this.text = text;
  }

  static CsvFields of(String text) {
    CsvFields fields = new CsvFields(text);
    fields.readAll();
    return fields;
  }

  List<String> list() {
    return fields;
  }

  End end() {
    return end;
  }

  private void readAll() {
    do {
      fields.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
    } while (end == End.WHOLE && at++ < text.length());
  }

  // A quote inside a field that does not begin with one is just a character: 6" NAIL.
  private String plain() {
    int comma = text.indexOf(',', at);
    int from = at;
    at = comma < 0 ? text.length() : comma;
    return text.substring(from, at);
  }

  private String quoted() {
    StringBuilder field = new StringBuilder();
    for (at++; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c != '"') {
        field.append(c);
      } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
        field.append(c);
        at++;
      } else {
        at++;
        end = at < text.length() && text.charAt(at) != ',' ? End.AFTER_QUOTES : End.WHOLE;
        return field.toString();
      }
    }
    end = End.WITHIN_QUOTES;
    return field.toString();
  }
}
