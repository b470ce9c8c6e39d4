package io.omnicommerce.promotion;

import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.LimitExceededException;
import io.omnicommerce.common.Text;
import io.omnicommerce.common.TimeWindow;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * A promotion: when its conditions hold, its benefits are given.
 *
 * @param title what stands on documents
 * @param stage whether it changes prices as the catalog shows them, or what a cart costs
 * @param lane the lane it runs in
 * @param priority what runs first within a lane; by the market's convention the higher. Of equal
 *     priorities the smaller id runs first
 * @param exclusive whether it is given alone among those of its stage, or not at all
 * @param stop whether those that would run after it in its lane are not given; of no effect in a
 *     lane that looks for the best deal, where nothing runs after another
 * @param onCoupon whether it is given only for a coupon of its own
 * @param discountedItems whether it is given on goods whose price is reduced already
 * @param enabled whether it runs at all
 * @param window when it runs
 * @param conditions all of which must hold
 * @param benefits what it gives, in this order
 * @param amountMax so much a cart at most; where it has no amount, without a limit
 * @param usesMax how many orders may use it, all together; without a limit if empty
 * @param budget how much money it may give away, all together; without a limit if empty
 */
public record Promotion(
    PromotionId id,
    String title,
    Stage stage,
    String lane,
    int priority,
    boolean exclusive,
    boolean stop,
    boolean onCoupon,
    boolean discountedItems,
    boolean enabled,
    TimeWindow window,
    List<Condition> conditions,
    List<Benefit> benefits,
    Optional<Amount> amountMax,
    OptionalLong usesMax,
    Optional<Budget> budget) {

  /** A promotion that cannot be right. Facts: field, given. */
  public static final ErrorCode INVALID = ErrorCode.of("promotion.invalid");

  /** The lane of promotions that name none. */
  public static final String STANDARD_LANE = "standard";

  /** The most conditions, with all that stand inside of others. */
  public static final int CONDITIONS_MAX = 200;

  /** How deep conditions may stand inside of each other. */
  public static final int DEPTH_MAX = 8;

  /** The most benefits of a promotion, tiers of a benefit, gifts to choose from. */
  public static final int BENEFITS_MAX = 50;

  private static final int PARAMETERS_MAX = 50;

  /** What a promotion changes. */
  public enum Stage {
    /**
     * The price of a SKU wherever it is shown. Its conditions may only look at the channel, the
     * location, the customer's groups and the time, its benefits only be on items. It knows no cart
     * and no order, so that coupons, limits and budgets are refused.
     */
    CATALOG,
    /** What a cart costs. */
    CART
  }

  public Promotion {
    Objects.requireNonNull(id, "id");
    title = Text.name(title, "title");
    Objects.requireNonNull(stage, "stage");
    Text.id(lane, "lane");
    Objects.requireNonNull(window, "window");
    conditions = List.copyOf(Objects.requireNonNull(conditions, "conditions"));
    benefits = List.copyOf(Objects.requireNonNull(benefits, "benefits"));
    Objects.requireNonNull(amountMax, "amountMax");
    Objects.requireNonNull(usesMax, "usesMax");
    Objects.requireNonNull(budget, "budget");
    if (benefits.isEmpty()) {
      throw invalid("benefits", "none", "must be one at least");
    }
    limited(benefits.size(), "benefits");
    if (usesMax.isPresent() && usesMax.getAsLong() < 0) {
      throw invalid("usesMax", usesMax.getAsLong(), "may not be negative; 0 is never");
    }
  }

  /** A promotion of carts that is given to everybody, always. */
  public static Promotion of(PromotionId id, String title, Benefit... benefits) {
    return new Promotion(
        id,
        title,
        Stage.CART,
        STANDARD_LANE,
        0,
        false,
        false,
        false,
        true,
        true,
        TimeWindow.ALWAYS,
        List.of(),
        List.of(Objects.requireNonNull(benefits, "benefits")),
        Optional.empty(),
        OptionalLong.empty(),
        Optional.empty());
  }

  /** Whether only so many orders may use it, or for so much money. */
  public boolean isLimited() {
    return usesMax.isPresent() || budget.isPresent();
  }

  /** A builder that begins with what this promotion is. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  static InvalidInputException invalid(String field, Object given, String problem) {
    return new InvalidInputException(INVALID, field, String.valueOf(given), problem);
  }

  static BigDecimal percent(BigDecimal percent, String field) {
    Objects.requireNonNull(percent, field);
    if (percent.precision() > 20
        || percent.signum() < 0
        || percent.compareTo(BigDecimal.valueOf(100)) > 0
        || percent.scale() > 4) {
      throw invalid(
          field,
          percent.precision() > 20 ? "too precise" : percent,
          "must be from 0 to 100 with at most 4 decimals");
    }
    BigDecimal plain = percent.stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  static void threshold(BigDecimal from) {
    Objects.requireNonNull(from, "from");
    if (from.signum() < 0 || from.precision() > 18 || from.scale() > 6 || from.scale() < -6) {
      throw invalid(
          "from",
          from.precision() > 18 ? "too precise" : from,
          "must be at least 0, with at most 6 decimals");
    }
  }

  static void positive(OptionalLong value, String field) {
    Objects.requireNonNull(value, field);
    if (value.isPresent() && value.getAsLong() < 1) {
      throw invalid(field, value.getAsLong(), "must be at least 1");
    }
  }

  static void limited(int size, String field) {
    if (size > BENEFITS_MAX) {
      throw new LimitExceededException(
          PromotionService.LIMIT_EXCEEDED,
          field + "Max",
          BENEFITS_MAX,
          "Use fewer, or several promotions.");
    }
  }

  static Map<String, String> parameters(Map<String, String> parameters) {
    Objects.requireNonNull(parameters, "parameters");
    if (parameters.size() > PARAMETERS_MAX) {
      throw new LimitExceededException(
          PromotionService.LIMIT_EXCEEDED,
          "parametersMax",
          PARAMETERS_MAX,
          "Name fewer parameters.");
    }
    Map<String, String> checked = new TreeMap<>();
    parameters.forEach(
        (name, value) -> checked.put(Text.id(name, "parameter"), Text.note(value, "parameter")));
    return java.util.Collections.unmodifiableMap(checked);
  }

  /** Changes parts of a promotion; everything else stays. */
  public static final class Builder {
    private final PromotionId id;
    private final String title;
    private Stage stage;
    private String lane;
    private int priority;
    private boolean exclusive;
    private boolean stop;
    private boolean onCoupon;
    private boolean discountedItems;
    private boolean enabled;
    private TimeWindow window;
    private List<Condition> conditions;
    private List<Benefit> benefits;
    private Optional<Amount> amountMax;
    private OptionalLong usesMax;
    private Optional<Budget> budget;

    private Builder(Promotion from) {
      id = from.id;
      title = from.title;
      stage = from.stage;
      lane = from.lane;
      priority = from.priority;
      exclusive = from.exclusive;
      stop = from.stop;
      onCoupon = from.onCoupon;
      discountedItems = from.discountedItems;
      enabled = from.enabled;
      window = from.window;
      conditions = from.conditions;
      benefits = from.benefits;
      amountMax = from.amountMax;
      usesMax = from.usesMax;
      budget = from.budget;
    }

    /** It changes prices as the catalog shows them. */
    public Builder catalog() {
      stage = Stage.CATALOG;
      return this;
    }

    public Builder lane(String with) {
      lane = Objects.requireNonNull(with, "with");
      return this;
    }

    public Builder priority(int with) {
      priority = with;
      return this;
    }

    public Builder exclusive(boolean with) {
      exclusive = with;
      return this;
    }

    public Builder stop(boolean with) {
      stop = with;
      return this;
    }

    public Builder onCoupon(boolean with) {
      onCoupon = with;
      return this;
    }

    public Builder discountedItems(boolean with) {
      discountedItems = with;
      return this;
    }

    public Builder enabled(boolean with) {
      enabled = with;
      return this;
    }

    public Builder window(TimeWindow with) {
      window = Objects.requireNonNull(with, "with");
      return this;
    }

    public Builder conditions(List<Condition> with) {
      conditions = Objects.requireNonNull(with, "with");
      return this;
    }

    public Builder when(Condition... with) {
      return conditions(List.of(Objects.requireNonNull(with, "with")));
    }

    public Builder benefits(List<Benefit> with) {
      benefits = Objects.requireNonNull(with, "with");
      return this;
    }

    public Builder amountMax(Amount with) {
      amountMax = Optional.of(Objects.requireNonNull(with, "with"));
      return this;
    }

    public Builder usesMax(long with) {
      usesMax = OptionalLong.of(with);
      return this;
    }

    public Builder budget(Budget with) {
      budget = Optional.of(Objects.requireNonNull(with, "with"));
      return this;
    }

    public Promotion build() {
      return new Promotion(
          id,
          title,
          stage,
          lane,
          priority,
          exclusive,
          stop,
          onCoupon,
          discountedItems,
          enabled,
          window,
          conditions,
          benefits,
          amountMax,
          usesMax,
          budget);
    }
  }
}
