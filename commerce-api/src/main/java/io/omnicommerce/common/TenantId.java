package io.omnicommerce.common;

/**
 * The one whose data this is: a shop, a brand, a company that runs the library. Nothing is ever
 * shared between two tenants, and there is no default tenant.
 */
public record TenantId(String value) implements Comparable<TenantId> {

  /** There is no tenant for all tenants. */
  public static final ErrorCode INVALID = ErrorCode.of("tenant.invalid");

  public TenantId {
    Text.id(value, "tenant");
    if (value.equals("*")) {
      throw new InvalidInputException(
          INVALID, "tenant", value, "must name one tenant; there is no tenant for all");
    }
  }

  public static TenantId of(String value) {
    return new TenantId(value);
  }

  @Override
  public int compareTo(TenantId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
