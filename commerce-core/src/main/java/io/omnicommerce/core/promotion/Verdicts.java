package io.omnicommerce.core.promotion;

import io.omnicommerce.channel.Convention.Stacking;
import io.omnicommerce.common.DerivedList;
import io.omnicommerce.core.common.WhenRead;
import io.omnicommerce.money.Money;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.ConditionFinding;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.promotion.PromotionVerdict.Verdict;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Why each promotion of a book is given or not: lets those that a basket may get at it once more,
 * and looks on. The evaluation itself is that of every pricing, so what it gives is the same. The
 * others have a condition that does not hold; which one is found out when somebody reads it.
 */
public final class Verdicts implements Witness {

  private final RuleBook book;
  private final Basket basket;
  private final HostRules host;
  private final Map<PromotionId, Judged> judged = new HashMap<>();

  /** Of promotions that competed for the best deal, the lines and deliveries they would take. */
  private final Map<PromotionId, Set<Integer>> wanted = new HashMap<>();

  private final WrittenNotes notes;
  private final Map<PromotionId, Set<Integer>> given = new HashMap<>();
  private final Tally tally;

  /** Those that had a turn, in their order. */
  private final int[] turns;

  /** Whether one is given alone. */
  private final boolean isExclusive;

  /** The basket as it was when so many had had their turns; whoever makes one makes the same. */
  private final AtomicReferenceArray<@Nullable Deal> states;

  private Verdicts(RuleBook book, Basket basket, HostRules host) {
    this.book = book;
    this.basket = basket;
    this.host = host;
    turns =
        Arrays.stream(book.candidates(basket))
            .filter(place -> book.at(place).promotion().window().contains(basket.buyer.at()))
            .toArray();
    Deal deal = Evaluation.before(this, book, basket, turns);
    tally = deal.tally;
    states = new AtomicReferenceArray<>(turns.length + 1);
    notes = (WrittenNotes) deal.notes;
    for (int i = 0; i < deal.tally.size(); i++) {
      if (deal.tally.how(i) > 0) {
        take(given, deal.tally.who(i).id(), deal.tally.where(i));
      }
    }
    deal.tally
        .gifts()
        .forEach(gift -> given.computeIfAbsent(gift.promotion().id(), id -> new HashSet<>()));
    isExclusive = !givenBy(Promotion::exclusive).isEmpty();
  }

  /** The verdicts on a basket. */
  public static Verdicts of(RuleBook book, Basket basket, HostRules host) {
    return new Verdicts(book, basket, host);
  }

  /** One for each promotion of the book, in the order in which they run. */
  public List<Judged> all() {
    return new All(this);
  }

  /** Each is judged when it is looked at. */
  private static final class All extends DerivedList<Judged> {
    private final Verdicts of;

    All(Verdicts of) {
      this.of = of;
    }

    @Override
    public Judged get(int place) {
      return of.judge(Objects.checkIndex(place, of.book.size()));
    }

    @Override
    public int size() {
      return of.book.size();
    }
  }

  /** What did not come out even of what was given. */
  public List<Judged.Rounded> rounded() {
    return notes.rounded.stream().filter(one -> given.containsKey(one.promotion())).toList();
  }

  @Override
  public Notes notes() {
    return new WrittenNotes();
  }

  @Override
  public void asked(CompiledPromotion promotion, Deal deal, boolean holds) {
    if (!holds) {
      judged.put(promotion.id(), unmetNow(promotion, deal));
    }
  }

  @Override
  public void gave(CompiledPromotion promotion, Deal after, long taken) {
    if (taken == 0) {
      judged.put(promotion.id(), empty(promotion, after));
    }
  }

  @Override
  public void stopped(CompiledPromotion promotion, CompiledPromotion by, Deal deal) {
    judged.put(
        promotion.id(),
        promotion.holds(deal)
            ? Judged.behind(promotion.promotion(), Verdict.STOPPED, List.of(by.id()))
            : unmetNow(promotion, deal));
  }

