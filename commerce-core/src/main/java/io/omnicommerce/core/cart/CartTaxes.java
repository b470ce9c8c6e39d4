package io.omnicommerce.core.cart;

import io.omnicommerce.cart.CartId;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.PortContractException;
import io.omnicommerce.core.tax.TaxAnswers;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.tax.ExternalTaxes;
import io.omnicommerce.tax.spi.TaxQuestion;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.LoggerFactory;

/** Asks the tax service about carts, between transactions and never inside one. */
public final class CartTaxes {

  private static final int ASKED_MAX = 3;

  private final Storage storage;
  private final CartPricing pricing;

  public CartTaxes(Storage storage, CartPricing pricing) {
    this.storage = storage;
    this.pricing = pricing;
  }

  /**
   * Does what prices a cart, and does it again once the service has answered.
   *
   * @param work one transaction; it has changed nothing if something is open
   * @param open what the service is to be asked first
   */
  public <R> R settle(
      CallContext context,
      CartId cart,
      Function<TaxAsking, R> work,
      Function<R, Optional<TaxQuestion>> open) {
    R result = work.apply(storage.joinsHostTransaction() ? TaxAsking.JOINED : TaxAsking.POSSIBLE);
    Optional<TaxQuestion> question = open.apply(result);
    for (int asked = 1; question.isPresent(); asked++) {
      TaxAsking asking =
          asked > ASKED_MAX ? TaxAsking.CHANGING : ask(context, cart, question.get());
      result = work.apply(asking);
      question = open.apply(result);
    }
    return result;
  }

  private TaxAsking ask(CallContext context, CartId cart, TaxQuestion question) {
    try {
      return pricing
          .ask(question)
          .map(answer -> freeze(context, cart, question, answer))
          .orElse(TaxAsking.FAILED);
    } catch (PortContractException broken) {
      LoggerFactory.getLogger(CartTaxes.class)
          .error("The answer about the cart {} is not used", cart, broken);
      return TaxAsking.BROKEN;
    }
  }

  private TaxAsking freeze(
      CallContext context, CartId cart, TaxQuestion question, ExternalTaxes answer) {
    return storage.inTransaction(
        context,
        session -> {
          TaxAnswers.freeze(session, cart.value(), question, answer);
          return TaxAsking.POSSIBLE;
        });
  }
}
