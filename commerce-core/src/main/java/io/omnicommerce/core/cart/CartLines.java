package io.omnicommerce.core.cart;

import io.omnicommerce.cart.CartLine;
import io.omnicommerce.cart.CartService;
import io.omnicommerce.cart.NewLine;
import io.omnicommerce.cart.QuantityCut;
import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.OverQuantity;
import io.omnicommerce.common.LimitExceededException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.price.PriceOverride;
import io.omnicommerce.pricing.LineId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a cart while they change. Every step looks up what it needs, so that a thousand new
 * lines cost a thousand steps.
 */
final class CartLines {

  private final Map<LineId, CartLine> lines = new LinkedHashMap<>();
  private final Map<LineKey, LineId> byKey = new HashMap<>();
  private final SkuTotals totals = new SkuTotals();
  private final Set<LineId> touched = new LinkedHashSet<>();
  private final List<QuantityCut> cuts = new ArrayList<>();
  private final CartFacts facts;
  private int count;
  private @Nullable String actor;

  CartLines(List<CartLine> before, int count, CartFacts facts) {
    this.count = count;
    this.facts = facts;
    for (CartLine line : before) {
      lines.put(line.id(), line);
      LineKey.of(line).ifPresent(key -> byKey.putIfAbsent(key, line.id()));
      totals.add(line.sku(), line.quantity());
    }
  }

  void add(NewLine asked) {
    CatalogEntry entry = facts.entries().of(asked.sku());
    facts.checkSellable(entry);
    asked.quantity().toUnits(entry.unit().decimals());
    @Nullable LineId same = asked.price().isPresent() ? null : byKey.get(LineKey.of(asked));
    if (same == null) {
      addNew(asked, entry);
    } else {
      CartLine line = line(same);
      Quantity given = allowed(entry, line.quantity(), asked.quantity());
      report(asked.sku(), asked.quantity(), given);
      if (!given.isZero()) {
        replace(line, line.quantity().plus(given));
      }
    }
  }

  /** Sets the quantity of a line that is there. */
  void set(CartLine line, Quantity quantity) {
    CatalogEntry entry = facts.entries().of(line.sku());
    quantity.toUnits(entry.unit().decimals());
    if (quantity.compareTo(line.quantity()) > 0) {
      facts.checkSellable(entry);
      Quantity more = quantity.minus(line.quantity());
      Quantity result = line.quantity().plus(allowed(entry, line.quantity(), more));
      report(line.sku(), quantity, result);
      replace(line, result);
    } else {
      replace(line, quantity);
    }
  }

  void remove(CartLine line) {
    lines.remove(line.id());
    touched.add(line.id());
  }

  /** The lines as they are now, after a last look at the rules for each line that changed. */
  List<CartLine> checked() {
    for (LineId id : touched) {
      @Nullable CartLine line = lines.get(id);
      if (line != null) {
        facts
            .entries()
            .of(line.sku())
            .quantities()
            .refusal(line.sku(), line.quantity())
            .ifPresent(
                refusal -> {
                  throw refusal.asException();
                });
      }
    }
    return List.copyOf(lines.values());
  }

  int count() {
    return count;
  }

  List<QuantityCut> cuts() {
    return cuts;
  }

  private void addNew(NewLine asked, CatalogEntry entry) {
    Quantity given = allowed(entry, Quantity.ZERO, asked.quantity());
    report(asked.sku(), asked.quantity(), given);
    if (given.isZero()) {
      return;
    }
    if (lines.size() >= CartService.LINES_MAX) {
      throw new LimitExceededException(
          CartService.LIMIT_EXCEEDED,
          "linesMax",
          CartService.LINES_MAX,
          "Order what is in the cart, or remove lines.");
    }
    count++;
    CartLine line =
        new CartLine(LineIds.of(count), asked.sku(), given, asked.reference(), override(asked));
    lines.put(line.id(), line);
    LineKey.of(line).ifPresent(key -> byKey.put(key, line.id()));
    totals.add(line.sku(), given);
    touched.add(line.id());
  }

  private Optional<PriceOverride> override(NewLine asked) {
    return asked
        .price()
        .map(price -> new PriceOverride(price, asked.priceReason().orElseThrow(), actor()));
  }

  /** The same for all lines: held once. */
  private String actor() {
    String known = actor;
    if (known == null) {
      known = facts.context().actor().label();
      actor = known;
    }
    return known;
  }

  private void replace(CartLine line, Quantity quantity) {
    totals.replace(line.sku(), line.quantity(), quantity);
    lines.put(line.id(), line.withQuantity(quantity));
    touched.add(line.id());
  }

  /** How much of what is asked for on top of a line the limit over all lines of the SKU allows. */
  private Quantity allowed(CatalogEntry entry, Quantity has, Quantity more) {
    Quantity max = entry.quantities().max();
    if (!totals.exceed(entry.sku(), more, max)) {
      return more;
    }
    if (facts.overQuantity() == OverQuantity.REJECT) {
      throw new LimitExceededException(
          CartService.LIMIT_EXCEEDED,
          "quantityMax",
          max.toBigDecimal().longValue(),
          "At most " + max + " of " + entry.sku() + " may be in a cart, over all its lines.");
    }
    return QuantityCaps.cutDown(entry.quantities(), has, totals.room(entry.sku(), max));
  }

  private void report(Sku sku, Quantity asked, Quantity given) {
    if (asked.compareTo(given) != 0) {
      cuts.add(new QuantityCut(sku, asked, given));
    }
  }

  private CartLine line(LineId id) {
    @Nullable CartLine line = lines.get(id);
    if (line == null) {
      throw new IllegalStateException("The line " + id + " is indexed but not there");
    }
    return line;
  }
}
