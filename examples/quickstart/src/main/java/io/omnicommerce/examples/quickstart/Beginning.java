package io.omnicommerce.examples.quickstart;

import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds the first date of a file, so that files are replayed in the order of time. */
final class Beginning implements RowSink {

  private LocalDateTime at = LocalDateTime.MAX;

  private Beginning() {}

  static List<Source> inOrderOfTime(List<Source> sources) {
    Map<Source, LocalDateTime> beginnings = new HashMap<>();
    sources.forEach(source -> beginnings.computeIfAbsent(source, Beginning::of));
    return sources.stream()
        .sorted(Comparator.comparing(source -> beginnings.getOrDefault(source, LocalDateTime.MAX)))
        .toList();
  }

  private static LocalDateTime of(Source source) {
    Beginning beginning = new Beginning();
    new RowReader(beginning).read(source);
    return beginning.at;
  }

  @Override
  public void row(Row row) {
    at = row.at();
  }

  @Override
  public void bad(BadRow row) {}

  @Override
  public void noRow() {}

  @Override
  public boolean wantsMore() {
    return at.equals(LocalDateTime.MAX);
  }
}
