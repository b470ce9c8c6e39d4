package io.omnicommerce.tax;

import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.Text;
import io.omnicommerce.money.Money;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Taxes that a service outside has worked out for a sale, to be used instead of the market's rates.
 *
 * @param reference the name under which the service keeps its answer
 * @param items the taxes on each line and charge, by its id
 */
public record ExternalTaxes(String reference, Map<String, Item> items) {

  /** The answer is for other amounts than those that are to be taxed. Ask again. */
  public static final ErrorCode OUTDATED = ErrorCode.of("tax.answer_outdated");

  /** The storage works inside the host's transaction, in which no service may be asked. */
  public static final ErrorCode EXTERNAL_CALL = ErrorCode.of("tax.external_call");

  /**
   * The taxes on one line or charge.
   *
   * @param amount for which they were worked out
   */
  public record Item(Money amount, List<TaxLine> taxes) {

    public Item {
      Objects.requireNonNull(amount, "amount");
      taxes = List.copyOf(Objects.requireNonNull(taxes, "taxes"));
    }
  }

  public ExternalTaxes {
    Text.id(reference, "reference");
    items = Map.copyOf(Objects.requireNonNull(items, "items"));
  }

  /** An answer about nothing yet. */
  public static ExternalTaxes of(String reference) {
    return new ExternalTaxes(reference, Map.of());
  }

  /** The same with the taxes on one more line or charge. */
  public ExternalTaxes with(String id, Money amount, TaxLine... taxes) {
    Objects.requireNonNull(taxes, "taxes");
    Map<String, Item> more = new HashMap<>(items);
    more.put(Text.id(id, "id"), new Item(amount, List.of(taxes)));
    return new ExternalTaxes(reference, more);
  }
}
