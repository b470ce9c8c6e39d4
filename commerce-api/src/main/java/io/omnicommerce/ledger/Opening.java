package io.omnicommerce.ledger;

import java.util.Objects;

/**
 * The floor with which an account begins if a batch is the first to name it. An account without an
 * opening begins with the floor 0. An account that is there already is not changed.
 */
public record Opening(AccountId account, long floorAt) {

  public Opening {
    Objects.requireNonNull(account, "account");
  }
}
