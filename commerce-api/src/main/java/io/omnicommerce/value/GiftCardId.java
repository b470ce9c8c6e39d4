package io.omnicommerce.value;

import io.omnicommerce.common.Text;

/** A gift card, for the shop's own people; it opens nothing. */
public record GiftCardId(String value) implements Comparable<GiftCardId> {

  public GiftCardId {
    Text.id(value, "giftCard");
  }

  public static GiftCardId of(String value) {
    return new GiftCardId(value);
  }

  @Override
  public int compareTo(GiftCardId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
