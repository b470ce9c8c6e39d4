package io.omnicommerce.promotion;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Convention;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Text;
import io.omnicommerce.delivery.DeliveryMethodId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * What a promotion gives, as data. Percentages go from 0 to 100 with at most 4 decimals. Nothing is
 * ever taken below a line's floor, and nothing below zero.
 */
public sealed interface Benefit {

  /**
   * A percentage off each of the goods that are meant.
   *
   * @param unitsPerLine off so many units of a line at most
   */
  record ItemPercent(BigDecimal percent, ItemFilter items, OptionalLong unitsPerLine)
      implements Benefit {
    public ItemPercent {
      percent = Promotion.percent(percent, "percent");
      Objects.requireNonNull(items, "items");
      Promotion.positive(unitsPerLine, "unitsPerLine");
    }
  }

  /**
   * An amount off each unit of the goods that are meant.
   *
   * @param unitsPerLine off so many units of a line at most
   */
  record ItemFixed(Amount amount, ItemFilter items, OptionalLong unitsPerLine) implements Benefit {
    public ItemFixed {
      Objects.requireNonNull(amount, "amount");
      Objects.requireNonNull(items, "items");
      Promotion.positive(unitsPerLine, "unitsPerLine");
    }
  }

  /** A price for each unit of the goods that are meant, if they are dearer. */
  record ItemPrice(Amount price, ItemFilter items) implements Benefit {
    public ItemPrice {
      Objects.requireNonNull(price, "price");
      Objects.requireNonNull(items, "items");
    }
  }

  /** An amount off each line of the goods that are meant, whatever its quantity. */
  record LineFixed(Amount amount, ItemFilter items) implements Benefit {
    public LineFixed {
      Objects.requireNonNull(amount, "amount");
      Objects.requireNonNull(items, "items");
    }
  }

  /** Some units of each so many that are complete in a line become cheaper: one in every three. */
  record UnitsInEvery(long count, long of, Reduction each, ItemFilter items) implements Benefit {
    public UnitsInEvery {
      Promotion.positive(OptionalLong.of(count), "count");
      Promotion.positive(OptionalLong.of(of), "of");
      Objects.requireNonNull(each, "each");
      Objects.requireNonNull(items, "items");
      if (count > of) {
        throw Promotion.invalid("count", count, "may not be above of = " + of);
      }
    }
  }

  /**
   * Each unit in a complete group of so many, over all lines, becomes cheaper. Groups are filled in
   * the order of line ids or the dearest first, as the convention {@code group_fill} says; what is
   * left over is not reduced.
   */
  record QuantityGroup(long size, Reduction each, ItemFilter items) implements Benefit {
    public QuantityGroup {
      Promotion.positive(OptionalLong.of(size), "size");
      Objects.requireNonNull(each, "each");
      Objects.requireNonNull(items, "items");
    }
  }

  /**
   * A price for each complete group of so many, over all lines: any three for ten. Groups are
   * filled in the order of line ids or the dearest first, as the convention {@code group_fill}
   * says; what is left over costs what it costs. Groups that are cheaper already are not raised.
   */
  record GroupPrice(long size, Amount price, ItemFilter items) implements Benefit {
    public GroupPrice {
      Promotion.positive(OptionalLong.of(size), "size");
      Objects.requireNonNull(price, "price");
      Objects.requireNonNull(items, "items");
    }
  }

  /** By what the tiers of a benefit are reached. */
  enum TierBasis {
    /** The amount of the goods that are meant, in major units of the cart's currency. */
    ITEMS_TOTAL,
    /** How many there are of them. */
    QUANTITY
  }

  /**
   * From so much, included, this percentage.
   *
   * @param from an amount in major units, or a quantity
   */
  record PercentTier(BigDecimal from, BigDecimal percent) {
    public PercentTier {
      Promotion.threshold(from);
      percent = Promotion.percent(percent, "percent");
    }
  }

  /**
   * From so much, included, this amount.
   *
   * @param from an amount in major units, or a quantity
   */
  record AmountTier(BigDecimal from, Amount amount) {
    public AmountTier {
      Promotion.threshold(from);
      Objects.requireNonNull(amount, "amount");
    }
  }

  /**
   * A percentage off the goods that are meant, which grows with how many or how much they are.
   *
   * @param base below the first tier
   */
  record TieredItemPercent(TierBasis by, BigDecimal base, List<PercentTier> tiers, ItemFilter items)
      implements Benefit {
    public TieredItemPercent {
      Objects.requireNonNull(by, "by");
      base = Promotion.percent(base, "base");
      tiers = List.copyOf(Objects.requireNonNull(tiers, "tiers"));
      Promotion.limited(tiers.size(), "tiers");
      Objects.requireNonNull(items, "items");
    }
  }

  /**
   * An amount off the first unit of a line, another off each further one.
   *
   * @param unitsPerLine off so many units of a line at most
   */
  record FirstAdditional(
      Amount first, Amount additional, ItemFilter items, OptionalLong unitsPerLine)
      implements Benefit {
    public FirstAdditional {
      Objects.requireNonNull(first, "first");
      Objects.requireNonNull(additional, "additional");
      Objects.requireNonNull(items, "items");
      Promotion.positive(unitsPerLine, "unitsPerLine");
    }
  }

