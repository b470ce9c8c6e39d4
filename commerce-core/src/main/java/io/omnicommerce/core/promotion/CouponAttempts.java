package io.omnicommerce.core.promotion;

import io.omnicommerce.common.Actor;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.common.Version;
import io.omnicommerce.core.common.Fingerprint;
import io.omnicommerce.core.json.Json;
import io.omnicommerce.core.storage.Results;
import io.omnicommerce.promotion.AttemptLimit;
import io.omnicommerce.promotion.PromotionService;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentType;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Wrong codes of whoever gives one, and of the cart it is given for: two documents, read with one
 * question. A wrong code is written by the transaction that has found it wrong, so of many guesses
 * at once none is answered uncounted.
 */
public final class CouponAttempts {

  public static final DocumentType<WrongCodes> TYPE =
      DocumentType.of("coupon_attempts", Json.codec(WrongCodes.class));

  private static final int NAME_LENGTH = 32;

  private final Session session;
  private final AttemptLimit limit;
  private final List<String> subjects;
  private final Map<String, Stored<WrongCodes>> known;

  private CouponAttempts(Session session, AttemptLimit limit, List<String> subjects) {
    this.session = session;
    this.limit = limit;
    this.subjects = subjects;
    known = session.documents().findAll(TYPE, subjects);
  }

  /** Those of the caller, and of a cart. */
  public static CouponAttempts of(Session session, AttemptLimit limit, String cart) {
    Actor caller = session.context().actor();
    return new CouponAttempts(
        session, limit, List.of(name(caller.kind() + "\n" + caller.id()), name("cart\n" + cart)));
  }

  /** Those of the caller with gift cards, which are no coupons. */
  public static CouponAttempts ofGiftCards(Session session, AttemptLimit limit) {
    Actor caller = session.context().actor();
    return new CouponAttempts(
        session, limit, List.of(name("gift cards\n" + caller.kind() + "\n" + caller.id())));
  }

  private static String name(String subject) {
    return Fingerprint.of(subject).substring(0, NAME_LENGTH);
  }

  /** Why no code may be tried now, if so. */
  public Optional<Refusal> refusal() {
    return subjects.stream()
        .flatMap(subject -> counted(subject).blockedUntil(limit).stream())
        .max(Comparator.naturalOrder())
        .map(CouponAttempts::tooMany);
  }

  private WrongCodes counted(String subject) {
    Stored<WrongCodes> stored = known.get(subject);
    return stored == null
        ? WrongCodes.NONE
        : stored.value().since(session.now().minus(limit.window()));
  }

  private WrongCodes counted(String subject, List<String> more) {
    WrongCodes counted = counted(subject);
    for (String code : more) {
      counted = counted.and(name(code), session.now());
    }
    return counted;
  }

  private static Refusal tooMany(Instant until) {
    return Refusal.of(
        PromotionService.TOO_MANY_ATTEMPTS,
        "Too many codes were tried that do not count here. Try again at " + until + ".",
        Facts.of("until", until));
  }

  /** Writes down that a code was wrong. */
  public void wrong(String code) {
    wrong(List.of(code));
  }

  /** Writes down that some codes were wrong. */
  public void wrong(List<String> codes) {
    Decision.Builder decision = Decision.builder();
    for (String subject : subjects) {
      Stored<WrongCodes> before = known.get(subject);
      decision.save(
          new DocumentWrite<>(
              TYPE,
              subject,
              before == null ? Version.NONE : before.version(),
              counted(subject, codes)));
    }
    Results.commit(session, decision.build());
  }
}
