package io.omnicommerce.core.inventory;

import io.omnicommerce.common.Version;
import io.omnicommerce.core.json.Json;
import io.omnicommerce.core.storage.Events;
import io.omnicommerce.core.storage.Required;
import io.omnicommerce.inventory.InventoryEvent;
import io.omnicommerce.inventory.Transfer;
import io.omnicommerce.inventory.TransferId;
import io.omnicommerce.inventory.TransferService;
import io.omnicommerce.inventory.TransferStatus;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.LookupKey;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import java.util.List;

/** Transfers as documents, by id and by where they are expected. */
public final class TransferDocuments {

  static final String TO = "to";

  static final DocumentType<Transfer> TYPE =
      DocumentType.of("transfer", Json.codec(Transfer.class))
          .foundBy(LookupKey.shared(TO, TransferDocuments::expectedAt));

  private TransferDocuments() {}

  static Stored<Transfer> require(Session session, TransferId id) {
    return Required.of(session, TYPE, id.value(), TransferService.UNKNOWN_TRANSFER);
  }

  /** What a transfer sets aside, or holds on its way. */
  public static BatchId group(TransferId id) {
    return BatchId.of("transfer/" + id);
  }

  /** Adds a new transfer to a decision. */
  public static void create(Decision.Builder decision, Transfer transfer) {
    decision
        .save(DocumentWrite.create(TYPE, transfer.id().value(), transfer))
        .event(Events.of("transfer", transfer.id().value(), Version.of(1), told(transfer)));
  }

  static void save(Decision.Builder decision, Stored<Transfer> before, Transfer changed) {
    decision
        .save(DocumentWrite.update(TYPE, before, changed))
        .event(Events.of("transfer", changed.id().value(), before.version().next(), told(changed)));
  }

  private static InventoryEvent told(Transfer transfer) {
    return new InventoryEvent.TransferChanged(transfer.id(), transfer.status());
  }

  private static List<String> expectedAt(Transfer transfer) {
    boolean open =
        transfer.status() == TransferStatus.PLANNED
            || transfer.status() == TransferStatus.IN_TRANSIT;
    return open ? List.of(transfer.to().value()) : List.of();
  }
}
