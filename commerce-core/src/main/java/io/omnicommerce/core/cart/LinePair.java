package io.omnicommerce.core.cart;

import io.omnicommerce.cart.CartLine;
import io.omnicommerce.cart.CartService;
import io.omnicommerce.cart.MergeReport.MergedLine;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.MergePolicy;
import io.omnicommerce.common.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The same line in two carts that are merged, or a line that only one of them has. */
final class LinePair {

  /** The order of a report: by SKU, then by reference. */
  static final Comparator<LinePair> ORDER = Comparator.comparing(LinePair::key);

  private final @Nullable CartLine customer;
  private @Nullable CartLine guest;
  private BigDecimal wanted = BigDecimal.ZERO;
  private Quantity result = Quantity.ZERO;

  private LinePair(@Nullable CartLine customer, @Nullable CartLine guest) {
    this.customer = customer;
    this.guest = guest;
  }

  /** The customer's lines in their order, then those that only the guest has. */
  static List<LinePair> of(List<CartLine> guest, List<CartLine> customer) {
    List<LinePair> pairs = new ArrayList<>(customer.size() + guest.size());
    Map<LineKey, LinePair> byKey = new HashMap<>();
    for (CartLine line : customer) {
      LinePair pair = new LinePair(line, null);
      pairs.add(pair);
      LineKey.of(line).ifPresent(key -> byKey.putIfAbsent(key, pair));
    }
    for (CartLine line : guest) {
      @Nullable LinePair same = LineKey.of(line).map(byKey::get).orElse(null);
      if (same == null) {
        pairs.add(new LinePair(null, line));
      } else {
        same.guest = line;
      }
    }
    return pairs;
  }

  /** How much there would be by the policy alone. */
  void want(MergePolicy policy) {
    BigDecimal mine = quantity(customer).toBigDecimal();
    BigDecimal theirs = quantity(guest).toBigDecimal();
    wanted =
        switch (policy) {
          case SUM -> mine.add(theirs);
          case MAX -> mine.max(theirs);
          case GUEST_WINS -> guest == null ? mine : theirs;
          case USE_GUEST, USE_GUEST_IF_CUSTOMER_EMPTY -> theirs;
          case USE_CUSTOMER -> mine;
        };
  }

  /** Keeps what the customer has already, as far as it is wanted. */
  void keep() {
    result = Quantity.of(wanted.min(quantity(customer).toBigDecimal()));
  }

  /** How much is wanted beyond what there is. */
  BigDecimal missing() {
    return wanted.subtract(result.toBigDecimal());
  }

  void give(Quantity more) {
    result = result.plus(more);
  }

  Quantity result() {
    return result;
  }

  Sku sku() {
    return key().sku();
  }

  Optional<CartLine> customer() {
    return Optional.ofNullable(customer);
  }

  Optional<CartLine> guest() {
    return Optional.ofNullable(guest);
  }

  MergedLine report() {
    return new MergedLine(
        sku(),
        key().reference(),
        quantity(guest),
        quantity(customer),
        result,
        missing().signum() == 0
            ? Optional.empty()
            : Optional.of(CartService.LIMIT_EXCEEDED.value()));
  }

  private LineKey key() {
    CartLine line = customer().or(this::guest).orElseThrow();
    return new LineKey(line.sku(), line.reference());
  }

  private static Quantity quantity(@Nullable CartLine line) {
    return line == null ? Quantity.ZERO : line.quantity();
  }
}
