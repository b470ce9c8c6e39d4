package io.omnicommerce.inmemory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row that a projection keeps.
 *
 * @param document the id of the document it is derived from
 * @param line its number within the document, from 1
 * @param values the values of the projection's columns, in their order
 */
public record ProjectedRow(String document, int line, List<@Nullable Object> values) {

  public ProjectedRow {
    Objects.requireNonNull(document, "document");
    values = Collections.unmodifiableList(new ArrayList<>(values));
  }
}
