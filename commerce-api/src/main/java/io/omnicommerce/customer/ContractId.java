package io.omnicommerce.customer;

import io.omnicommerce.common.Text;

/** An agreement with a company, such as one on prices. */
public record ContractId(String value) implements Comparable<ContractId> {

  public ContractId {
    Text.id(value, "contract");
  }

  public static ContractId of(String value) {
    return new ContractId(value);
  }

  @Override
  public int compareTo(ContractId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
