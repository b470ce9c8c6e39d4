package io.omnicommerce.core.inventory;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.common.IdempotencyMismatchException;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.core.catalog.CatalogDocuments;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.core.channel.ChannelDocuments;
import io.omnicommerce.core.storage.Commands;
import io.omnicommerce.core.storage.Pages;
import io.omnicommerce.core.storage.Results;
import io.omnicommerce.inventory.InventoryService;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.inventory.Transfer;
import io.omnicommerce.inventory.TransferArrival;
import io.omnicommerce.inventory.TransferId;
import io.omnicommerce.inventory.TransferService;
import io.omnicommerce.inventory.TransferStatus;
import io.omnicommerce.ledger.Batch;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.ledger.Leg;
import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.storage.Stored;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The service of transfers. */
public final class CoreTransferService implements TransferService {

  private static final String RECEIVE = "transfer.receive";

  private final Storage storage;
  private final Backlog backlog;
  private final TransferPurpose purpose;

  public CoreTransferService(Storage storage) {
    this(storage, Arrivals.NOBODY, TransferPurpose.NOBODY);
  }

  /**
   * @param arrivals who hears when goods come that were promised
   * @param purpose for whom goods are sent that are not for the shelf
   */
  public CoreTransferService(Storage storage, Arrivals arrivals, TransferPurpose purpose) {
    this.storage = storage;
    this.purpose = purpose;
    this.backlog = new Backlog(storage, arrivals);
  }

  @Override
  public Transfer plan(
      CallContext context, TransferId id, LocationId from, LocationId to, List<SkuQuantity> lines) {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
    context.actor().require(InventoryService.MANAGE);
    InventoryRules.checkLines(lines);
    if (from.equals(to)) {
      throw new InvalidInputException(
          InvalidInputException.MALFORMED, "to", to.value(), "must be another location");
    }
    Transfer planned = TransferRules.planned(id, from, to, lines);
    return storage.inTransaction(context, session -> plan(session, planned));
  }

  private static Transfer plan(Session session, Transfer planned) {
    Optional<Stored<Transfer>> known =
        session.documents().find(TransferDocuments.TYPE, planned.id().value());
    if (known.isPresent()) {
      return repeated(known.get().value(), planned);
    }
    ChannelDocuments.location(session, planned.to());
    Entries entries = Movement.facts(session, planned.from(), skus(planned));
    BatchId group = TransferDocuments.group(planned.id());
    Decision.Builder decision =
        Decision.builder()
            .step(
                new LedgerStep.Hold(
                    Batch.of(group, TransferRules.aside(planned, entries)), Optional.empty()))
            .step(new LedgerStep.Confirm(group));
    TransferDocuments.create(decision, planned);
    CommitResult result = session.commit(decision.build());
    if (result instanceof CommitResult.Refused refused) {
      throw new RefusedException(StockRefusals.of(refused.shortfalls(), entries).get(0));
    }
    Results.checkCurrent(result);
    return planned;
  }

  private static Transfer repeated(Transfer known, Transfer planned) {
    boolean same =
        known.from().equals(planned.from())
            && known.to().equals(planned.to())
            && planned(known).equals(planned(planned));
    if (!same) {
      throw new IdempotencyMismatchException("transfer.plan", planned.id().value());
    }
    return known;
  }

  private static Map<Sku, Quantity> planned(Transfer transfer) {
    Map<Sku, Quantity> planned = new LinkedHashMap<>();
    transfer.lines().forEach(line -> planned.put(line.sku(), line.planned()));
    return planned;
  }

  private static List<Sku> skus(Transfer transfer) {
    return transfer.lines().stream().map(Transfer.Line::sku).toList();
  }

  @Override
  public Transfer ship(CallContext context, TransferId id) {
    return ship(context, id, Optional.empty());
  }

  @Override
  public Transfer ship(CallContext context, TransferId id, List<SkuQuantity> shipped) {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(shipped, "shipped");
    context.actor().require(InventoryService.MANAGE);
    InventoryRules.checkLines(shipped);
    Map<Sku, Quantity> left = new LinkedHashMap<>();
    shipped.forEach(line -> left.merge(line.sku(), line.quantity(), Quantity::plus));
    return ship(context, id, Optional.of(left));
  }

  private Transfer ship(CallContext context, TransferId id, Optional<Map<Sku, Quantity>> left) {
    Objects.requireNonNull(id, "id");
    context.actor().require(InventoryService.MANAGE);
    return storage.inTransaction(
        context,
        session -> {
          Stored<Transfer> stored = TransferDocuments.require(session, id);
          Transfer before = stored.value();
          Transfer shipped = TransferRules.shipped(before, left.orElseGet(() -> planned(before)));
          if (before.equals(shipped)) {
            return before;
          }
          require(before, TransferStatus.PLANNED);
          Entries entries = CatalogDocuments.require(session, skus(before));
          Decision.Builder decision = Decision.builder();
          TransferRules.steps(shipped, entries).forEach(decision::step);
          return save(session, decision, stored, shipped);
        });
  }

