package io.omnicommerce.order;

import io.omnicommerce.common.Text;
import java.time.Instant;
import java.util.Objects;

/**
 * Something that somebody who looks after an order has written down.
 *
 * @param number its number within the order, from 1
 * @param by who wrote it, as {@code Actor.label()} writes it
 */
public record OrderNote(int number, String text, String by, Instant at) {

  public OrderNote {
    text = Text.text(text, "text", Text.NOTE_LENGTH_MAX);
    Objects.requireNonNull(by, "by");
    Objects.requireNonNull(at, "at");
  }
}
