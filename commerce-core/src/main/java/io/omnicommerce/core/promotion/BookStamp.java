package io.omnicommerce.core.promotion;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;

/**
 * What a tenant's promotions are, in short: two books with one stamp have come from the same
 * changes, so they hold the same.
 *
 * @param promotions how many there are
 * @param stamp a hash over all changes
 */
public record BookStamp(int promotions, String stamp) {

  static final BookStamp EMPTY = new BookStamp(0, "");

  /** The stamp after a change. */
  BookStamp changed(int more, String change) {
    return new BookStamp(
        promotions + more,
        Hashing.sha256().hashString(stamp + '\n' + change, StandardCharsets.UTF_8).toString());
  }
}
