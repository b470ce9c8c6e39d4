package io.omnicommerce.laws;

import io.omnicommerce.common.ChannelId;
import io.omnicommerce.pricing.PricingLine;
import io.omnicommerce.pricing.PricingRequest;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * Something that somebody might buy.
 *
 * @param channel where
 * @param at when
 * @param request what, and as whom
 */
public record Purchase(ChannelId channel, Instant at, PricingRequest request) {

  /** The same with these lines and no others. */
  public Purchase withLines(List<PricingLine> lines) {
    return new Purchase(channel, at, request.withLines(lines));
  }

  /** The same without codes. */
  public Purchase withoutCoupons() {
    return new Purchase(channel, at, request.withCoupons(Set.of()));
  }

  /** The same without delivery. */
  public Purchase withoutDelivery() {
    return new Purchase(channel, at, request.withDelivery(List.of()));
  }
}