  @Override
  public void competed(List<CompiledPromotion> eligible, Deal before) {
    for (CompiledPromotion promotion : eligible) {
      Deal alone = before.copy();
      if (alone.give(promotion) == 0) {
        gave(promotion, alone, 0);
      }
      for (int i = before.tally.size(); i < alone.tally.size(); i++) {
        take(wanted, promotion.id(), alone.tally.where(i));
      }
    }
  }

  private static void take(Map<PromotionId, Set<Integer>> of, PromotionId id, int where) {
    of.computeIfAbsent(id, any -> new HashSet<>()).add(where);
  }

  private Judged judge(int place) {
    CompiledPromotion promotion = book.at(place);
    if (Arrays.binarySearch(turns, place) >= 0) {
      return given.containsKey(promotion.id()) ? applied(promotion) : notGiven(promotion);
    }
    return promotion.promotion().window().contains(basket.buyer.at())
        ? unmet(promotion, () -> turnOf(place))
        : Judged.of(promotion.promotion(), Verdict.OUT_OF_WINDOW);
  }

  private Judged notGiven(CompiledPromotion promotion) {
    @Nullable Judged known = judged.get(promotion.id());
    return known == null || isOvertaken(known) ? lost(promotion) : known;
  }

  /**
   * The basket as it was when a promotion would have had its turn: without what was taken before
   * it. In a lane of best deals nobody is before another, and beside an exclusive one nobody is.
   */
  private Deal turnOf(int place) {
    int earlier = before(place);
    @Nullable Deal known = states.get(earlier);
    if (known == null) {
      known = after(earlier);
      states.set(earlier, known);
    }
    return known;
  }

  private int before(int place) {
    boolean together = book.stackingOf(place) == Stacking.BEST_ONLY;
    int earlier = 0;
    while (earlier < turns.length
        && turns[earlier] < place
        && !(together && book.laneOf(turns[earlier]) == book.laneOf(place))) {
      earlier++;
    }
    return isExclusive ? 0 : earlier;
  }

  private Deal after(int earlier) {
    Set<CompiledPromotion> before = new HashSet<>();
    for (int turn = 0; turn < earlier; turn++) {
      before.add(book.at(turns[turn]));
    }
    Deal then = new Deal(basket, book.policies());
    for (int i = 0; i < tally.size(); i++) {
      if (before.contains(tally.who(i))) {
        then.back(tally.where(i), -tally.how(i));
      }
    }
    return then;
  }

  /** What stopped it was then not given itself. */
  private boolean isOvertaken(Judged known) {
    return known.verdict() == Verdict.STOPPED && !given.keySet().containsAll(known.others());
  }

  private Judged applied(CompiledPromotion promotion) {
    return withNotes(promotion, Verdict.APPLIED, List.of(), notes);
  }

  private Judged empty(CompiledPromotion promotion, Deal after) {
    Verdict verdict = nothing(promotion, after);
    return withNotes(
        promotion, verdict, missing(promotion, verdict, after), (WrittenNotes) after.notes);
  }

  private List<ConditionFinding> missing(CompiledPromotion promotion, Verdict verdict, Deal after) {
    return switch (verdict) {
      case TOO_LITTLE -> Shortages.of(promotion.promotion(), after);
      case USED_UP ->
          List.of(
              Findings.budget(money(after.whole(promotion)), money(basket.budget(promotion.id()))));
      default -> List.of();
    };
  }

  private Money money(long minor) {
    return Money.ofMinor(minor, basket.buyer.currency());
  }

  private static Judged withNotes(
      CompiledPromotion promotion,
      Verdict verdict,
      List<ConditionFinding> findings,
      WrittenNotes of) {
    PromotionId id = promotion.id();
    return new Judged(
        promotion.promotion(),
        verdict,
        List.of(),
        findings,
        of.capped.getOrDefault(id, 0L),
        of.missed.getOrDefault(id, 0L),
        List.copyOf(of.floors.getOrDefault(id, Set.of())),
        of.passedOn.getOrDefault(id, 0L));
  }

