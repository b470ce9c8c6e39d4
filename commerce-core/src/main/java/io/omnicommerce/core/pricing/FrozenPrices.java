package io.omnicommerce.core.pricing;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Quantity;
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
import org.jspecify.annotations.Nullable;

/** The unit prices that were frozen. */
final class FrozenPrices implements LinePrices {

  private final List<PricingLine> lines;
  private final Map<LineId, FrozenLine> frozen = new HashMap<>();
  private final List<FrozenLine> given;
  private final GiftStock gifts;

  FrozenPrices(PricingInputs inputs, PricingRequest request) {
    lines = Goods.sorted(request.lines(), PricingLine::id);
    inputs.lines().forEach(line -> frozen.put(line.id(), line));
    inputs.gifts().forEach(line -> frozen.put(line.id(), line));
    given = inputs.gifts();
    gifts = given(given);
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
    return gifts.shelves().containsKey(sku);
  }

  /** A gift is called as it was, also when one before it is not given any more. */
  @Override
  public Optional<LineId> giftLine(Sku sku, Quantity quantity, Set<LineId> taken) {
    List<FrozenLine> same =
        given.stream()
            .filter(gift -> gift.sku().equals(sku) && !taken.contains(gift.id()))
            .toList();
    return same.stream()
        .filter(gift -> gift.quantity().equals(quantity))
        .findFirst()
        .or(() -> same.stream().findFirst())
        .map(FrozenLine::id);
  }

  /** There is what was given: then the same is given again, and to the same. */
  private static GiftStock given(List<FrozenLine> gifts) {
    Map<Sku, List<Quantity>> given = new HashMap<>();
    for (FrozenLine gift : gifts) {
      given.merge(
          gift.sku(),
          List.of(gift.quantity()),
          (one, more) -> List.of(one.get(0).plus(more.get(0))));
    }
    return new GiftStock(given);
  }

  @Override
  public GiftStock giftStock() {
    return gifts;
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
