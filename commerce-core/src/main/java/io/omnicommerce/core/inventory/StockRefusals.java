package io.omnicommerce.core.inventory;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.inventory.InventoryService;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Shortfall;
import java.util.List;

/** Says in the words of the trade what the ledger could not give. */
public final class StockRefusals {

  private StockRefusals() {}

  /** One reason for each short shelf. */
  public static List<Refusal> of(List<Shortfall> shortfalls, Entries entries) {
    return shortfalls.stream().map(shortfall -> of(shortfall, entries)).toList();
  }

  private static Refusal of(Shortfall shortfall, Entries entries) {
    if (TermAccounts.isAllotment(shortfall.account())) {
      return allotted(shortfall, entries);
    }
    Sku sku = StockAccounts.sku(shortfall.account());
    int decimals = entries.of(sku).unit().decimals();
    Quantity wanted = Counts.quantity(shortfall.wanted(), decimals);
    Quantity available = Counts.quantity(shortfall.available(), decimals);
    return Refusal.of(
        InventoryService.OUT_OF_STOCK,
        message(shortfall.account(), sku, wanted, available),
        Facts.of("sku", sku, "location", shortfall.account().holder())
            .with("wanted", wanted)
            .with("available", available));
  }

  private static Refusal allotted(Shortfall shortfall, Entries entries) {
    Sku sku = Sku.of(shortfall.account().holder());
    int decimals = entries.of(sku).unit().decimals();
    Quantity wanted = Counts.quantity(shortfall.wanted(), decimals);
    Quantity available = Counts.quantity(shortfall.available(), decimals);
    String channel = shortfall.account().item();
    return Refusal.of(
        InventoryService.OUT_OF_STOCK,
        "The channel " + channel + " may take " + available + " more of " + sku + ".",
        Facts.of("sku", sku, "channel", channel)
            .with("wanted", wanted)
            .with("available", available));
  }

  private static String message(AccountId account, Sku sku, Quantity wanted, Quantity available) {
    if (available.isZero() && StockAccounts.isStock(account)) {
      return sku + " is sold out at " + account.holder() + ".";
    }
    return "Only "
        + available
        + " of "
        + sku
        + where(account)
        + account.holder()
        + "; asked: "
        + wanted
        + ".";
  }

  private static String where(AccountId account) {
    return switch (account.book()) {
      case StockAccounts.QUARANTINE -> " are in quarantine at ";
      case StockAccounts.DAMAGED -> " are damaged at ";
      default -> " are left at ";
    };
  }
}
