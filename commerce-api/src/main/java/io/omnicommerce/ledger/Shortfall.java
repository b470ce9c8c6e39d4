package io.omnicommerce.ledger;

import java.util.Objects;

/**
 * An account that could not give what a batch asked of it.
 *
 * @param wanted what the whole batch asked of the account
 * @param available what it could have given, after what must be left behind
 */
public record Shortfall(AccountId account, long wanted, long available) {

  public Shortfall {
    Objects.requireNonNull(account, "account");
  }
}
