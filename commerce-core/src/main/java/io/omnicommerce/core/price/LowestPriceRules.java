package io.omnicommerce.core.price;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.price.LowestPrice;
import io.omnicommerce.price.PriceAnswer;
import java.time.Instant;
import java.util.NavigableSet;
import java.util.Optional;

/**
 * The lowest price before a reduction, as Article 6a of Directive 98/6/EC asks for it. Between two
 * turns a price stays as it is, so only turns are looked at.
 */
final class LowestPriceRules {

  private final PriceHistory history;
  private final PriceQuestion question;
  private final Sku sku;
  private final Quantity quantity;
  private final NavigableSet<Instant> turns;

  private LowestPriceRules(
      PriceHistory history, PriceQuestion question, Sku sku, Quantity quantity) {
    this.history = history.of(sku);
    this.question = question;
    this.sku = sku;
    this.quantity = quantity;
    turns = this.history.turns();
  }

  /** Before the reduction that counts at the question's instant; empty if none does. */
  static Optional<LowestPrice> ofReduction(
      PriceHistory history, PriceQuestion question, Sku sku, Quantity quantity) {
    LowestPriceRules rules = new LowestPriceRules(history, question, sku, quantity);
    return rules.isReduced(question.at())
        ? rules.before(rules.beginning(question.at()))
        : Optional.empty();
  }

  /** Before an instant at which a reduction begins, whatever reduces. */
  static Optional<LowestPrice> before(
      PriceHistory history, PriceQuestion question, Sku sku, Quantity quantity) {
    return new LowestPriceRules(history, question, sku, quantity).before(question.at());
  }

  /** Since when it has been reduced without a break; a further reduction is none. */
  private Instant beginning(Instant at) {
    Instant began = at;
    for (Instant turn : turns.headSet(at, true).descendingSet()) {
      if (!isReduced(turn)) {
        return began;
      }
      began = turn;
    }
    return began;
  }

  private Optional<LowestPrice> before(Instant began) {
    Instant first = began.minus(LowestPrice.PERIOD);
    Optional<UnitPrice> lowest = price(first).map(PriceAnswer::price);
    for (Instant turn : turns.subSet(first, false, began, false)) {
      lowest = lower(lowest, price(turn).map(PriceAnswer::price));
    }
    return lowest.map(price -> new LowestPrice(sku, price, began));
  }

  private static Optional<UnitPrice> lower(Optional<UnitPrice> one, Optional<UnitPrice> other) {
    if (one.isEmpty() || other.isEmpty()) {
      return one.isEmpty() ? other : one;
    }
    return one.get().compareTo(other.get()) <= 0 ? one : other;
  }

  private boolean isReduced(Instant at) {
    return price(at).filter(PriceAnswer::isReduced).isPresent();
  }

  private Optional<PriceAnswer> price(Instant at) {
    return PriceFacts.of(question.asOf(at), history.at(at)).price(sku, quantity);
  }
}
