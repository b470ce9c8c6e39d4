package io.omnicommerce.core.inventory;

import io.omnicommerce.common.Actor;
import io.omnicommerce.common.CustomerId;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.common.SessionHash;
import io.omnicommerce.core.common.Fingerprint;
import io.omnicommerce.inventory.InventoryService;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Batch;
import io.omnicommerce.ledger.Leg;
import java.util.Optional;

/**
 * How many reservations somebody has: one more is held with the goods, in the same group, and given
 * back with them, so that no two at once pass the limit.
 */
public final class Reservers {

  private static final String BOOK = "reserver";
  private static final AccountId RESERVING = AccountId.contra("@reserving");
  private static final String UNIT = "reservation";
  private static final long FAR_BELOW = -1_000_000_000L;

  private Reservers() {}

  /** One reservation more of a customer or a guest; others are not counted. */
  static Optional<Leg> of(Actor actor) {
    return switch (actor.kind()) {
      case CUSTOMER -> Optional.of(one(customer(CustomerId.of(actor.id()))));
      case GUEST -> Optional.of(one(guest(SessionHash.of(actor.id()))));
      case STAFF, SYSTEM -> Optional.empty();
    };
  }

  public static String guest(SessionHash session) {
    return "guest:" + session.value();
  }

  public static String customer(CustomerId id) {
    return "customer:" + id;
  }

  /** One reservation more of somebody; nobody is named in the ledger. */
  public static Leg one(String subject) {
    return leg(AccountId.of(BOOK, Fingerprint.of(subject).substring(0, 32)));
  }

  static Leg leg(AccountId account) {
    return Leg.of(account, RESERVING, 1, UNIT).leaving(-InventoryService.RESERVATIONS_MAX);
  }

  static boolean isReserver(AccountId account) {
    return account.book().equals(BOOK);
  }

  /** Lets accounts go down, which begin at nothing. */
  public static Batch opening(Batch batch) {
    Batch opening = batch;
    for (Leg leg : batch.legs()) {
      if (isReserver(leg.from())) {
        opening = opening.opening(leg.from(), FAR_BELOW);
      }
    }
    return opening;
  }

  static Refusal refusal() {
    int max = InventoryService.RESERVATIONS_MAX;
    return Refusal.of(
        InventoryService.LIMIT_EXCEEDED,
        "Nobody may have more than " + max + " reservations at a time. Let one of them go first.",
        Facts.of("limit", "reservationsMax", "max", max));
  }
}
