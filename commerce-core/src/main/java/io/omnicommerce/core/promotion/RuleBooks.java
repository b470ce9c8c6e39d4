package io.omnicommerce.core.promotion;

import io.omnicommerce.channel.Conventions;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.promotion.ConditionFinding;
import io.omnicommerce.promotion.Lane;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.Promotion.Stage;
import io.omnicommerce.promotion.PromotionService;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.LoggerFactory;

/**
 * The rule books of all tenants, each compiled once. A change of promotions changes the book's
 * stamp, so that nobody is ever answered from an older one; a promotion that did not change is not
 * compiled again.
 */
public final class RuleBooks {

  private static final int BOOKS_MAX = 200;
  private static final int COMPILED_MAX = 100_000;

  private final HostRules host;
  private final Recent<Key, RuleBook> books = new Recent<>(BOOKS_MAX);
  private final Recent<String, Contents> contents = new Recent<>(BOOKS_MAX);
  private final Recent<Promotion, CompiledPromotion> compiled = new Recent<>(COMPILED_MAX);
  private final Map<Conventions, RuleBook> empty = new ConcurrentHashMap<>();
  private final Set<String> warned = ConcurrentHashMap.newKeySet();

  private record Key(String stamp, Stage stage, Conventions conventions) {}

  private record Contents(List<Promotion> promotions, List<Lane> lanes) {}

  public RuleBooks(HostRules host) {
    this.host = host;
  }

  public HostRules host() {
    return host;
  }

  /** The book of a stage as it is for the session's tenant now. */
  public RuleBook of(Session session, Stage stage, Conventions conventions) {
    Optional<Stored<BookStamp>> stamp = PromotionDocuments.book(session);
    return stamp.isPresent()
        ? of(session, new Key(stamp.get().value().stamp(), stage, conventions))
        : empty.computeIfAbsent(conventions, RuleBook::empty);
  }

  /** The promotions that are switched off, in the order of their ids. */
  public List<Promotion> switchedOff(Session session) {
    return PromotionDocuments.book(session)
        .map(stamp -> contents(session, stamp.value().stamp()).promotions())
        .orElse(List.of())
        .stream()
        .filter(promotion -> !promotion.enabled())
        .sorted(Comparator.comparing(Promotion::id))
        .toList();
  }

  private RuleBook of(Session session, Key key) {
    RuleBook known = books.find(key);
    if (known != null) {
      return known;
    }
    RuleBook made = compile(contents(session, key.stamp()), key);
    books.put(key, made);
    return made;
  }

  private Contents contents(Session session, String stamp) {
    Contents known = contents.find(stamp);
    if (known != null) {
      return known;
    }
    Contents read =
        new Contents(PromotionDocuments.all(session), PromotionDocuments.lanes(session));
    contents.put(stamp, read);
    return read;
  }

  private RuleBook compile(Contents from, Key key) {
    List<CompiledPromotion> ready =
        from.promotions().stream()
            .filter(promotion -> promotion.enabled() && promotion.stage() == key.stage())
            .map(promotion -> compiled.get(promotion, this::compile))
            .toList();
    return RuleBook.ofCompiled(ready, from.lanes(), key.conventions());
  }

  private CompiledPromotion compile(Promotion promotion) {
    CompiledPromotion ready = CompiledPromotion.of(promotion, host);
    for (ConditionFinding unknown : ready.unknown()) {
      warn(unknown.asked(), promotion);
    }
    return ready;
  }

  /** Once a rule: there may be thousands of promotions that name it. */
  private void warn(String rule, Promotion promotion) {
    if (warned.add(rule)) {
      LoggerFactory.getLogger(RuleBooks.class)
          .warn(
              "Nobody has introduced {} to this process: promotions that name it, such as {}, are"
                  + " not given here",
              rule,
              promotion.id());
    }
  }

  /**
   * Of promotions that were given once, and are to be given again.
   *
   * @throws RefusedException {@code promotion.unknown_rule}
   */
  public void requireRules(List<Promotion> promotions) {
    for (Promotion promotion : promotions) {
      List<ConditionFinding> unknown = UnknownRules.of(promotion, host);
      if (!unknown.isEmpty()) {
        throw unknownRule(promotion, unknown.get(0).asked());
      }
    }
  }

  private static RefusedException unknownRule(Promotion promotion, String rule) {
    return new RefusedException(
        PromotionService.UNKNOWN_RULE,
        "The promotion "
            + promotion.id()
            + " names "
            + rule
            + ", which nobody has introduced here, so the price cannot be computed again. Introduce"
            + " it to the engine.",
        Facts.of("rule", rule, "promotion", promotion.id()));
  }
}
