package io.omnicommerce.common;

/**
 * Where a customer meets the shop: a web storefront, an app, a till, a marketplace, a call center.
 */
public record ChannelId(String value) implements Comparable<ChannelId> {

  public ChannelId {
    Text.id(value, "channel");
  }

  public static ChannelId of(String value) {
    return new ChannelId(value);
  }

  @Override
  public int compareTo(ChannelId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
