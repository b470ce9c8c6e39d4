package io.omnicommerce.core.cart;

import io.omnicommerce.cart.Cart;
import io.omnicommerce.cart.CartLine;
import io.omnicommerce.cart.CartOwner;
import io.omnicommerce.cart.CartService;
import io.omnicommerce.cart.PriceLock;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.NotFoundException;
import io.omnicommerce.common.Reference;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.core.catalog.CatalogDocuments;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.core.channel.ChannelDocuments;
import io.omnicommerce.core.common.CheckedIds;
import io.omnicommerce.core.delivery.Sourcer;
import io.omnicommerce.core.inventory.Elsewhere;
import io.omnicommerce.core.inventory.Extensions;
import io.omnicommerce.core.inventory.Reservations;
import io.omnicommerce.core.inventory.Reservers;
import io.omnicommerce.core.inventory.StockRefusals;
import io.omnicommerce.core.inventory.StockSource;
import io.omnicommerce.inventory.InventoryService;
import io.omnicommerce.inventory.ReservationId;
import io.omnicommerce.inventory.ReservationOutcome;
import io.omnicommerce.ledger.Batch;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.HoldGroup;
import io.omnicommerce.ledger.HoldState;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.ledger.Leg;
import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.StorageException;
import io.omnicommerce.storage.Stored;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Reserves stock for a cart, and lets go of what was reserved. */
public final class CartHolds {

  private CartHolds() {}

  static ReservationOutcome reserve(
      Elsewhere elsewhere,
      Sourcer sourcer,
      Session session,
      Stored<Cart> stored,
      ReservationId id,
      Duration life,
      Function<Instant, Optional<PriceLock>> lock) {
    Cart cart = stored.value();
    Entries entries =
        CatalogDocuments.require(session, cart.lines().stream().map(CartLine::sku).toList());
    Collection<StockSource> sources =
        CartSources.choose(sourcer, session, ChannelDocuments.settings(session), cart, entries);
    List<Refusal> reasons = reasons(sources);
    if (!reasons.isEmpty()) {
      return new ReservationOutcome.Refused(reasons);
    }
    Decision.Builder decision = Decision.builder();
    release(session, cart).ifPresent(decision::step);
    List<Leg> legs = legs(cart, sources);
    decision.step(
        new LedgerStep.Hold(
            Reservers.opening(Batch.of(CartDocuments.hold(id), legs)), Optional.of(life)));
    Instant now = session.now();
    Cart changed = CartRules.reserved(cart, id, lock.apply(now.plus(life)), session.context(), now);
    CartDocuments.save(decision, stored, changed, "reserved");
    Entries all = StockSource.withParts(entries, sources);
    CommitResult result = session.commit(decision.build());
    if (result instanceof CommitResult.Refused refused) {
      elsewhere.check(refused, legs);
      return new ReservationOutcome.Refused(StockRefusals.of(refused.shortfalls(), all));
    }
    checkNew(result, CartDocuments.hold(id), id);
    return new ReservationOutcome.Reserved(id, applied(result, cart).expiresAt().orElseThrow());
  }

  /** The goods, what bounds them, and that somebody has one reservation more. */
  private static List<Leg> legs(Cart cart, Collection<StockSource> sources) {
    List<Leg> legs = StockSource.legs(sources);
    legs.add(Reservers.one(subject(cart.owner())));
    return legs;
  }

  private static String subject(CartOwner owner) {
    return owner instanceof CartOwner.Guest guest
        ? Reservers.guest(guest.session())
        : Reservers.customer(owner.knownCustomer().orElseThrow());
  }

  static Instant extend(Session session, Stored<Cart> stored, Duration life) {
    Cart cart = stored.value();
    BatchId group =
        CartSources.hold(cart)
            .orElseThrow(
                () ->
                    new NotFoundException(
                        InventoryService.RESERVATION_NOT_FOUND,
                        Reference.of("reservation", cart.id().value())));
    Decision.Builder decision = Decision.builder();
    Extensions.extend(session, decision, group, life);
    Instant now = session.now();
    Cart changed = CartRules.extended(cart, now.plus(life), session.context(), now);
    CartDocuments.save(decision, stored, changed, "reservation_extended");
    CommitResult result = session.commit(decision.build());
    if (result instanceof CommitResult.NotHeld notHeld) {
      throw Reservations.ended(notHeld.state().orElse(HoldState.EXPIRED));
    }
    return applied(result, cart).expiresAt().orElseThrow();
  }

  /** The step that gives back what a cart has reserved, if there still is something. */
  public static Optional<LedgerStep> release(Session session, Cart cart) {
    if (cart.reservation().isEmpty()) {
      return Optional.empty();
    }
    return CartSources.hold(cart)
        .flatMap(id -> session.ledger().batch(id))
        .filter(group -> !group.state().isEnded())
        .map(HoldGroup::id)
        .map(LedgerStep.Release::new);
  }

  /**
   * The result of a decision that released a group: if that ended meanwhile in another way, all is
   * decided anew.
   */
  static CommitResult.Applied applied(CommitResult result, Cart cart) {
    if (result instanceof CommitResult.Applied applied) {
      return applied;
    }
    throw StorageException.conflict("reservation of the cart " + cart.id());
  }

  private static void checkNew(CommitResult result, BatchId hold, ReservationId id) {
    if (result.equals(new CommitResult.AlreadyApplied(hold))
        || result.equals(new CommitResult.ContentDiffers(hold))) {
      throw CheckedIds.taken(id.value());
    }
  }

  private static List<Refusal> reasons(Collection<StockSource> sources) {
    return sources.isEmpty()
        ? List.of(
            Refusal.of(
                CartService.EMPTY,
                "There is nothing in the cart that could be reserved.",
                Facts.none()))
        : sources.stream().filter(source -> !source.isCovered()).map(StockSource::refusal).toList();
  }
}
