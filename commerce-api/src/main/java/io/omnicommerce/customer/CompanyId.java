package io.omnicommerce.customer;

import io.omnicommerce.common.Text;

/** A company that buys: its people share its prices and contracts. */
public record CompanyId(String value) implements Comparable<CompanyId> {

  public CompanyId {
    Text.id(value, "company");
  }

  public static CompanyId of(String value) {
    return new CompanyId(value);
  }

  @Override
  public int compareTo(CompanyId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
