package io.omnicommerce.ledger;

import io.omnicommerce.common.Text;

/**
 * The caller's name for a batch, unique in its tenant. Make it from the intent ({@code
 * receive-4711}, {@code order-0001}), so that a repeat is recognized.
 */
public record BatchId(String value) implements Comparable<BatchId> {

  /** The longest batch id, in characters. */
  public static final int LENGTH_MAX = 128;

  public BatchId {
    Text.id(value, "batch", LENGTH_MAX);
  }

  public static BatchId of(String value) {
    return new BatchId(value);
  }

  @Override
  public int compareTo(BatchId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
