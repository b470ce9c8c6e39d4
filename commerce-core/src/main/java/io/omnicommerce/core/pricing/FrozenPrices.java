package io.omnicommerce.core.pricing;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.money.Money;
import io.omnicommerce.pricing.FrozenLine;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricingInputs;
import io.omnicommerce.pricing.PricingLine;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The unit prices that were frozen. */
final class FrozenPrices implements LinePrices {

  private final Map<LineId, FrozenLine> lines = new HashMap<>();
  private final Set<Sku> gifts;

  FrozenPrices(PricingInputs inputs) {
    inputs.lines().forEach(line -> lines.put(line.id(), line));
    inputs.gifts().forEach(line -> lines.put(line.id(), line));
    gifts = inputs.gifts().stream().map(FrozenLine::sku).collect(Collectors.toSet());
  }

  @Override
  public Chosen of(PricingLine line) {
    FrozenLine frozen = frozen(line);
    return new Chosen(
        frozen.unitPrice(),
        frozen.kind(),
        frozen.source(),
        frozen.computedFrom(),
        CatalogEntry.of(frozen.sku(), frozen.sku().value())
            .withCategories(frozen.categories())
            .withTaxCategory(frozen.taxCategory()),
        frozen.lowered(),
        frozen.reduced());
  }

  @Override
  public Optional<Money> floor(PricingLine line) {
    return frozen(line).floor();
  }

  @Override
  public boolean isSold(Sku sku) {
    return gifts.contains(sku);
  }

  /** Inputs that were made up may give a gift that they do not hold. */
  private FrozenLine frozen(PricingLine line) {
    @Nullable FrozenLine frozen = lines.get(line.id());
    if (frozen == null) {
      throw new InvalidInputException(
          InvalidInputException.MALFORMED, "gifts", line.id().value(), "must be among the gifts");
    }
    return frozen;
  }
}
