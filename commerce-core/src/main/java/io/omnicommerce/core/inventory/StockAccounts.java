package io.omnicommerce.core.inventory;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.inventory.StockBucket;
import io.omnicommerce.inventory.TransferId;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Leg;

/**
 * How goods stand in the ledger. What another room holds or moves of stock, it holds and moves by
 * these.
 */
public final class StockAccounts {

  public static final String STOCK = "stock";
  public static final String QUARANTINE = "quarantine";
  public static final String DAMAGED = "damaged";
  public static final String TRANSIT = "transit";

  public static final AccountId RECEIVED = AccountId.contra("@received");
  public static final AccountId SHIPPED = AccountId.contra("@shipped");
  public static final AccountId SHRINKAGE = AccountId.contra("@shrinkage");
  public static final AccountId KITTING = AccountId.contra("@kitting");
  public static final AccountId LOST = AccountId.contra("@lost");
  public static final AccountId SCRAPPED = AccountId.contra("@scrapped");

  private StockAccounts() {}

  /** What may be sold of a SKU at a location. */
  public static AccountId stock(Sku sku, LocationId location) {
    return AccountId.of(STOCK, sku.value(), location.value());
  }

  /** What is there and may not be sold. */
  public static AccountId quarantine(Sku sku, LocationId location) {
    return AccountId.of(QUARANTINE, sku.value(), location.value());
  }

  /** What is there and broken. */
  public static AccountId damaged(Sku sku, LocationId location) {
    return AccountId.of(DAMAGED, sku.value(), location.value());
  }

  /** What of a SKU is on its way with a transfer. */
  public static AccountId transit(TransferId transfer, Sku sku) {
    return AccountId.of(TRANSIT, transfer.value(), sku.value());
  }

  /** Where goods of a bucket stand. */
  static AccountId of(StockBucket bucket, Sku sku, LocationId location) {
    return switch (bucket) {
      case SELLABLE -> stock(sku, location);
      case QUARANTINE -> quarantine(sku, location);
      case DAMAGED -> damaged(sku, location);
      case SCRAPPED -> SCRAPPED;
    };
  }

  /** Whether an account is a shelf of goods that can be sold. */
  public static boolean isStock(AccountId account) {
    return account.book().equals(STOCK);
  }

  /** So much of a SKU from one account to another. */
  public static Leg leg(AccountId from, AccountId to, CatalogEntry entry, Quantity quantity) {
    return Leg.of(from, to, quantity.toUnits(entry.unit().decimals()), entry.unit().countedIn());
  }

  /** So much of a SKU out of the stock of a location, to leave the house. */
  public static Leg sale(CatalogEntry entry, LocationId from, Quantity quantity) {
    return leg(stock(entry.sku(), from), SHIPPED, entry, quantity);
  }

  /** The SKU of a stock account. */
  public static Sku sku(AccountId account) {
    return Sku.of(account.item());
  }

  /** The location of a stock account. */
  public static LocationId location(AccountId account) {
    return LocationId.of(account.holder());
  }
}
