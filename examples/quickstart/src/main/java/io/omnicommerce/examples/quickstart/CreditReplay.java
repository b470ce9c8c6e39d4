package io.omnicommerce.examples.quickstart;

import io.omnicommerce.Commerce;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.IdempotencyKey;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.OrderId;
import io.omnicommerce.returns.ReturnService;
import java.util.Optional;

/**
 * Replays what a cancellation gives back without goods: a discount, postage, an entry by hand. It
 * goes back on the customer's latest order in the files that has so much left to give back.
 */
final class CreditReplay {

  private final Commerce commerce;
  private final CallContext context;
  private final Originals originals;
  private final Books books;

  CreditReplay(Shop shop, Originals originals, Books books) {
    this.commerce = shop.commerce();
    this.context = shop.context();
    this.originals = originals;
    this.books = books;
  }

  void replay(Document document, Row row, Verdicts verdicts) {
    RowOutcome outcome =
        RowOutcome.refused(
            ReturnService.ORIGINAL_UNKNOWN, "no order of this customer in the files before it");
    if (document.customer().isPresent()) {
      for (OrderId order : originals.ofCustomer(document.customer().get())) {
        Optional<CommerceException> refused = tryOn(order, row);
        if (refused.isEmpty()) {
          outcome = RowOutcome.of(OutcomeKind.CREDIT);
          break;
        }
        outcome = RowOutcome.refused(refused.get());
      }
    }
    verdicts.give(row, outcome);
  }

  private Optional<CommerceException> tryOn(OrderId order, Row row) {
    Money amount = Amounts.of(row).negated();
    String reason = Titles.of(row.description(), row.code());
    IdempotencyKey key = IdempotencyKey.of("credit-" + row.number() + "-" + order);
    try {
      books.credited(commerce.returns().refundGoodwill(context, order, amount, reason, key));
      books.round(OutcomeKind.CREDIT, row);
      return Optional.empty();
    } catch (CommerceException refused) {
      return Optional.of(refused);
    }
  }
}
