package io.omnicommerce.core.inventory;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Refusal;
import java.math.BigDecimal;
import java.util.Optional;

/** Whether a quantity of a SKU is one that it is sold in. */
final class QuantityLimits {

  private QuantityLimits() {}

  static Optional<Refusal> refusal(CatalogEntry entry, Quantity quantity) {
    return entry
        .quantities()
        .refusal(entry.sku(), quantity)
        .or(() -> tooFine(entry, quantity))
        .or(() -> tooMuch(entry, quantity));
  }

  /** As much of what is to be added as makes a quantity that the SKU is sold in, or nothing. */
  static Quantity fitting(CatalogEntry entry, Quantity has, Quantity more) {
    BigDecimal step = entry.quantities().step().toBigDecimal();
    BigDecimal all = has.plus(more).toBigDecimal();
    BigDecimal whole = all.subtract(all.remainder(step));
    boolean useful =
        whole.compareTo(entry.quantities().min().toBigDecimal()) >= 0
            && whole.compareTo(has.toBigDecimal()) > 0;
    return useful ? Quantity.of(whole.subtract(has.toBigDecimal())) : Quantity.ZERO;
  }

  private static Optional<Refusal> tooFine(CatalogEntry entry, Quantity quantity) {
    return quantity.scale() <= entry.unit().decimals()
        ? Optional.empty()
        : Optional.of(
            refusal(entry, quantity, "is counted with " + entry.unit().decimals() + " decimals"));
  }

  private static Optional<Refusal> tooMuch(CatalogEntry entry, Quantity quantity) {
    return quantity.compareTo(entry.quantities().max()) <= 0
        ? Optional.empty()
        : Optional.of(
            refusal(entry, quantity, "is sold up to " + entry.quantities().max() + " at once"));
  }

  private static Refusal refusal(CatalogEntry entry, Quantity quantity, String sentence) {
    return Refusal.of(
        Quantity.INVALID,
        entry.sku() + " " + sentence + "; asked: " + quantity + ".",
        Facts.of("sku", entry.sku(), "quantity", quantity));
  }
}
