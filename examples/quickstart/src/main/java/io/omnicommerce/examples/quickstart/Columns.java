package io.omnicommerce.examples.quickstart;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where in a record each column stands. */
final class Columns {

  /** A first line that names this many columns is taken as the header. */
  private static final int HEADER_NAMES_MIN = 3;

  private final Map<Column, Integer> places;
  private final int width;

  private Columns(Map<Column, Integer> places, int width) {
    this.places = places;
    this.width = width;
  }

  /** The usual order. */
  static Columns usual() {
    Map<Column, Integer> places = new EnumMap<>(Column.class);
    for (Column column : Column.values()) {
      places.put(column, places.size());
    }
    return new Columns(places, places.size());
  }

  /** The order that a header gives, or empty if it is not a header. */
  static Optional<Columns> ofHeader(List<String> fields) {
    Map<Column, Integer> places = new EnumMap<>(Column.class);
    for (int i = 0; i < fields.size(); i++) {
      int place = i;
      Column.named(fields.get(i)).ifPresent(column -> places.putIfAbsent(column, place));
    }
    return places.size() < HEADER_NAMES_MIN
        ? Optional.empty()
        : Optional.of(new Columns(places, fields.size()));
  }

  int width() {
    return width;
  }

  /** A column's field without surrounding blanks; empty if the file has no such column. */
  String field(List<String> fields, Column column) {
    Integer place = places.get(column);
    return place == null ? "" : fields.get(place).strip();
  }
}
