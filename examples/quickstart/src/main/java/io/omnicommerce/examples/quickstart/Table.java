package io.omnicommerce.examples.quickstart;

import java.util.ArrayList;
import java.util.List;

/** Lines of cells: the first and the last column to the left, numbers between them to the right. */
final class Table {

  private static final String INDENT = "  ";

  private final int columns;
  private final List<List<String>> lines = new ArrayList<>();

  Table(int columns) {
    this.columns = columns;
  }

  void line(String... cells) {
    if (cells.length != columns) {
      throw new IllegalArgumentException(cells.length + " cells, not " + columns);
    }
    lines.add(List.of(cells));
  }

  void print(Terminal terminal) {
    int[] widths = new int[columns];
    for (List<String> line : lines) {
      for (int i = 0; i < columns; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    lines.forEach(line -> terminal.line(Terminal.cut(text(line, widths), Terminal.WIDTH)));
  }

  private String text(List<String> line, int[] widths) {
    StringBuilder text = new StringBuilder(INDENT).append(left(line.get(0), widths[0]));
    for (int i = 1; i < columns - 1; i++) {
      text.append(INDENT).append(right(line.get(i), widths[i]));
    }
    return text.append(INDENT).append(line.get(columns - 1)).toString().stripTrailing();
  }

  private static String left(String cell, int width) {
    return cell + " ".repeat(width - cell.length());
  }

  private static String right(String cell, int width) {
    return " ".repeat(width - cell.length()) + cell;
  }
}
