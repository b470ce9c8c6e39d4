package io.omnicommerce.core.checkout;

import io.omnicommerce.channel.Convention;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.core.channel.ChannelDocuments;
import io.omnicommerce.core.promotion.PromotionAccounts;
import io.omnicommerce.core.promotion.PromotionDocuments;
import io.omnicommerce.ledger.HoldGroup;
import io.omnicommerce.ledger.HoldLine;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.promotion.Coupon;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The uses that a cancelled order does not give back, as the market says that it was bought in. */
final class UsesKept {

  private UsesKept() {}

  static List<LedgerStep> of(Session session, HoldGroup group, ChannelId channel) {
    List<HoldLine> uses =
        group.lines().stream()
            .filter(line -> line.open() > 0 && PromotionAccounts.isUse(line.from()))
            .toList();
    if (uses.isEmpty()) {
      return List.of();
    }
    boolean byDefault =
        ChannelDocuments.settings(session, channel)
            .conventions()
            .get(Convention.CANCEL_RESTORES_USAGE);
    Map<String, Stored<Coupon>> coupons = coupons(session, uses);
    return uses.stream()
        .filter(line -> !isRestored(coupons.get(couponOf(line)), byDefault))
        .<LedgerStep>map(line -> new LedgerStep.PostLine(group.id(), line.line(), line.open()))
        .toList();
  }

  private static Map<String, Stored<Coupon>> coupons(Session session, List<HoldLine> uses) {
    Set<String> keys =
        uses.stream()
            .filter(line -> line.from().book().equals(PromotionAccounts.COUPON))
            .map(line -> line.from().item())
            .collect(Collectors.toSet());
    return keys.isEmpty() ? Map.of() : session.documents().findAll(PromotionDocuments.COUPON, keys);
  }

  /** Codes of coupons, and for uses of promotions what is no code. */
  private static String couponOf(HoldLine line) {
    return line.from().book().equals(PromotionAccounts.COUPON) ? line.from().item() : "";
  }

  private static boolean isRestored(@Nullable Stored<Coupon> coupon, boolean byDefault) {
    return coupon == null ? byDefault : coupon.value().restoredOnCancel().orElse(byDefault);
  }
}
