package io.omnicommerce.order;

import java.util.List;
import java.util.Objects;

/**
 * What those who look after an order keep of it: beside the order, whose history it is no part of.
 *
 * @param notes oldest first
 * @param tasks oldest first, those that are done among them
 */
public record OrderFile(OrderId order, List<OrderNote> notes, List<OrderTask> tasks) {

  public OrderFile {
    Objects.requireNonNull(order, "order");
    notes = List.copyOf(Objects.requireNonNull(notes, "notes"));
    tasks = List.copyOf(Objects.requireNonNull(tasks, "tasks"));
  }
}