  @Override
  public Transfer receive(
      CallContext context, IdempotencyKey key, TransferId id, List<TransferArrival> arrived) {
    Objects.requireNonNull(key, "key");
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(arrived, "arrived");
    context.actor().require(InventoryService.MANAGE);
    InventoryRules.checkLines(arrived);
    Transfer transfer =
        storage.inTransaction(context, session -> receive(session, key, id, arrived));
    backlog.fill(
        context, transfer.to(), arrived.stream().map(TransferArrival::sku).distinct().toList());
    return transfer;
  }

  private Transfer receive(
      Session session, IdempotencyKey key, TransferId id, List<TransferArrival> arrived) {
    Stored<Transfer> stored = TransferDocuments.require(session, id);
    String content = id + "\n" + arrived;
    if (Commands.resultOfAnybody(session, RECEIVE, key, content).isPresent()) {
      return stored.value();
    }
    require(stored.value(), TransferStatus.IN_TRANSIT);
    Transfer changed = TransferRules.arrived(stored.value(), arrived);
    List<Sku> skus = arrived.stream().map(TransferArrival::sku).distinct().toList();
    Entries entries = CatalogDocuments.require(session, skus);
    boolean waited = Backlog.isWaitedFor(session, changed.to(), skus);
    Decision.Builder decision =
        Decision.builder().save(Commands.doneByAnybody(RECEIVE, key, content, id.value()));
    BatchId group = BatchId.of("transfer-in/" + key);
    TransferPurpose.SetAside aside = aside(session, decision, changed, arrived, entries, group);
    List<Leg> legs = TransferRules.legs(changed, arrived, entries, waited, aside.units());
    steps(group, legs, aside).forEach(decision::step);
    return save(session, decision, stored, changed);
  }

  private TransferPurpose.SetAside aside(
      Session session,
      Decision.Builder decision,
      Transfer changed,
      List<TransferArrival> arrived,
      Entries entries,
      BatchId group) {
    return changed.purpose().isEmpty()
        ? TransferPurpose.SetAside.NOTHING
        : purpose.arrived(
            session,
            decision,
            new TransferPurpose.Arrived(
                changed, TransferRules.good(arrived, entries), group.value()));
  }

  /** What is set aside stands first; all else is booked at once. */
  private static List<LedgerStep> steps(
      BatchId group, List<Leg> booked, TransferPurpose.SetAside aside) {
    List<LedgerStep> steps = new ArrayList<>();
    if (!aside.holds().isEmpty()) {
      List<Leg> legs = new ArrayList<>(aside.holds());
      legs.addAll(booked);
      steps.add(new LedgerStep.Hold(Batch.of(group, legs), Optional.empty()));
      steps.add(new LedgerStep.Confirm(group));
      for (int line = aside.holds().size() + 1; line <= legs.size(); line++) {
        steps.add(new LedgerStep.PostLine(group, line, legs.get(line - 1).amount()));
      }
    } else if (!booked.isEmpty()) {
      steps.add(new LedgerStep.Post(Batch.of(group, booked)));
    }
    steps.addAll(aside.steps());
    return steps;
  }

  @Override
  public Transfer cancel(CallContext context, TransferId id) {
    Objects.requireNonNull(id, "id");
    context.actor().require(InventoryService.MANAGE);
    return storage.inTransaction(
        context,
        session -> {
          Stored<Transfer> stored = TransferDocuments.require(session, id);
          Transfer before = stored.value();
          if (before.status() == TransferStatus.CANCELLED) {
            return before;
          }
          require(before, TransferStatus.PLANNED);
          Decision.Builder decision =
              Decision.builder().step(new LedgerStep.Release(TransferDocuments.group(id)));
          Transfer cancelled = TransferRules.with(before, TransferStatus.CANCELLED, before.lines());
          return save(session, decision, stored, cancelled);
        });
  }

  @Override
  public Optional<Transfer> find(CallContext context, TransferId id) {
    Objects.requireNonNull(id, "id");
    context.actor().require(InventoryService.MANAGE);
    return storage.inTransaction(
        context,
        session -> session.documents().find(TransferDocuments.TYPE, id.value()).map(Stored::value));
  }

  @Override
  public List<Transfer> expectedAt(CallContext context, LocationId location) {
    Objects.requireNonNull(location, "location");
    context.actor().require(InventoryService.MANAGE);
    return storage.inTransaction(
        context,
        session ->
            Pages.all(session, TransferDocuments.TYPE, TransferDocuments.TO, location.value())
                .stream()
                .map(Stored::value)
                .toList());
  }

  private static Transfer save(
      Session session, Decision.Builder decision, Stored<Transfer> before, Transfer changed) {
    TransferDocuments.save(decision, before, changed);
    Results.commit(session, decision.build());
    return changed;
  }

  private static void require(Transfer transfer, TransferStatus status) {
    if (transfer.status() != status) {
      throw new RefusedException(
          TRANSFER_STATE,
          "The transfer " + transfer.id() + " is " + transfer.status() + ", not " + status + ".",
          Facts.of("transfer", transfer.id(), "status", transfer.status()));
    }
  }
}
