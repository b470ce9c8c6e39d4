package io.omnicommerce.core.order;

import io.omnicommerce.common.Reference;
import io.omnicommerce.core.payment.PaymentDocuments;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderFile;
import io.omnicommerce.order.TimelineEntry;
import io.omnicommerce.payment.Payment;
import io.omnicommerce.payment.PaymentEntry;
import io.omnicommerce.payment.PaymentId;
import io.omnicommerce.storage.Session;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Everything that happened around an order, as one list. */
final class OrderTimeline {

  private final Session session;
  private final Order order;
  private final List<TimelineEntry> entries = new ArrayList<>();

  OrderTimeline(Session session, Order order) {
    this.session = session;
    this.order = order;
  }

  /** Oldest first; what happened at once, in the order of rooms. */
  List<TimelineEntry> merged(List<TimelineSource> sources) {
    addHistory();
    order.payments().forEach(this::addPayment);
    sources.forEach(source -> entries.addAll(source.of(session, order)));
    addFile(OrderFiles.of(session, order.id()));
    entries.sort(Comparator.comparing(TimelineEntry::at));
    return List.copyOf(entries);
  }

  private void addHistory() {
    Reference subject = Reference.of(OrderDocuments.TYPE.name(), order.id().value());
    order
        .history()
        .forEach(
            entry ->
                entries.add(
                    new TimelineEntry(
                        entry.at(), subject, entry.what(), entry.actor(), entry.remark())));
  }

  private void addPayment(PaymentId id) {
    Payment payment = PaymentDocuments.require(session, id).value();
    Reference subject = Reference.of(PaymentDocuments.TYPE.name(), id.value());
    entries.add(
        new TimelineEntry(
            payment.createdAt(),
            subject,
            "intended",
            "",
            payment.amount() + " by " + payment.tender().method() + ", " + payment.status()));
    for (PaymentEntry entry : payment.entries()) {
      entries.add(
          new TimelineEntry(
              entry.at(),
              subject,
              entry.kind().name().toLowerCase(Locale.ROOT),
              entry.by().orElse(""),
              entry.amount() + ", " + entry.outcome()));
    }
  }

  private void addFile(OrderFile file) {
    Reference subject = Reference.of(OrderFiles.TYPE.name(), order.id().value());
    file.notes()
        .forEach(
            note ->
                entries.add(
                    new TimelineEntry(note.at(), subject, "noted", note.by(), note.text())));
    file.tasks()
        .forEach(
            task -> {
              entries.add(
                  new TimelineEntry(task.at(), subject, "task_added", task.by(), task.title()));
              task.done()
                  .ifPresent(
                      done ->
                          entries.add(
                              new TimelineEntry(
                                  done.at(), subject, "task_done", done.by(), task.title())));
            });
  }
}
