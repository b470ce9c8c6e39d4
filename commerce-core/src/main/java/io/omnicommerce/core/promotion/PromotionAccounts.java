package io.omnicommerce.core.promotion;

import com.google.common.hash.Hashing;
import io.omnicommerce.common.CustomerId;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Balance;
import io.omnicommerce.ledger.Batch;
import io.omnicommerce.ledger.Leg;
import io.omnicommerce.money.Money;
import io.omnicommerce.promotion.Coupon;
import io.omnicommerce.promotion.CouponBatch;
import io.omnicommerce.promotion.CouponCode;
import io.omnicommerce.promotion.PromotionId;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How uses stand in the ledger: an account goes down with each use, and a use asks that no more
 * were made than the limit of the day. So a limit can change without a sweep of accounts.
 */
public final class PromotionAccounts {

  public static final String COUPON = "coupon";
  public static final String BATCH = "coupon_batch";
  public static final String PROMOTION = "promotion";

  private static final Set<String> BOOKS = Set.of(COUPON, BATCH, PROMOTION);
  private static final AccountId REDEEMED = AccountId.contra("@redeemed");
  private static final AccountId GIVEN = AccountId.contra("@given");
  private static final String UNIT = "use";
  private static final String ORDER = "order-";

  private PromotionAccounts() {}

  public static AccountId total(CouponCode code) {
    return AccountId.of(COUPON, code.key(), "total");
  }

  /** Of one code, under each name of whoever uses it. */
  public static List<AccountId> of(CouponCode code, Redeemer who) {
    return names(who).map(name -> AccountId.of(COUPON, code.key(), name)).toList();
  }

  /** Of all codes of a batch together. */
  public static List<AccountId> of(CouponBatch batch, Redeemer who) {
    return names(who).map(name -> AccountId.of(BATCH, batch.prefix(), name)).toList();
  }

  public static AccountId uses(PromotionId promotion) {
    return AccountId.of(PROMOTION, promotion.value(), "uses");
  }

  /** A customer's n-th order, to which a promotion is given once. */
  public static AccountId order(PromotionId promotion, CustomerId customer, long number) {
    return AccountId.of(
        PROMOTION, promotion.value(), ORDER + number + '-' + who("customer", customer.value()));
  }

  /** Whether an account counts orders of a number, which a cancelled order gives back always. */
  public static boolean isOrder(AccountId account) {
    return account.book().equals(PROMOTION) && account.holder().startsWith(ORDER);
  }

  /** A guest is who has the address or the number, and so is a customer who orders as a guest. */
  private static Stream<String> names(Redeemer who) {
    return Stream.of(
            who.customer().map(customer -> who("customer", customer.value())),
            who.email().map(email -> who("email", email.value().toLowerCase(Locale.ROOT))),
            who.phone().map(phone -> who("phone", phone.value())))
        .flatMap(Optional::stream);
  }

  /** Nobody is named in the ledger. */
  private static String who(String kind, String value) {
    return kind
        + '-'
        + Hashing.sha256().hashString(value, StandardCharsets.UTF_8).toString().substring(0, 32);
  }

  /** One use more, if no more than so many were made. */
  public static Leg use(AccountId account, long usesMax) {
    return Leg.of(account, REDEEMED, 1, UNIT).leaving(-usesMax);
  }

  /** What orders were given of a promotion's budget. */
  public static AccountId budget(PromotionId promotion, Currency currency) {
    return AccountId.of(PROMOTION, promotion.value(), "budget-" + currency.getCurrencyCode());
  }

  /** So much more of a budget, if no more than all of it is given then. */
  public static Leg spend(PromotionId promotion, Money amount, long budget) {
    return Leg.of(
            budget(promotion, amount.currency()),
            GIVEN,
            amount.minor(),
            amount.currency().getCurrencyCode())
        .leaving(-budget);
  }

  /** Lets accounts go down, which begin at nothing. */
  public static Batch opening(Batch batch) {
    Batch opening = batch;
    for (Leg leg : batch.legs()) {
      if (isUse(leg.from())) {
        opening = opening.opening(leg.from(), -Coupon.USES_MAX);
      }
    }
    return opening;
  }

  /** Whether a line of a group is a use or a part of a budget, and not goods. */
  public static boolean isUse(AccountId account) {
    return BOOKS.contains(account.book());
  }

  static long used(Balance balance) {
    return Math.subtractExact(balance.held(), balance.posted());
  }
}
