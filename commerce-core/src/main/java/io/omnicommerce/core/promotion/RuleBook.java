package io.omnicommerce.core.promotion;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Convention.PriorityOrder;
import io.omnicommerce.channel.Convention.Stacking;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.common.TimeWindow;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.Condition;
import io.omnicommerce.promotion.Lane;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * All promotions of a stage, as a market's conventions let them run: compiled, in their order,
 * arranged for whoever asks. Immutable but for what it remembers of askers.
 */
public final class RuleBook {

  /** Of more kinds of askers the ones that were not seen for long are forgotten. */
  private static final int SLICES_MAX = 2_000;

  private final CompiledPromotion[] promotions;
  private final int[] lanes;
  private final List<Lane> lanesInOrder;
  private final Instant[] edges;
  private final boolean asksForLocations;
  private final Set<String> namedGroups;
  private final Policies policies;
  private final boolean asksForOrders;
  private final Set<PromotionId> countingOrders;
  private final boolean asksForPayment;
  private final Recent<Slice.Key, Slice> slices = new Recent<>(SLICES_MAX);
  private volatile @Nullable Slice last;

  private RuleBook(
      List<CompiledPromotion> inOrder, List<Lane> lanesInOrder, int[] lanes, Policies policies) {
    promotions = inOrder.toArray(CompiledPromotion[]::new);
    this.lanesInOrder = lanesInOrder;
    this.lanes = lanes;
    this.policies = policies;
    edges = edges(inOrder);
    asksForOrders = asks(promotions, Condition.NthOrder.class);
    countingOrders = asksForOrders ? countingOrders(promotions) : Set.of();
    asksForPayment = asks(promotions, Condition.PaymentMethodIn.class);
    boolean locations = false;
    namedGroups = new HashSet<>();
    for (CompiledPromotion promotion : promotions) {
      locations |= promotion.needs().locations().isPresent();
      promotion.needs().groups().ifPresent(namedGroups::addAll);
    }
    asksForLocations = locations;
  }

  /** A book of the promotions that are enabled; a lane that was not saved has rank 0. */
  public static RuleBook of(
      Collection<Promotion> promotions,
      Collection<Lane> lanes,
      Promotion.Stage stage,
      HostRules host,
      Conventions conventions) {
    List<CompiledPromotion> compiled =
        promotions.stream()
            .filter(promotion -> promotion.enabled() && promotion.stage() == stage)
            .map(promotion -> CompiledPromotion.of(promotion, host))
            .toList();
    return ofCompiled(compiled, lanes, conventions);
  }

  /** A book of no promotions. */
  static RuleBook empty(Conventions conventions) {
    return new RuleBook(List.of(), List.of(), new int[0], Policies.of(conventions));
  }

  static RuleBook ofCompiled(
      Collection<CompiledPromotion> compiled, Collection<Lane> lanes, Conventions conventions) {
    Map<String, Lane> byName = new HashMap<>();
    lanes.forEach(lane -> byName.put(lane.name(), lane));
    compiled.forEach(
        promotion ->
            byName.computeIfAbsent(promotion.promotion().lane(), name -> Lane.of(name, 0)));
    List<Lane> inOrder =
        byName.values().stream()
            .sorted(Comparator.comparingInt(Lane::rank).thenComparing(Lane::name))
            .toList();
    Policies policies = Policies.of(conventions);
    Map<String, Integer> places = new HashMap<>();
    inOrder.forEach(lane -> places.put(lane.name(), places.size()));
    List<CompiledPromotion> sorted = new ArrayList<>(compiled);
    sorted.sort(
        Comparator.<CompiledPromotion>comparingInt(p -> place(places, p))
            .thenComparing(byPriority(policies))
            .thenComparing(CompiledPromotion::id));
    int[] lane = sorted.stream().mapToInt(p -> place(places, p)).toArray();
    return new RuleBook(sorted, inOrder, lane, policies);
  }

  private static int place(Map<String, Integer> places, CompiledPromotion promotion) {
    return places.getOrDefault(promotion.promotion().lane(), 0);
  }

  private static Comparator<CompiledPromotion> byPriority(Policies policies) {
    Comparator<CompiledPromotion> ascending =
        Comparator.comparingInt(compiled -> compiled.promotion().priority());
    return policies.priorityOrder() == PriorityOrder.ASC ? ascending : ascending.reversed();
  }

  private static Instant[] edges(List<CompiledPromotion> promotions) {
    TreeSet<Instant> edges = new TreeSet<>();
    for (CompiledPromotion promotion : promotions) {
      TimeWindow window = promotion.promotion().window();
      window.from().ifPresent(edges::add);
      window.until().ifPresent(edges::add);
    }
    return edges.toArray(Instant[]::new);
  }

  public boolean isEmpty() {
    return promotions.length == 0;
  }

  public int size() {
    return promotions.length;
  }

  Policies policies() {
    return policies;
  }

  CompiledPromotion at(int place) {
    return promotions[place];
  }

  int laneOf(int place) {
    return lanes[place];
  }

  Stacking stackingOf(int place) {
    return lanesInOrder.get(lanes[place]).stacking().orElse(policies.stacking());
  }

  /** Whether some promotion asks how often the customer has ordered. */
  public boolean asksForOrders() {
    return asksForOrders;
  }

  /** The promotions that are due for a customer's n-th order. */
  public Set<PromotionId> countingOrders() {
    return countingOrders;
  }

