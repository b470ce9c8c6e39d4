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
    if (Reservers.isReserver(shortfall.account())) {
      return Reservers.refusal();
    }
    if (TermAccounts.isTerm(shortfall.account())) {
      return bounded(shortfall, entries);
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

  /** A channel has had its part, or no more may be promised. */
  private static Refusal bounded(Shortfall shortfall, Entries entries) {
    Sku sku = TermAccounts.sku(shortfall.account());
    int decimals = entries.of(sku).unit().decimals();
    Quantity wanted = Counts.quantity(shortfall.wanted(), decimals);
    Quantity available = Counts.quantity(shortfall.available(), decimals);
    boolean promise = TermAccounts.isPromise(shortfall.account());
    Facts facts = Facts.of("sku", sku).with("wanted", wanted).with("available", available);
    return Refusal.of(
        InventoryService.OUT_OF_STOCK,
        promise
            ? "Only " + available + " more of " + sku + " may be promised; asked: " + wanted + "."
            : "The channel "
                + shortfall.account().item()
                + " may take "
                + available
                + " more of "
                + sku
                + ".",
        promise ? facts : facts.with("channel", shortfall.account().item()));
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