  /**
   * For so many that are bought, so many are cheaper. A unit is bought or cheaper, never both, and
   * by the convention {@code bxgy_unit_reuse} for one promotion only; other benefits use no units
   * up.
   *
   * @param percent how much cheaper; 100 is free
   * @param selection which units are cheaper; as the market's convention says if empty
   * @param repeat how often; as the market's convention says if empty
   * @param setsMax so many times at most
   */
  record BuyXGetY(
      ItemFilter buy,
      long buyQuantity,
      ItemFilter get,
      long getQuantity,
      BigDecimal percent,
      Optional<Convention.BxgySelection> selection,
      Optional<Convention.BxgyRepeat> repeat,
      OptionalLong setsMax)
      implements Benefit {
    public BuyXGetY {
      Objects.requireNonNull(buy, "buy");
      Promotion.positive(OptionalLong.of(buyQuantity), "buyQuantity");
      Objects.requireNonNull(get, "get");
      Promotion.positive(OptionalLong.of(getQuantity), "getQuantity");
      percent = Promotion.percent(percent, "percent");
      Objects.requireNonNull(selection, "selection");
      Objects.requireNonNull(repeat, "repeat");
      Promotion.positive(setsMax, "setsMax");
    }
  }

  /**
   * A line of its own for nothing, as long as the promotion is given.
   *
   * @param choice one of these; the first unless the customer chooses
   */
  record Gift(List<Sku> choice, Quantity quantity) implements Benefit {
    public Gift {
      choice = List.copyOf(Objects.requireNonNull(choice, "choice"));
      Objects.requireNonNull(quantity, "quantity");
      Promotion.limited(choice.size(), "choice");
      if (choice.isEmpty() || quantity.isZero()) {
        throw Promotion.invalid("gift", choice + " x " + quantity, "must be something");
      }
    }
  }

  /** An amount off the goods that are meant together, spread over their lines. */
  record OrderFixed(Amount amount, ItemFilter items) implements Benefit {
    public OrderFixed {
      Objects.requireNonNull(amount, "amount");
      Objects.requireNonNull(items, "items");
    }
  }

  /**
   * A percentage off the goods that are meant together.
   *
   * @param amountMax so much at most; where it has no amount, without a limit
   */
  record OrderPercent(BigDecimal percent, Optional<Amount> amountMax, ItemFilter items)
      implements Benefit {
    public OrderPercent {
      percent = Promotion.percent(percent, "percent");
      Objects.requireNonNull(amountMax, "amountMax");
      Objects.requireNonNull(items, "items");
    }
  }

  /** A price for the goods that are meant together, if they are dearer. */
  record OrderPrice(Amount price, ItemFilter items) implements Benefit {
    public OrderPrice {
      Objects.requireNonNull(price, "price");
      Objects.requireNonNull(items, "items");
    }
  }

  /**
   * An amount off the goods that are meant together, which grows with how many or much they are.
   */
  record TieredOrderFixed(
      TierBasis by, Optional<Amount> base, List<AmountTier> tiers, ItemFilter items)
      implements Benefit {
    public TieredOrderFixed {
      Objects.requireNonNull(by, "by");
      Objects.requireNonNull(base, "base");
      tiers = List.copyOf(Objects.requireNonNull(tiers, "tiers"));
      Promotion.limited(tiers.size(), "tiers");
      Objects.requireNonNull(items, "items");
    }
  }

  /**
   * A percentage off delivery.
   *
   * @param methods by one of these methods; by any if empty
   */
  record ShippingPercent(BigDecimal percent, Set<DeliveryMethodId> methods) implements Benefit {
    public ShippingPercent {
      percent = Promotion.percent(percent, "percent");
      methods = Set.copyOf(Objects.requireNonNull(methods, "methods"));
    }
  }

  /**
   * An amount off each delivery.
   *
   * @param methods by one of these methods; by any if empty
   */
  record ShippingFixed(Amount amount, Set<DeliveryMethodId> methods) implements Benefit {
    public ShippingFixed {
      Objects.requireNonNull(amount, "amount");
      methods = Set.copyOf(Objects.requireNonNull(methods, "methods"));
    }
  }

  /**
   * An amount off all deliveries together, spread over them.
   *
   * @param methods by one of these methods; by any if empty
   */
  record ShippingFixedAcross(Amount amount, Set<DeliveryMethodId> methods) implements Benefit {
    public ShippingFixedAcross {
      Objects.requireNonNull(amount, "amount");
      methods = Set.copyOf(Objects.requireNonNull(methods, "methods"));
    }
  }

  /**
   * What a rule of the host's own gives, to which the engine was introduced under this name.
   *
   * @param type the name of the rule
   * @param parameters what it is told, as plain data
   */
  record HostBenefit(String type, Map<String, String> parameters) implements Benefit {
    public HostBenefit {
      Text.id(type, "type");
      parameters = Promotion.parameters(parameters);
    }
  }
}
