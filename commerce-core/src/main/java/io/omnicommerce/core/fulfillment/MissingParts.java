package io.omnicommerce.core.fulfillment;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.fulfillment.FulfillmentService;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.order.OrderLine;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is not on the shelf when some of a line is missing. */
final class MissingParts {

  private MissingParts() {}

  /**
   * Of plain goods all that is missing; of a bundle what is named, as nobody else can know.
   *
   * @param held the goods that are held for it
   */
  static List<SkuQuantity> of(
      OrderLine line, List<SkuQuantity> held, Quantity missing, Optional<List<SkuQuantity>> named) {
    if (named.isPresent()) {
      checkNamed(named.get());
      named.get().forEach(gone -> check(line, held, missing, gone));
      return named.get();
    }
    if (held.stream().anyMatch(part -> !part.sku().equals(line.priced().sku()))) {
      throw new RefusedException(
          FulfillmentService.COMPONENTS_UNNAMED,
          line.priced().sku() + " is a bundle; say which of its components are missing.",
          Facts.of("line", line.priced().id(), "sku", line.priced().sku()));
    }
    return held;
  }

  private static void checkNamed(List<SkuQuantity> named) {
    if (named.isEmpty()) {
      throw new InvalidInputException(
          InvalidInputException.EMPTY, "gone", "none", "must name at least one component");
    }
    Set<Sku> skus = new HashSet<>();
    for (SkuQuantity gone : named) {
      if (gone.quantity().isZero() || !skus.add(gone.sku())) {
        throw malformed(gone, "must be above 0, and each SKU named once");
      }
    }
  }

  private static void check(
      OrderLine line, List<SkuQuantity> held, Quantity missing, SkuQuantity gone) {
    Quantity most =
        held.stream()
            .filter(part -> part.sku().equals(gone.sku()))
            .map(SkuQuantity::quantity)
            .findFirst()
            .orElseThrow(() -> malformed(gone, "must be a component of " + line.priced().sku()));
    if (gone.quantity().compareTo(most) > 0) {
      throw new RefusedException(
          FulfillmentService.QUANTITY_EXCEEDED,
          missing + " of " + line.priced().sku() + " take only " + most + " of " + gone.sku() + ".",
          Facts.of("line", line.priced().id(), "open", most));
    }
  }

  private static InvalidInputException malformed(SkuQuantity gone, String rule) {
    return new InvalidInputException(
        InvalidInputException.MALFORMED, "gone", gone.sku() + ": " + gone.quantity(), rule);
  }
}
