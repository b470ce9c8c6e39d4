package io.omnicommerce.core.json;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.channel.OpeningHours.SpecialDay;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.SessionHash;
import io.omnicommerce.common.TimeWindow;
import io.omnicommerce.common.Version;
import io.omnicommerce.customer.Email;
import io.omnicommerce.customer.Phone;
import io.omnicommerce.delivery.Handling;
import io.omnicommerce.inventory.InboundId;
import io.omnicommerce.inventory.Supply;
import io.omnicommerce.money.Currencies;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.Rounding;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.order.AllocatedPart;
import io.omnicommerce.order.Allocation;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.pricing.PricedLine;
import io.omnicommerce.pricing.Totals;
import io.omnicommerce.promotion.Amount;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.Budget;
import io.omnicommerce.promotion.Condition;
import io.omnicommerce.promotion.CouponBatch;
import io.omnicommerce.promotion.ItemFilter;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.promotion.Reduction;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Makes up values of any word: each part of a record is made up in turn, and what its constructor
 * refuses is made up again. The same seed gives equal values.
 */
final class Samples {

  private static final int ATTEMPTS_MAX = 500;

  private final Random random;
  private final boolean backwards;
  private final Currency currency;
  private final Map<Class<?>, Supplier<Object>> simple = new HashMap<>();

