package io.omnicommerce.core.checkout;

import io.omnicommerce.channel.Convention;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.core.channel.ChannelDocuments;
import io.omnicommerce.core.promotion.KnownCoupon;
import io.omnicommerce.core.promotion.KnownCoupons;
import io.omnicommerce.core.promotion.PromotionAccounts;
import io.omnicommerce.core.promotion.PromotionDocuments;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.HoldGroup;
import io.omnicommerce.ledger.HoldLine;
import io.omnicommerce.ledger.LedgerStep;
import io.omnicommerce.promotion.CouponBatch;
import io.omnicommerce.promotion.CouponCode;
import io.omnicommerce.storage.Session;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
    Map<AccountId, Boolean> restored = restored(session, uses);
    return uses.stream()
        .filter(line -> !restored.getOrDefault(line.from(), byDefault))
        .<LedgerStep>map(line -> new LedgerStep.PostLine(group.id(), line.line(), line.open()))
        .toList();
  }

  /** What coupons and batches say themselves, by the accounts of their uses. */
  private static Map<AccountId, Boolean> restored(Session session, List<HoldLine> uses) {
    List<CouponCode> codes =
        items(uses, PromotionAccounts.COUPON).stream().map(CouponCode::of).toList();
    Map<CouponCode, KnownCoupon> coupons = KnownCoupons.find(session, codes);
    Map<String, CouponBatch> batches =
        PromotionDocuments.batches(session, items(uses, PromotionAccounts.BATCH));
    Map<AccountId, Boolean> restored = new HashMap<>();
    for (HoldLine line : uses) {
      String item = line.from().item();
      switch (line.from().book()) {
        case PromotionAccounts.COUPON ->
            Optional.ofNullable(coupons.get(CouponCode.of(item)))
                .flatMap(known -> known.coupon().restoredOnCancel())
                .ifPresent(says -> restored.put(line.from(), says));
        case PromotionAccounts.BATCH ->
            Optional.ofNullable(batches.get(item))
                .flatMap(CouponBatch::restoredOnCancel)
                .ifPresent(says -> restored.put(line.from(), says));
        default -> {
          // A promotion says nothing itself, and whether a cancelled order counts is not asked
          // here.
          if (PromotionAccounts.isOrder(line.from())) {
            restored.put(line.from(), true);
          }
        }
      }
    }
    return restored;
  }

  private static Set<String> items(List<HoldLine> uses, String book) {
    return uses.stream()
        .map(HoldLine::from)
        .filter(account -> account.book().equals(book))
        .map(AccountId::item)
        .collect(Collectors.toSet());
  }
}
