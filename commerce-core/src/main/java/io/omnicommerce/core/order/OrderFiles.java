package io.omnicommerce.core.order;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.LimitExceededException;
import io.omnicommerce.common.NotFoundException;
import io.omnicommerce.common.Reference;
import io.omnicommerce.common.Version;
import io.omnicommerce.core.json.Json;
import io.omnicommerce.core.storage.Results;
import io.omnicommerce.order.OrderFile;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.order.OrderNote;
import io.omnicommerce.order.OrderService;
import io.omnicommerce.order.OrderTask;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.LookupKey;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.storage.Stored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/** The notes and tasks of orders as documents, by the order's id, and how they change. */
public final class OrderFiles {

  static final String ASSIGNEE = "assignee";

  public static final DocumentType<OrderFile> TYPE =
      DocumentType.of("order_file", Json.codec(OrderFile.class))
          .foundBy(LookupKey.shared(ASSIGNEE, OrderFiles::assignees));

  private final Storage storage;

  OrderFiles(Storage storage) {
    this.storage = storage;
  }

  private static List<String> assignees(OrderFile file) {
    return file.tasks().stream()
        .filter(OrderTask::isOpen)
        .flatMap(task -> task.assignee().stream())
        .distinct()
        .toList();
  }

  /** An order's file; an empty one if nobody has kept anything. */
  static OrderFile of(Session session, OrderId order) {
    return find(session, order)
        .map(Stored::value)
        .orElseGet(() -> new OrderFile(order, List.of(), List.of()));
  }

  private static Optional<Stored<OrderFile>> find(Session session, OrderId order) {
    return session.documents().find(TYPE, order.value());
  }

  OrderNote note(CallContext context, OrderId order, String text) {
    OrderFile file = change(context, order, (before, now) -> noted(before, text, context, now));
    return file.notes().get(file.notes().size() - 1);
  }

  private static OrderFile noted(OrderFile file, String text, CallContext context, Instant now) {
    requireRoom(file.notes().size(), "notesMax", OrderService.NOTES_MAX);
    List<OrderNote> notes = new ArrayList<>(file.notes());
    notes.add(new OrderNote(notes.size() + 1, text, context.actor().label(), now));
    return new OrderFile(file.order(), notes, file.tasks());
  }

  private static void requireRoom(int there, String limit, int max) {
    if (there >= max) {
      throw new LimitExceededException(
          OrderService.LIMIT_EXCEEDED, limit, max, "Keep the rest elsewhere.");
    }
  }

  OrderTask add(CallContext context, OrderId order, String title, Optional<String> assignee) {
    OrderFile file =
        change(context, order, (before, now) -> added(before, title, assignee, context, now));
    return file.tasks().get(file.tasks().size() - 1);
  }

  private static OrderFile added(
      OrderFile file, String title, Optional<String> assignee, CallContext context, Instant now) {
    requireRoom(file.tasks().size(), "tasksMax", OrderService.TASKS_MAX);
    List<OrderTask> tasks = new ArrayList<>(file.tasks());
    tasks.add(
        new OrderTask(
            tasks.size() + 1, title, assignee, context.actor().label(), now, Optional.empty()));
    return new OrderFile(file.order(), file.notes(), tasks);
  }

  OrderTask assign(CallContext context, OrderId order, int number, Optional<String> assignee) {
    return change(
            context,
            order,
            (file, now) ->
                with(
                    file,
                    number,
                    task ->
                        new OrderTask(
                            number, task.title(), assignee, task.by(), task.at(), task.done())))
        .tasks()
        .get(number - 1);
  }

  OrderTask complete(CallContext context, OrderId order, int number) {
    return change(
            context,
            order,
            (file, now) ->
                with(
                    file,
                    number,
                    task ->
                        new OrderTask(
                            number,
                            task.title(),
                            task.assignee(),
                            task.by(),
                            task.at(),
                            Optional.of(new OrderTask.Done(context.actor().label(), now)))))
        .tasks()
        .get(number - 1);
  }

  private static OrderFile with(OrderFile file, int number, UnaryOperator<OrderTask> change) {
    boolean open =
        number >= 1 && number <= file.tasks().size() && file.tasks().get(number - 1).isOpen();
    if (!open) {
      throw new NotFoundException(
          OrderService.TASK_NOT_FOUND, Reference.of("task", file.order() + "/" + number));
    }
    List<OrderTask> tasks = new ArrayList<>(file.tasks());
    tasks.set(number - 1, change.apply(tasks.get(number - 1)));
    return new OrderFile(file.order(), file.notes(), tasks);
  }

  private OrderFile change(
      CallContext context, OrderId order, BiFunction<OrderFile, Instant, OrderFile> rule) {
    context.actor().require(OrderService.SERVICE);
    return storage.inTransaction(context, session -> change(session, order, rule));
  }

  private static OrderFile change(
      Session session, OrderId order, BiFunction<OrderFile, Instant, OrderFile> rule) {
    if (OrderDocuments.find(session, order).isEmpty()) {
      throw OrderDocuments.notFound(order);
    }
    Optional<Stored<OrderFile>> stored = find(session, order);
    OrderFile changed = rule.apply(of(session, order), session.now());
    Version expected = stored.map(Stored::version).orElse(Version.NONE);
    Results.commit(
        session,
        Decision.builder()
            .save(new DocumentWrite<>(TYPE, order.value(), expected, changed))
            .build());
    return changed;
  }
}