  /**
   * @param backwards whether sets and maps are filled from the end, which must not show
   */
  Samples(long seed, boolean backwards) {
    random = new Random(seed);
    this.backwards = backwards;
    currency = Currencies.of(pick("GBP", "EUR", "JPY", "KWD"));
    simple.put(String.class, this::text);
    simple.put(long.class, () -> (long) random.nextInt(1_000));
    simple.put(
        OptionalLong.class,
        () -> random.nextBoolean() ? OptionalLong.of(random.nextInt(1_000)) : OptionalLong.empty());
    simple.put(Long.class, () -> (long) random.nextInt(1_000));
    simple.put(int.class, () -> random.nextInt(5));
    simple.put(boolean.class, random::nextBoolean);
    simple.put(BigDecimal.class, () -> BigDecimal.valueOf(random.nextInt(100_000), pick(3, 0)));
    simple.put(
        Instant.class,
        () -> Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000)));
    simple.put(Duration.class, () -> Duration.ofSeconds(random.nextInt(1_000_000)));
    simple.put(
        LocalTime.class,
        () ->
            pick(
                LocalTime.MAX,
                LocalTime.of(random.nextInt(24), 0),
                LocalTime.ofSecondOfDay(random.nextInt(86_400)),
                LocalTime.ofNanoOfDay(random.nextInt() & 0xFFFFFFFFL)));
    simple.put(LocalDate.class, () -> LocalDate.ofEpochDay(random.nextInt(40_000)));
    simple.put(Integer.class, () -> random.nextInt(5));
    simple.put(SpecialDay.class, this::specialDay);
    simple.put(
        Handling.class,
        () ->
            Handling.of(LocationId.of("L" + number()), of(Duration.class))
                .withCutOff(of(LocalTime.class))
                .withPerJob(Duration.ofSeconds(random.nextInt(1_000)))
                .withHeldDays(5, 1, 3));
    simple.put(ZoneId.class, () -> ZoneId.of(pick("Europe/London", "Asia/Kathmandu", "UTC")));
    simple.put(Currency.class, () -> currency);
    simple.put(Money.class, () -> Money.ofMinor(random.nextInt(), currency));
    simple.put(UnitPrice.class, () -> new UnitPrice(random.nextInt(1 << 30), 4, currency));
    simple.put(Quantity.class, () -> Quantity.ofUnits(random.nextInt(100_000), 3));
    simple.put(Version.class, () -> Version.of(random.nextInt(100)));
    simple.put(CountryCode.class, () -> CountryCode.of(pick("GB", "FR", "JP")));
    simple.put(ErrorCode.class, () -> ErrorCode.of("room.reason_" + random.nextInt(9)));
    simple.put(
        Conventions.class,
        () ->
            random.nextBoolean()
                ? Conventions.STANDARD
                : Conventions.STANDARD.withRounding(Rounding.HALF_EVEN));
    simple.put(SessionHash.class, () -> SessionHash.of("session-" + random.nextInt()));
    simple.put(Email.class, () -> Email.of(text().replaceAll("\\W", "x") + "@example.com"));
    simple.put(Phone.class, () -> Phone.of("+44" + (1_000_000 + random.nextInt(1_000_000))));
    simple.put(TimeWindow.class, this::window);
    simple.put(Totals.class, this::totals);
    simple.put(
        OptionalLong.class,
        () ->
            random.nextBoolean() ? OptionalLong.empty() : OptionalLong.of(1 + random.nextInt(99)));
    simple.put(
        Amount.class, () -> Amount.of(Money.ofMinor(random.nextInt(10_000), Currencies.of("EUR"))));
    simple.put(Reduction.class, () -> Reduction.percent(percent()));
    simple.put(Boolean.class, random::nextBoolean);
    simple.put(ItemFilter.class, () -> ItemFilter.ALL.withSkus(Set.of(Sku.of("S" + number()))));
    simple.put(Condition.NthOrder.class, () -> new Condition.NthOrder(number()));
    simple.put(Condition.During.class, this::during);
    simple.put(Promotion.class, this::promotion);
    simple.put(OrderLine.class, this::orderLine);
    simple.put(
        Supply.class, () -> pick(Supply.BACKORDER, Supply.inbound(InboundId.of("D" + number()))));
    simple.put(
        CouponBatch.class,
        () ->
            CouponBatch.of("P" + number(), PromotionId.of("p" + number()), number())
                .withWindow(window())
                .withUses(of(OptionalLong.class), of(OptionalLong.class)));
  }

  private OrderLine orderLine() {
    PricedLine priced = of(PricedLine.class);
    Quantity half = Quantity.ofUnits(priced.quantity().toUnits(3) / 2, 3);
    Allocation from =
        Allocation.of(
            LocationId.of("L" + number()),
            text(),
            List.of(new AllocatedPart((int) number(), Sku.of("S1"), Quantity.of(number()), 3)),
            half);
    return new OrderLine(
        priced,
        text(),
        random.nextBoolean() ? Optional.of(text()) : Optional.empty(),
        pick(
            List.of(),
            List.of(from.awaiting(of(Supply.class))),
            List.of(from.plusShipped(half), from.plusReleased(half))),
        3,
        half,
        Quantity.ZERO);
  }

  private SpecialDay specialDay() {
    LocalDate date = of(LocalDate.class);
    return random.nextBoolean()
        ? SpecialDay.closed(date)
        : SpecialDay.open(date, LocalTime.of(random.nextInt(12), 0), LocalTime.of(18, 30));
  }

  private long number() {
    return 1 + random.nextInt(50);
  }

  private BigDecimal percent() {
    return BigDecimal.valueOf(random.nextInt(1_000_001), 4);
  }

  private Condition.During during() {
    return new Condition.During(
        Set.of(DayOfWeek.of(1 + random.nextInt(7))),
        LocalTime.of(random.nextInt(12), random.nextInt(60)),
        LocalTime.of(12 + random.nextInt(12), 0),
        ZoneOffset.UTC);
  }

  private Promotion promotion() {
    ItemFilter items = of(ItemFilter.class);
    Amount amount = of(Amount.class);
    OptionalLong some = of(OptionalLong.class);
    Benefit[] benefits = {
      new Benefit.ItemPercent(percent(), items, some),
      new Benefit.ItemFixed(amount, items, some),
      new Benefit.UnitsInEvery(1, number(), of(Reduction.class), items),
      new Benefit.QuantityGroup(number(), of(Reduction.class), items),
      new Benefit.OrderPercent(percent(), Optional.of(amount), items),
      new Benefit.ShippingFixed(amount, Set.of()),
      new Benefit.TieredItemPercent(
          Benefit.TierBasis.QUANTITY,
          percent(),
          List.of(new Benefit.PercentTier(percent(), percent())),
          items),
    };
    Promotion promotion =
        Promotion.of(PromotionId.of("p" + number()), "Some", pick(benefits), of(Benefit.class));
    Promotion.Builder limited =
        random.nextBoolean()
            ? promotion.toBuilder().usesMax(number())
            : promotion.toBuilder().budget(Budget.of(Money.ofMinor(number(), currency)));
    return limited
        .priority(random.nextInt())
        .exclusive(random.nextBoolean())
        .onCoupon(random.nextBoolean())
        .window(of(TimeWindow.class))
        .when(of(Condition.class), of(Condition.class))
        .build();
  }

  <T> T of(Class<T> type) {
    return boxed(type).cast(make(type));
  }

  @SuppressWarnings("unchecked")
  private static <T> Class<T> boxed(Class<T> type) {
    return type.isPrimitive() ? (Class<T>) Object.class : type;
  }

  private Object make(Type type) {
    if (type instanceof ParameterizedType generic) {
      return container((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
    }
    Class<?> raw = (Class<?>) type;
    if (simple.containsKey(raw)) {
      return simple.get(raw).get();
    }
    if (raw.isEnum()) {
      return pick(raw.getEnumConstants());
    }
    if (raw.isSealed()) {
      return make(pick(raw.getPermittedSubclasses()));
    }
    if (raw.isRecord()) {
      return construct(raw);
    }
    throw new IllegalArgumentException("Say in Samples how a " + raw + " is made up");
  }

  private Object container(Class<?> raw, Type[] of) {
    if (raw == Optional.class) {
      return random.nextBoolean() ? Optional.of(make(of[0])) : Optional.empty();
    }
    if (raw == List.class) {
      return many(of[0]);
    }
    if (raw == SortedSet.class) {
      return new TreeSet<>(many(of[0]));
    }
    if (raw == Set.class) {
      return new LinkedHashSet<>(turned(new ArrayList<>(new LinkedHashSet<>(many(of[0])))));
    }
    if (raw == SortedMap.class) {
      return new TreeMap<>(map(of));
    }
    if (raw == Map.class) {
      return map(of);
    }
    throw new IllegalArgumentException("Say in Samples how a " + raw + " is made up");
  }

  private List<Object> many(Type of) {
    List<Object> many = new ArrayList<>();
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      many.add(make(of));
    }
    return many;
  }

  private Map<Object, Object> map(Type[] of) {
    Map<Object, Object> map = new LinkedHashMap<>();
    many(of[0]).forEach(key -> map.put(key, make(of[1])));
    Map<Object, Object> turned = new LinkedHashMap<>();
    turned(new ArrayList<>(map.keySet())).forEach(key -> turned.put(key, map.get(key)));
    return turned;
  }

  private <T> List<T> turned(List<T> list) {
    if (backwards) {
      Collections.reverse(list);
    }
    return list;
  }

  private Object construct(Class<?> type) {
    RecordComponent[] parts = type.getRecordComponents();
    Class<?>[] types = Arrays.stream(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
    try {
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return construct(constructor, parts);
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private Object construct(Constructor<?> constructor, RecordComponent[] parts)
      throws ReflectiveOperationException {
    for (int attempt = 1; ; attempt++) {
      Object[] values = Arrays.stream(parts).map(part -> make(part.getGenericType())).toArray();
      try {
        return constructor.newInstance(values);
      } catch (InvocationTargetException refused) {
        if (attempt == ATTEMPTS_MAX) {
          throw new IllegalStateException(
              "Say in Samples how a " + constructor.getDeclaringClass() + " is made up",
              refused.getCause());
        }
      }
    }
  }

  /** Mostly what an id may be, which a name may be as well. */
  private String text() {
    return pick("a", "b/c", "10", "9", "x y", "\"q\"", "{}", "\\", "<b>", "@class")
        + random.nextInt(20);
  }

  private TimeWindow window() {
    Instant from = Instant.ofEpochSecond(random.nextInt(1_000_000));
    return switch (random.nextInt(4)) {
      case 0 -> TimeWindow.ALWAYS;
      case 1 -> TimeWindow.from(from);
      case 2 -> TimeWindow.until(from);
      default -> TimeWindow.of(from, from.plusSeconds(1 + random.nextInt(1_000)));
    };
  }

  private Totals totals() {
    Money[] parts = new Money[5];
    Arrays.setAll(parts, i -> Money.ofMinor(random.nextInt(), currency));
    return new Totals(
        parts[0],
        parts[1],
        parts[2],
        parts[3],
        parts[4],
        parts[0].plus(parts[1]).plus(parts[2]).plus(parts[3]));
  }

  @SafeVarargs
  private <T> T pick(T... choices) {
    return choices[random.nextInt(choices.length)];
  }
}
