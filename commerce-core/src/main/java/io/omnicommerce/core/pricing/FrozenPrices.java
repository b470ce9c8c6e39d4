package io.omnicommerce.core.pricing;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.money.Money;
import io.omnicommerce.pricing.FrozenLine;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricingInputs;
import io.omnicommerce.pricing.PricingLine;
import io.omnicommerce.pricing.PricingRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The unit prices that were frozen. */
final class FrozenPrices implements LinePrices {

  private final List<PricingLine> lines;
  private final Map<LineId, FrozenLine> frozen = new HashMap<>();
  private final Set<Sku> gifts;

  FrozenPrices(PricingInputs inputs, PricingRequest request) {
    lines = Goods.sorted(request.lines(), PricingLine::id);
    inputs.lines().forEach(line -> frozen.put(line.id(), line));
    inputs.gifts().forEach(line -> frozen.put(line.id(), line));
    gifts = inputs.gifts().stream().map(FrozenLine::sku).collect(Collectors.toSet());
  }

  @Override
  public List<PricingLine> lines() {
    return lines;
  }

  @Override
  public Chosen of(int line) {
    return chosen(frozen(lines.get(line)));
  }

  @Override
  public Chosen ofGift(PricingLine gift) {
    return chosen(frozen(gift));
  }

  private static Chosen chosen(FrozenLine frozen) {
    return new Chosen(
        frozen.unitPrice(),
        frozen.kind(),
        frozen.source(),
        frozen.computedFrom(),
        CatalogEntry.of(frozen.sku(), frozen.sku().value())
            .withCategories(frozen.categories())
            .withTaxCategory(frozen.taxCategory()),
        frozen.lowered(),
        frozen.notes(),
        frozen.reduced());
  }

  @Override
  public Optional<Money> floor(int line) {
    return frozen(lines.get(line)).floor();
  }

  @Override
  public boolean isSold(Sku sku) {
    return gifts.contains(sku);
  }

  /** Inputs that were made up may give a gift that they do not hold. */
  private FrozenLine frozen(PricingLine line) {
    @Nullable FrozenLine found = frozen.get(line.id());
    if (found == null) {
      throw new InvalidInputException(
          InvalidInputException.MALFORMED, "gifts", line.id().value(), "must be among the gifts");
    }
    return found;
  }
}
