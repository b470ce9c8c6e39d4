package io.omnicommerce.cart;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Quantity;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a merge has done.
 *
 * @param cart the customer's cart as it is now
 * @param lines what became of each line of either cart
 */
public record MergeReport(Cart cart, List<MergedLine> lines) {

  public MergeReport {
    Objects.requireNonNull(cart, "cart");
    lines = List.copyOf(Objects.requireNonNull(lines, "lines"));
  }

  /**
   * What became of a line.
   *
   * @param guest how much the guest's cart had; zero for none
   * @param customer how much the customer's cart had; zero for none
   * @param result how much there is now; zero if it was left out
   * @param reason why it is not what the policy alone would give: a limit's code
   */
  public record MergedLine(
      Sku sku,
      Optional<String> reference,
      Quantity guest,
      Quantity customer,
      Quantity result,
      Optional<String> reason) {
    public MergedLine {
      Objects.requireNonNull(sku, "sku");
      Objects.requireNonNull(reference, "reference");
      Objects.requireNonNull(guest, "guest");
      Objects.requireNonNull(customer, "customer");
      Objects.requireNonNull(result, "result");
      Objects.requireNonNull(reason, "reason");
    }
  }
}
