package io.omnicommerce.inmemory;

import io.omnicommerce.inmemory.SandboxEntry.Operation;
import io.omnicommerce.inmemory.SandboxEntry.State;
import io.omnicommerce.money.Money;
import io.omnicommerce.payment.PaymentId;
import io.omnicommerce.payment.spi.GatewayAnswer;
import io.omnicommerce.payment.spi.GatewayRequest;
import io.omnicommerce.payment.spi.PaymentGateway;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A payment provider for tests and first steps, with a book of its own: the truth about money,
 * against which a shop's payments can be audited. Does a thing at most once for a key, never takes
 * more than was promised nor gives back more than was taken. Thread-safe.
 *
 * <p>It approves whatever it is asked, unless the token or a {@linkplain #next fault} says
 * otherwise.
 */
public final class SandboxGateway implements PaymentGateway {

  /** A token that is declined. */
  public static final String DECLINED = "tok_declined";

  /** A token whose holder must {@linkplain #confirm confirm} first. */
  public static final String ACTION_NEEDED = "tok_3ds";

  /** How a request can go wrong. */
  public enum Fault {
    /** Nothing is done, and nobody is told. */
    TIMEOUT_BEFORE,
    /** It is done, and nobody is told. */
    TIMEOUT_AFTER,
    /** Nothing is done, and the call throws. */
    THROWS_BEFORE,
    /** It is done, and the call throws. */
    THROWS_AFTER,
    /** It is done for one minor unit less than was asked. */
    WRONG_AMOUNT,
    /** It is declined. */
    DECLINE
  }

  private final Map<String, SandboxEntry> book = new LinkedHashMap<>();

  /** The keys of the lines that belong together, by the reference of their authorization. */
  private final Map<String, List<String>> related = new HashMap<>();

  private final Map<Operation, Deque<Fault>> faults = new EnumMap<>(Operation.class);
  private int requests;

  /** A gateway with an empty book. */
  public SandboxGateway() {}

  /** Lets the next request of a kind go wrong; several wait in their order. */
  public synchronized void next(Operation operation, Fault fault) {
    Objects.requireNonNull(fault, "fault");
    faults.computeIfAbsent(operation, any -> new ArrayDeque<>()).add(fault);
  }

  /** The customer confirms what a payment waits for. */
  public synchronized void confirm(PaymentId payment) {
    end(payment, State.DONE);
  }

  /** The customer refuses what a payment waits for. */
  public synchronized void refuse(PaymentId payment) {
    end(payment, State.DECLINED);
  }

  @Override
  public synchronized GatewayAnswer authorize(GatewayRequest request) {
    return answer(Operation.AUTHORIZE, request);
  }

  @Override
  public synchronized GatewayAnswer capture(GatewayRequest request) {
    return answer(Operation.CAPTURE, request);
  }

  @Override
  public synchronized GatewayAnswer voidAuthorization(GatewayRequest request) {
    return answer(Operation.VOID, request);
  }

  @Override
  public synchronized GatewayAnswer refund(GatewayRequest request) {
    return answer(Operation.REFUND, request);
  }

  @Override
  public synchronized GatewayAnswer query(String key) {
    requests++;
    Optional<Fault> fault = fault(Operation.QUERY);
    if (fault.isPresent()) {
      return lost(fault.get());
    }
    SandboxEntry entry = book.get(key);
    return entry == null ? new GatewayAnswer.NeverHeard() : told(entry);
  }

  /** Every line, in the order in which the requests were heard. */
  public synchronized List<SandboxEntry> book() {
    return List.copyOf(book.values());
  }

  /** How often the gateway was called, questions and repeats included. */
  public synchronized int requests() {
    return requests;
  }

  /** What was taken for a payment. */
  public synchronized Optional<Money> charged(PaymentId payment) {
    return sum(payment, Operation.CAPTURE);
  }

  /** What was given back of a payment. */
  public synchronized Optional<Money> refunded(PaymentId payment) {
    return sum(payment, Operation.REFUND);
  }

  /** The promises that stand: authorized and not voided. */
  public synchronized List<SandboxEntry> standing() {
    return book.values().stream().filter(this::isStanding).toList();
  }

  private GatewayAnswer answer(Operation operation, GatewayRequest request) {
    requests++;
    Optional<Fault> fault = fault(operation);
    if (fault.filter(f -> f == Fault.TIMEOUT_BEFORE || f == Fault.THROWS_BEFORE).isPresent()) {
      return lost(fault.get());
    }
    SandboxEntry entry = book.get(request.key());
    if (entry == null) {
      entry = written(made(operation, request, fault));
    }
    if (fault.filter(f -> f == Fault.TIMEOUT_AFTER || f == Fault.THROWS_AFTER).isPresent()) {
      return lost(fault.get());
    }
    return entry.operation() == operation
        ? told(entry)
        : new GatewayAnswer.Declined("The key was used for something else");
  }

  private SandboxEntry written(SandboxEntry entry) {
    book.put(entry.key(), entry);
    related
        .computeIfAbsent(
            entry.authorization().orElse(entry.reference()), first -> new ArrayList<>(3))
        .add(entry.key());
    return entry;
  }

  private SandboxEntry made(Operation operation, GatewayRequest request, Optional<Fault> fault) {
    Money amount = request.amount();
    if (fault.filter(f -> f == Fault.WRONG_AMOUNT).isPresent()) {
      amount = amount.minus(Money.ofMinor(1, amount.currency()));
    }
    boolean declined = fault.filter(f -> f == Fault.DECLINE).isPresent();
    return new SandboxEntry(
        request.key(),
        operation,
        request.tenant(),
        request.payment(),
        amount,
        declined ? State.DECLINED : judged(operation, request),
        "sandbox-" + (book.size() + 1),
        request.authorization());
  }

  private State judged(Operation operation, GatewayRequest request) {
    if (!request.amount().isPositive()) {
      return State.DECLINED;
    }
    if (operation == Operation.AUTHORIZE) {
      return switch (request.tender().token()) {
        case DECLINED -> State.DECLINED;
        case ACTION_NEEDED -> State.WAITING;
        default -> State.DONE;
      };
    }
    return isCovered(operation, request) ? State.DONE : State.DECLINED;
  }

  private boolean isCovered(Operation operation, GatewayRequest request) {
    String authorization = request.authorization().orElse("");
    Optional<SandboxEntry> promise =
        related(authorization).filter(entry -> entry.isDone(Operation.AUTHORIZE)).findFirst();
    if (promise.isEmpty() || !isStanding(promise.get())) {
      return false;
    }
    Money promised = promise.get().amount();
    Money taken = of(authorization, Operation.CAPTURE, promised);
    return switch (operation) {
      case CAPTURE -> taken.plus(request.amount()).compareTo(promised) <= 0;
      case VOID -> taken.isZero();
      default ->
          of(authorization, Operation.REFUND, promised).plus(request.amount()).compareTo(taken)
              <= 0;
    };
  }

  private Money of(String authorization, Operation operation, Money like) {
    return Money.sum(
        like.currency(),
        related(authorization)
            .filter(entry -> entry.isDone(operation))
            .map(SandboxEntry::amount)
            .toList());
  }

  private Stream<SandboxEntry> related(String authorization) {
    return related.getOrDefault(authorization, List.of()).stream()
        .map(key -> Objects.requireNonNull(book.get(key), "key"));
  }

  private Optional<Money> sum(PaymentId payment, Operation operation) {
    return book.values().stream()
        .filter(entry -> entry.payment().equals(payment) && entry.isDone(operation))
        .map(SandboxEntry::amount)
        .reduce(Money::plus);
  }

  private boolean isStanding(SandboxEntry promise) {
    return promise.isDone(Operation.AUTHORIZE)
        && related(promise.reference()).noneMatch(entry -> entry.isDone(Operation.VOID));
  }

  private static GatewayAnswer told(SandboxEntry entry) {
    return switch (entry.state()) {
      case DONE -> new GatewayAnswer.Approved(entry.reference(), entry.amount());
      case DECLINED -> new GatewayAnswer.Declined("The sandbox declines " + entry.operation());
      case WAITING ->
          new GatewayAnswer.ActionNeeded(
              entry.reference(), "https://bank.invalid/confirm/" + entry.reference());
    };
  }

  private static GatewayAnswer lost(Fault fault) {
    if (fault == Fault.THROWS_BEFORE || fault == Fault.THROWS_AFTER) {
      throw new IllegalStateException("The sandbox lost its connection");
    }
    return new GatewayAnswer.Unknown("The sandbox did not answer in time");
  }

  private Optional<Fault> fault(Operation operation) {
    Deque<Fault> waiting = faults.get(operation);
    return waiting == null ? Optional.empty() : Optional.ofNullable(waiting.poll());
  }

  private void end(PaymentId payment, State end) {
    SandboxEntry waiting =
        book.values().stream()
            .filter(entry -> entry.payment().equals(payment) && entry.state() == State.WAITING)
            .findFirst()
            .orElseThrow(
                () -> new IllegalStateException("Nothing waits for the customer of " + payment));
    book.put(waiting.key(), waiting.ended(end));
  }
}
