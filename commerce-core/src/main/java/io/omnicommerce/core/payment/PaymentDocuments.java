package io.omnicommerce.core.payment;

import io.omnicommerce.common.NotFoundException;
import io.omnicommerce.common.Reference;
import io.omnicommerce.core.json.Json;
import io.omnicommerce.core.storage.Events;
import io.omnicommerce.money.Money;
import io.omnicommerce.payment.Payment;
import io.omnicommerce.payment.PaymentEntry;
import io.omnicommerce.payment.PaymentEvent;
import io.omnicommerce.payment.PaymentId;
import io.omnicommerce.payment.PaymentService;
import io.omnicommerce.payment.Tender;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.LookupKey;
import io.omnicommerce.storage.NewEvent;
import io.omnicommerce.storage.Projection;
import io.omnicommerce.storage.Projection.Column;
import io.omnicommerce.storage.Projection.ColumnType;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Payments as documents, by id. */
public final class PaymentDocuments {

  /** The key of every reference that the gateway has given for a payment or a part of it. */
  public static final String GATEWAY_REFERENCE = "gateway_reference";

  /** The key of what is paid, as {@link Reference#toString} writes it. */
  public static final String SUBJECT = "subject";

  private static final Projection<Payment> ROWS =
      new Projection<>(
          "payment",
          List.of(
              new Column("status", ColumnType.TEXT),
              new Column("tender", ColumnType.TEXT),
              new Column("subject_kind", ColumnType.TEXT),
              new Column("subject_id", ColumnType.TEXT),
              new Column("gateway_reference", ColumnType.TEXT),
              new Column("currency", ColumnType.TEXT),
              new Column("amount", ColumnType.LONG),
              new Column("captured", ColumnType.LONG),
              new Column("refunded", ColumnType.LONG),
              new Column("unresolved", ColumnType.BOOLEAN),
              new Column("created_at", ColumnType.INSTANT)),
          payment -> List.of(row(payment)));

  public static final DocumentType<Payment> TYPE =
      DocumentType.of("payment", Json.codec(Payment.class))
          .foundBy(LookupKey.shared(GATEWAY_REFERENCE, PaymentDocuments::references))
          .foundBy(LookupKey.shared(SUBJECT, payment -> List.of(payment.subject().toString())))
          .projectedTo(ROWS);

  private PaymentDocuments() {}

  /**
   * @throws NotFoundException if there is none
   */
  public static Stored<Payment> require(Session session, PaymentId id) {
    return session.documents().find(TYPE, id.value()).orElseThrow(() -> notFound(id));
  }

  /** Whether there is a payment of this id, whoever may see it. */
  public static boolean isThere(Session session, PaymentId id) {
    return session.documents().find(TYPE, id.value()).isPresent();
  }

  public static DocumentWrite<Payment> created(Payment payment) {
    return DocumentWrite.create(TYPE, payment.id().value(), payment);
  }

  public static DocumentWrite<Payment> changed(Stored<Payment> read, Payment payment) {
    return DocumentWrite.update(TYPE, read, payment);
  }

  /** What a change of a payment's status tells. */
  public static NewEvent statusChanged(Payment payment) {
    return event(
        payment,
        new PaymentEvent.PaymentStatusChanged(payment.id(), payment.status(), payment.amount()));
  }

  /** What the taking of a whole payment on the spot tells. */
  public static NewEvent captured(Payment payment) {
    return event(payment, new PaymentEvent.PaymentCaptured(payment.id(), payment.captured()));
  }

  /** What is told of a change that moves no money. */
  public static NewEvent progressed(Payment payment, String what, Money amount) {
    return event(payment, new PaymentEvent.PaymentProgressed(payment.id(), what, amount));
  }

  static NewEvent event(Payment payment, PaymentEvent event) {
    return Events.of("payment", payment.id().value(), payment.version(), event);
  }

  static NotFoundException notFound(PaymentId id) {
    return new NotFoundException(PaymentService.NOT_FOUND, Reference.of("payment", id.value()));
  }

  private static List<String> references(Payment payment) {
    Set<String> references = new LinkedHashSet<>();
    payment.gatewayReference().ifPresent(references::add);
    if (payment.tender().kind() == Tender.Kind.CASH) {
      references.add(payment.tender().token());
    }
    for (PaymentEntry entry : payment.entries()) {
      entry.gatewayReference().ifPresent(references::add);
    }
    return List.copyOf(references);
  }

  private static List<Object> row(Payment payment) {
    return Arrays.asList(
        payment.status().name(),
        payment.tender().kind().name(),
        payment.subject().kind(),
        payment.subject().id(),
        payment.gatewayReference().orElse(null),
        payment.amount().currency().getCurrencyCode(),
        payment.amount().minor(),
        payment.captured().minor(),
        payment.refunded().minor(),
        PaymentRules.isUnresolved(payment),
        payment.createdAt());
  }
}
