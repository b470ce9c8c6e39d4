package io.omnicommerce.core.cart;

import io.omnicommerce.cart.Cart;
import io.omnicommerce.cart.CartLine;
import io.omnicommerce.cart.CartService;
import io.omnicommerce.cart.CartStatus;
import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.QuantityRule;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.MergePolicy;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.LimitExceededException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Reference;
import io.omnicommerce.money.CurrencyMismatchException;
import io.omnicommerce.pricing.PricingRequest;
import io.omnicommerce.promotion.CouponCode;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What becomes of a guest's cart and a customer's cart that turn out to be one person's. */
final class MergeRules {

  private MergeRules() {}

  /** Both carts as they are afterwards, and what became of each line. */
  record Merged(Cart guest, Cart into, List<LinePair> lines) {}

  static void checkPossible(Cart guest, Cart into) {
    if (guest.id().equals(into.id())) {
      throw new InvalidInputException(
          CartService.INVALID_MERGE, "into", into.id().value(), "must be another cart");
    }
    if (!guest.currency().equals(into.currency())) {
      throw new CurrencyMismatchException(
          into.currency(),
          guest.currency(),
          "The cart "
              + into.id()
              + " is in "
              + into.currency()
              + ", and the guest's in "
              + guest.currency()
              + ". Carts of two currencies stay two.",
          Facts.of("cart", into.id(), "guest", guest.id()));
    }
  }

  /** Whether the guest's cart has become a part of the other one before. */
  static boolean isMerged(Cart guest, Cart into) {
    return guest.status() == CartStatus.MERGED
        && guest.successor().filter(CartRules.reference(into.id())::equals).isPresent();
  }

  static Merged merge(
      Cart guest,
      Cart into,
      MergePolicy policy,
      Map<Sku, CatalogEntry> entries,
      CallContext context,
      Instant now) {
    boolean guestCounts = guestCounts(guest, into, policy);
    List<LinePair> pairs = LinePair.of(guest.lines(), into.lines());
    pairs.forEach(pair -> pair.want(guestCounts ? policy : MergePolicy.USE_CUSTOMER));
    allow(pairs, entries);
    Result result = new Result(into);
    pairs.forEach(result::take);
    Reference reference = CartRules.reference(into.id());
    return new Merged(
        CartChange.of(guest)
            .reservation(Optional.empty())
            .ended(CartStatus.MERGED, reference)
            .by(context, now),
        into(guest, into, guestCounts, result).by(context, now),
        pairs);
  }

  /** What a merge says that was done before: what each cart has, and no more. */
  static List<LinePair> repeated(Cart guest, Cart into) {
    List<LinePair> pairs = LinePair.of(guest.lines(), into.lines());
    pairs.forEach(pair -> pair.want(MergePolicy.USE_CUSTOMER));
    pairs.forEach(LinePair::keep);
    return pairs;
  }

  /** An empty cart replaces nothing: who has nothing in hand loses nothing by signing in. */
  private static boolean guestCounts(Cart guest, Cart into, MergePolicy policy) {
    return switch (policy) {
      case SUM, MAX, GUEST_WINS, USE_GUEST -> !guest.isEmpty();
      case USE_CUSTOMER -> false;
      case USE_GUEST_IF_CUSTOMER_EMPTY -> into.isEmpty() && !guest.isEmpty();
    };
  }

  /** What both carts agree on stays; what is more is given as far as each SKU's limit goes. */
  private static void allow(List<LinePair> pairs, Map<Sku, CatalogEntry> entries) {
    pairs.forEach(LinePair::keep);
    SkuTotals totals = new SkuTotals();
    pairs.forEach(pair -> totals.add(pair.sku(), pair.result()));
    for (LinePair pair : pairs) {
      QuantityRule rule = rule(entries.get(pair.sku()));
      BigDecimal more = pair.missing();
      if (more.signum() > 0) {
        boolean fits = totals.of(pair.sku()).add(more).compareTo(rule.max().toBigDecimal()) <= 0;
        Quantity given =
            fits
                ? Quantity.of(more)
                : QuantityCaps.cutDown(rule, pair.result(), totals.room(pair.sku(), rule.max()));
        pair.give(given);
        totals.add(pair.sku(), given);
      }
    }
  }

  private static QuantityRule rule(@Nullable CatalogEntry entry) {
    return entry == null ? QuantityRule.ANY : entry.quantities();
  }

  private static CartChange into(Cart guest, Cart into, boolean guestCounts, Result result) {
    CartChange change = CartChange.of(into).lines(result.lines(), result.count);
    if (guestCounts) {
      change.coupons(coupons(guest, into));
      change.giftChoices(CartRules.chosen(guest.giftChoices(), into.giftChoices()));
      guest.contact().filter(found -> into.contact().isEmpty()).ifPresent(change::contact);
      guest.delivery().filter(found -> into.delivery().isEmpty()).ifPresent(change::delivery);
      guest
          .paymentMethod()
          .filter(found -> into.paymentMethod().isEmpty())
          .ifPresent(change::paymentMethod);
      change.reservation(into.reservation().or(guest::reservation));
    }
    return change;
  }

  /** Those of both, as many as a cart can have; the customer's first. */
  private static List<CouponCode> coupons(Cart guest, Cart into) {
    return Stream.concat(into.coupons().stream(), guest.coupons().stream())
        .distinct()
        .limit(PricingRequest.COUPONS_MAX)
        .toList();
  }

  /** The customer's lines in their order, then what is new. */
  private static final class Result {
    private final List<CartLine> lines = new ArrayList<>();
    private int count;

    Result(Cart into) {
      count = into.lineCount();
    }

    void take(LinePair pair) {
      if (pair.result().isZero()) {
        return;
      }
      lines.add(
          pair.customer().map(own -> own.withQuantity(pair.result())).orElseGet(() -> fresh(pair)));
    }

    List<CartLine> lines() {
      if (lines.size() > CartService.LINES_MAX) {
        throw new LimitExceededException(
            CartService.LIMIT_EXCEEDED,
            "linesMax",
            CartService.LINES_MAX,
            "Remove lines from one of the carts first.");
      }
      return lines;
    }

    private CartLine fresh(LinePair pair) {
      CartLine guest = pair.guest().orElseThrow();
      count++;
      return new CartLine(
          LineIds.of(count), guest.sku(), pair.result(), guest.reference(), guest.override());
    }
  }
}
