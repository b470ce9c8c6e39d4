package io.omnicommerce.inventory;

import io.omnicommerce.catalog.Sku;
import java.util.List;
import java.util.Objects;

/**
 * What was done with a message.
 *
 * @param counted the SKUs whose figure was booked
 * @param overtaken the SKUs of which a later message was here before
 * @param sold the sales that were booked
 * @param known the sales that were booked before, or are in a count already
 */
public record FeedResult(
    List<Sku> counted, List<Sku> overtaken, List<String> sold, List<String> known) {

  public FeedResult {
    counted = List.copyOf(Objects.requireNonNull(counted, "counted"));
    overtaken = List.copyOf(Objects.requireNonNull(overtaken, "overtaken"));
    sold = List.copyOf(Objects.requireNonNull(sold, "sold"));
    known = List.copyOf(Objects.requireNonNull(known, "known"));
  }
}