  /** Its conditions hold, or nobody has asked; it would give something, or nobody has tried. */
  private Judged lost(CompiledPromotion promotion) {
    Deal fresh = new Deal(basket, book.policies());
    if (!promotion.holds(fresh)) {
      return unmetNow(promotion, fresh);
    }
    List<PromotionId> exclusive = givenBy(Promotion::exclusive);
    if (!exclusive.isEmpty()) {
      return Judged.behind(promotion.promotion(), Verdict.BEHIND_EXCLUSIVE, exclusive);
    }
    return promotion.promotion().exclusive()
        ? Judged.behind(promotion.promotion(), Verdict.NOT_ALONE, givenBy(any -> true))
        : Judged.behind(promotion.promotion(), Verdict.BETTER_DEAL, rivals(promotion));
  }

  private List<PromotionId> givenBy(Predicate<Promotion> which) {
    return Arrays.stream(turns)
        .mapToObj(turn -> book.at(turn).promotion())
        .filter(which)
        .map(Promotion::id)
        .filter(given::containsKey)
        .toList();
  }

  /** Those that took of what it would have taken; where they only used units, all of its lane. */
  private List<PromotionId> rivals(CompiledPromotion promotion) {
    Set<Integer> lines = wanted.getOrDefault(promotion.id(), Set.of());
    List<PromotionId> rivals =
        givenBy(
            other -> given.getOrDefault(other.id(), Set.of()).stream().anyMatch(lines::contains));
    String lane = promotion.promotion().lane();
    return rivals.isEmpty() ? givenBy(other -> other.lane().equals(lane)) : rivals;
  }

  /** The deal goes on: what it holds now is looked at now. */
  private Judged unmetNow(CompiledPromotion compiled, Deal deal) {
    Judged unmet = unmet(compiled, () -> deal);
    List<ConditionFinding> now = List.copyOf(unmet.findings());
    return Judged.of(unmet.promotion(), unmet.verdict(), now);
  }

  private Judged unmet(CompiledPromotion compiled, Supplier<Deal> deal) {
    Promotion promotion = compiled.promotion();
    if (!compiled.unknown().isEmpty()) {
      return Judged.of(promotion, Verdict.RULE_UNKNOWN, compiled.unknown());
    }
    if (promotion.onCoupon() && !basket.buyer.unlocked().contains(promotion.id())) {
      return Judged.of(promotion, Verdict.NO_COUPON);
    }
    if (basket.buyer.exhausted().contains(promotion.id())) {
      return Judged.of(promotion, Verdict.USED_UP);
    }
    return Judged.of(
        promotion,
        Verdict.CONDITION_NOT_MET,
        WhenRead.of(() -> Findings.of(compiled, host, deal.get())));
  }

  /** Why a promotion whose conditions hold takes nothing. */
  private Verdict nothing(CompiledPromotion compiled, Deal deal) {
    if (deal.overspends(compiled)) {
      return Verdict.USED_UP;
    }
    List<Benefit> benefits = compiled.promotion().benefits();
    if (benefits.stream().allMatch(Benefit.Gift.class::isInstance)) {
      return Verdict.NO_GIFT;
    }
    List<Reach> reach = Reach.of(benefits);
    if (reach.stream().allMatch(of -> lacksAmount(of, deal))) {
      return Verdict.NO_AMOUNT;
    }
    int[] lines =
        IntStream.range(0, basket.lines)
            .filter(line -> reach.stream().anyMatch(of -> of.means(deal, line)))
            .toArray();
    int[] deliveries =
        IntStream.range(0, basket.deliveries)
            .filter(delivery -> reach.stream().anyMatch(of -> of.meansDelivery(deal, delivery)))
            .toArray();
    if (lines.length + deliveries.length == 0) {
      return Verdict.NOTHING_MEANT;
    }
    boolean spares = !compiled.promotion().discountedItems();
    if (spares && deliveries.length == 0 && all(lines, line -> basket.isDiscounted(line))) {
      return Verdict.GOODS_REDUCED;
    }
    return all(lines, line -> deal.room(line) == 0) && all(deliveries, d -> deal.feesLeft[d] == 0)
        ? Verdict.NOTHING_LEFT
        : Verdict.TOO_LITTLE;
  }

  private static boolean all(int[] places, IntPredicate is) {
    return IntStream.of(places).allMatch(is);
  }

  private static boolean lacksAmount(Reach reach, Deal deal) {
    return reach.amount().isPresent() && deal.amount(reach.amount().get(), -1) < 0;
  }
}
