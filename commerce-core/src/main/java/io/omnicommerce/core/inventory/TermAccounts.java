package io.omnicommerce.core.inventory;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.inventory.InboundId;
import io.omnicommerce.inventory.Supply;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Balance;
import io.omnicommerce.ledger.LedgerStep;

/**
 * How the terms of sale stand in the ledger, beside the stock that they bound: each is the floor of
 * an account that begins at nothing, so that it is set whatever was taken, and read with the shelf.
 */
public final class TermAccounts {

  static final String ALLOTMENT = "allot";
  static final AccountId ALLOTTED = AccountId.contra("@allotted");

  /** No shop sells as much, and no sum of it leaves the range of numbers. */
  static final long UNBOUNDED = 1_000_000_000_000_000_000L;

  static final AccountId PROMISED = AccountId.contra("@promised");

  private static final String BACKORDER = "backorder";
  private static final String INBOUND = "inbound";
  private static final String ARRIVED = "arrived";

  /** More pieces than lie anywhere, of whatever has up to six decimals. */
  static final long UNBOUNDED_PIECES = 1_000_000_000_000L;

  private static final String FED = "fed";
  private static final String WALK_IN = "walk-in";
  private static final String WALK_IN_ALL = "walk-in-all";

  private TermAccounts() {}

  static AccountId allotment(ChannelId channel, Sku sku) {
    return AccountId.of(ALLOTMENT, channel.value(), sku.value());
  }

  static AccountId walkIn(Sku sku, LocationId store) {
    return AccountId.of(WALK_IN, sku.value(), store.value());
  }

  /** For every SKU without an account of its own, in pieces. */
  static AccountId walkIn(LocationId store) {
    return AccountId.of(WALK_IN_ALL, store.value());
  }

  /** Marks a location that another system counts. */
  static AccountId fed(LocationId location) {
    return AccountId.of(FED, location.value());
  }

  /** What may be promised of a SKU at a location beyond what is there. */
  static AccountId backorder(Sku sku, LocationId location) {
    return AccountId.of(BACKORDER, sku.value(), location.value());
  }

  /** What may be promised of a SKU that comes with a delivery. */
  static AccountId inbound(InboundId delivery, Sku sku) {
    return AccountId.of(INBOUND, delivery.value(), sku.value());
  }

  /** What has arrived and waits for those who were promised it. */
  static AccountId arrived(Sku sku, LocationId location) {
    return AccountId.of(ARRIVED, sku.value(), location.value());
  }

  /** Whether an account holds promises of goods that are not there. */
  public static boolean isPromise(AccountId account) {
    return account.book().equals(BACKORDER) || account.book().equals(INBOUND);
  }

  /** What the goods of a shelf, or of a promise, are met from. */
  public static Supply supply(AccountId account) {
    return switch (account.book()) {
      case BACKORDER -> Supply.BACKORDER;
      case INBOUND -> Supply.inbound(InboundId.of(account.item()));
      default -> Supply.ON_HAND;
    };
  }

  /** Whether an account is one that goods come from, be they there or promised. */
  public static boolean isSupply(AccountId account) {
    return StockAccounts.isStock(account) || isPromise(account);
  }

  /** The SKU of any account of stock or of its terms, but of none outside. */
  public static Sku sku(AccountId account) {
    return Sku.of(
        isAllotment(account) || account.book().equals(INBOUND) ? account.holder() : account.item());
  }

  public static boolean isAllotment(AccountId account) {
    return account.book().equals(ALLOTMENT);
  }

  /** Whether a line of a group bounds a sale, and is neither goods nor a use. */
  static boolean isTerm(AccountId account) {
    return isAllotment(account) || isPromise(account);
  }

  /** Whether a term binds only channels that do not stand in front of the shelf. */
  static boolean isOfOthers(AccountId account) {
    return account.book().equals(WALK_IN)
        || account.book().equals(WALK_IN_ALL)
        || account.book().equals(FED);
  }

  /** The step by which a term counts so many units. */
  static LedgerStep set(AccountId account, String unit, long units) {
    return new LedgerStep.SetFloor(account, unit, -units);
  }

  /** As {@link #set}, of a SKU. */
  static LedgerStep set(AccountId account, CatalogEntry entry, long units) {
    return set(account, entry.unit().countedIn(), units);
  }

  /** The units of a term, whatever was taken of it. */
  static long bound(Balance balance) {
    return -balance.floorAt();
  }

  /** What was taken of a term. */
  static long taken(Balance balance) {
    return balance.held() - balance.posted();
  }
}