  private static Set<PromotionId> countingOrders(CompiledPromotion[] promotions) {
    Set<PromotionId> counting = new TreeSet<>();
    for (CompiledPromotion promotion : promotions) {
      if (OrderNumbers.count(promotion.promotion())) {
        counting.add(promotion.id());
      }
    }
    return counting;
  }

  /** Whether cancelled orders count when that is asked. */
  public boolean countsCancelled() {
    return policies.countsCancelled();
  }

  /** Whether some promotion asks how it is paid. */
  public boolean asksForPayment() {
    return asksForPayment;
  }

  /** Whether some of the promotions name a rule of the host's own. */
  public static boolean asksHost(Collection<Promotion> promotions) {
    for (Promotion promotion : promotions) {
      // As if nobody knew any rule: then each that is named is found.
      if (!UnknownRules.of(promotion, HostRules.NONE).isEmpty()) {
        return true;
      }
    }
    return false;
  }

  private static boolean asks(CompiledPromotion[] promotions, Class<? extends Condition> about) {
    for (CompiledPromotion promotion : promotions) {
      if (asks(promotion.promotion().conditions(), about)
          || givesByHost(promotion.promotion().benefits())) {
        return true;
      }
    }
    return false;
  }

  /** A benefit of the host's own may look at anything, as its conditions may. */
  private static boolean givesByHost(List<Benefit> benefits) {
    for (Benefit benefit : benefits) {
      if (benefit instanceof Benefit.HostBenefit) {
        return true;
      }
    }
    return false;
  }

  /** A condition of the host's may ask for anything. */
  private static boolean asks(List<Condition> conditions, Class<? extends Condition> about) {
    for (Condition condition : conditions) {
      if (about.isInstance(condition)
          || condition instanceof Condition.HostCondition
          || asks(inside(condition), about)) {
        return true;
      }
    }
    return false;
  }

  private static List<Condition> inside(Condition condition) {
    if (condition instanceof Condition.All all) {
      return all.conditions();
    }
    if (condition instanceof Condition.Any any) {
      return any.conditions();
    }
    return condition instanceof Condition.Not not ? List.of(not.condition()) : List.of();
  }

  /** Those of the promotions that are looked for, in their order. */
  public List<Promotion> promotions(Predicate<Promotion> which) {
    List<Promotion> found = new ArrayList<>();
    for (CompiledPromotion promotion : promotions) {
      if (which.test(promotion.promotion())) {
        found.add(promotion.promotion());
      }
    }
    return found;
  }

  /** The promotions that a basket may get, in their order. */
  public List<Promotion> candidatesOf(Basket basket) {
    return Arrays.stream(candidates(basket)).mapToObj(place -> at(place).promotion()).toList();
  }

  /** The lanes of promotions of this book, in their order. */
  public List<Lane> lanesOf(Collection<Promotion> of) {
    Set<String> names = new HashSet<>();
    for (Promotion promotion : of) {
      names.add(promotion.lane());
    }
    List<Lane> lanes = new ArrayList<>();
    for (Lane lane : lanesInOrder) {
      if (names.contains(lane.name())) {
        lanes.add(lane);
      }
    }
    return lanes;
  }

  /** The places of the promotions that a basket may get, in their order. */
  int[] candidates(Basket basket) {
    if (isEmpty()) {
      return new int[0];
    }
    Slice.Key key = key(basket.buyer);
    return slice(key, basket.buyer).candidates(basket);
  }

  /** What must be known to let the promotions at such goods of a buyer, whatever they cost. */
  public Lookups lookups(Basket.Buyer buyer, Set<Sku> skus, Set<String> categories) {
    if (isEmpty()) {
      return Lookups.NOTHING;
    }
    int[] places = slice(key(buyer), buyer).mentioning(skus, categories);
    return Lookups.of(this, places, buyer.unlocked());
  }

  /** Most who ask are of the kind that asked before. */
  private Slice slice(Slice.Key key, Basket.Buyer buyer) {
    Slice known = last;
    if (known == null || !known.isFor(key)) {
      known = slices.get(key, asked -> made(asked, buyer));
      last = known;
    }
    return known;
  }

  private Slice.Key key(Basket.Buyer buyer) {
    int found = Arrays.binarySearch(edges, buyer.at());
    return new Slice.Key(
        buyer.channel(),
        asksForLocations ? buyer.location() : Optional.empty(),
        named(buyer.groups()),
        buyer.currency(),
        found >= 0 ? found + 1 : -found - 1);
  }

  /** Groups that no promotion names tell nobody apart. */
  private Set<String> named(Set<String> groups) {
    if (groups.isEmpty() || namedGroups.containsAll(groups)) {
      return groups;
    }
    if (Collections.disjoint(namedGroups, groups)) {
      return Set.of();
    }
    Set<String> named = new TreeSet<>(groups);
    named.retainAll(namedGroups);
    return named;
  }

  private Slice made(Slice.Key key, Basket.Buyer buyer) {
    Places places = new Places(new int[0]);
    for (int place = 0; place < promotions.length; place++) {
      if (promotions[place].promotion().window().contains(buyer.at())
          && promotions[place].unknown().isEmpty()
          && reaches(promotions[place].needs(), key)) {
        places.add(place);
      }
    }
    return new Slice(key, promotions, places.sorted());
  }

  private static boolean reaches(Needs needs, Slice.Key key) {
    return needs.channels().map(channels -> channels.contains(key.channel())).orElse(true)
        && needs
            .locations()
            .map(locations -> key.location().map(locations::contains).orElse(false))
            .orElse(true)
        && needs
            .groups()
            .map(groups -> groups.stream().anyMatch(key.groups()::contains))
            .orElse(true);
  }
}
