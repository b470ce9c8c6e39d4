package io.omnicommerce.promotion;

import io.omnicommerce.common.Text;

/** A promotion; promotions of the same priority run in the order of their ids. */
public record PromotionId(String value) implements Comparable<PromotionId> {

  public PromotionId {
    Text.id(value, "promotion");
  }

  public static PromotionId of(String value) {
    return new PromotionId(value);
  }

  @Override
  public int compareTo(PromotionId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
