package io.omnicommerce.inventory;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Refusal;
import java.util.List;
import java.util.Objects;

/**
 * What was done with a message. Each count and each sale of it is booked by itself: what could not
 * be is told in {@code refused} and keeps nothing else from being booked. The same message told
 * again, when that is mended, books what is missing.
 *
 * @param counted the SKUs whose figure was booked
 * @param overtaken the SKUs of which a later message was here before, or which we have counted
 *     ourselves after that, with another result
 * @param sold the sales that were booked
 * @param known the sales that were booked before, or are in a count already
 * @param refused what could not be booked and why: a SKU that is unknown or a bundle, a count that
 *     is too old, the name of a sale with other goods
 */
public record FeedResult(
    List<Sku> counted,
    List<Sku> overtaken,
    List<String> sold,
    List<String> known,
    List<Refusal> refused) {

  public FeedResult {
    counted = List.copyOf(Objects.requireNonNull(counted, "counted"));
    overtaken = List.copyOf(Objects.requireNonNull(overtaken, "overtaken"));
    sold = List.copyOf(Objects.requireNonNull(sold, "sold"));
    known = List.copyOf(Objects.requireNonNull(known, "known"));
    refused = List.copyOf(Objects.requireNonNull(refused, "refused"));
  }
}
