package io.omnicommerce.order;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether a history is what it was when it was written. Each entry carries a hash of itself and of
 * the hash before it: whoever changes, removes or adds an entry has to write all hashes after it
 * anew. A host that keeps the last one elsewhere sees that, too.
 */
public final class OrderHistory {

  private OrderHistory() {}

  /**
   * What does not fit together; nothing if the chain is whole. Pure.
   *
   * @return one sentence a fault, in the order of the entries
   */
  public static List<String> verify(Order order) {
    Objects.requireNonNull(order, "order");
    List<String> faults = new ArrayList<>(verify(order.history()));
    List<OrderHistoryEntry> history = order.history();
    if (history.size() != order.version().value()) {
      faults.add(
          "There are " + history.size() + " entries for the version " + order.version() + ".");
    }
    if (!history.isEmpty() && history.get(history.size() - 1).to() != order.status()) {
      faults.add("The last entry does not end in " + order.status() + ".");
    }
    return faults;
  }

  /** The same for entries alone, oldest first. */
  public static List<String> verify(List<OrderHistoryEntry> history) {
    Objects.requireNonNull(history, "history");
    List<String> faults = new ArrayList<>();
    Optional<OrderHistoryEntry> last = Optional.empty();
    for (OrderHistoryEntry entry : history) {
      check(entry, last, faults);
      last = Optional.of(entry);
    }
    return faults;
  }

  private static void check(
      OrderHistoryEntry entry, Optional<OrderHistoryEntry> last, List<String> faults) {
    long number = last.map(OrderHistoryEntry::sequence).orElse(0L) + 1;
    if (entry.sequence() != number) {
      faults.add("The entry " + entry.sequence() + " stands in the place of " + number + ".");
    }
    if (!entry.from().equals(last.map(OrderHistoryEntry::to))) {
      faults.add("The entry " + entry.sequence() + " does not begin where the last one ended.");
    }
    if (!entry.hash().equals(hash(last.map(OrderHistoryEntry::hash).orElse(""), entry))) {
      faults.add("The entry " + entry.sequence() + " is not the one that was written.");
    }
  }

  /**
   * The hash of an entry behind another: SHA-256, in the letters of a URL.
   *
   * @param previous the hash of the entry before, empty for the first
   */
  public static String hash(String previous, OrderHistoryEntry entry) {
    Objects.requireNonNull(previous, "previous");
    Objects.requireNonNull(entry, "entry");
    StringBuilder text = new StringBuilder();
    add(text, previous);
    add(text, Long.toString(entry.sequence()));
    add(text, entry.what());
    add(text, entry.from().map(OrderStatus::name).orElse(""));
    add(text, entry.to().name());
    add(text, entry.actor());
    add(text, entry.channel().value());
    add(text, entry.at().toString());
    add(text, entry.remark());
    add(text, entry.correlation());
    byte[] hash = sha256().digest(text.toString().getBytes(StandardCharsets.UTF_8));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
  }

  /** With its length, so that no two rows are the same text. */
  private static void add(StringBuilder text, String part) {
    text.append(part.length()).append(':').append(part).append('\n');
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
