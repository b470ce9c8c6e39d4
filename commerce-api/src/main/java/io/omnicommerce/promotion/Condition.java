package io.omnicommerce.promotion;

import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Text;
import io.omnicommerce.delivery.DeliveryMethodId;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What must be so for a promotion to be given, as data. */
public sealed interface Condition {

  /** The goods that are meant come to at least so much; in a currency without an amount never. */
  record SubtotalAtLeast(Amount amount, ItemFilter items) implements Condition {
    public SubtotalAtLeast {
      Objects.requireNonNull(amount, "amount");
      Objects.requireNonNull(items, "items");
    }
  }

  /** The goods that are meant come to more than so much; in a currency without an amount never. */
  record SubtotalAbove(Amount amount, ItemFilter items) implements Condition {
    public SubtotalAbove {
      Objects.requireNonNull(amount, "amount");
      Objects.requireNonNull(items, "items");
    }
  }

  /** There are at least so many of the goods that are meant, over all lines. */
  record QuantityAtLeast(Quantity quantity, ItemFilter items) implements Condition {
    public QuantityAtLeast {
      Objects.requireNonNull(quantity, "quantity");
      Objects.requireNonNull(items, "items");
    }
  }

  /** One line of the goods that are meant has at least so many. */
  record LineQuantityAtLeast(Quantity quantity, ItemFilter items) implements Condition {
    public LineQuantityAtLeast {
      Objects.requireNonNull(quantity, "quantity");
      Objects.requireNonNull(items, "items");
    }
  }

  /** Some of the goods that are meant are there. */
  record Contains(ItemFilter items) implements Condition {
    public Contains {
      Objects.requireNonNull(items, "items");
    }
  }

  /** The customer is in one of these groups. */
  record CustomerIn(Set<String> groups) implements Condition {
    public CustomerIn {
      groups = Set.copyOf(Objects.requireNonNull(groups, "groups"));
      groups.forEach(group -> Text.id(group, "group"));
    }
  }

  /**
   * It is the customer's n-th order; 1 for the first. A guest's order is a first one. Of carts of
   * one customer that are ordered at once only one is the n-th.
   */
  record NthOrder(long n) implements Condition {
    public NthOrder {
      if (n < 1) {
        throw Promotion.invalid("n", n, "must be at least 1");
      }
    }
  }

  /** It is sold in one of these channels. */
  record ChannelIn(Set<ChannelId> channels) implements Condition {
    public ChannelIn {
      channels = Set.copyOf(Objects.requireNonNull(channels, "channels"));
    }
  }

  /** It is sold at one of these locations. */
  record LocationIn(Set<LocationId> locations) implements Condition {
    public LocationIn {
      locations = Set.copyOf(Objects.requireNonNull(locations, "locations"));
    }
  }

  /** It goes to one of these countries; as long as nobody knows where it goes, it does not. */
  record CountryIn(Set<CountryCode> countries) implements Condition {
    public CountryIn {
      countries = Set.copyOf(Objects.requireNonNull(countries, "countries"));
    }
  }

  /**
   * It is to be paid in one of these ways; as long as nobody knows how it is to be paid, it does
   * not hold. A cart says it ({@link io.omnicommerce.cart.CartService#choosePayment}), and an order
   * what it is really paid with ({@link io.omnicommerce.payment.Tender#method}).
   */
  record PaymentMethodIn(Set<String> methods) implements Condition {
    public PaymentMethodIn {
      methods = Set.copyOf(Objects.requireNonNull(methods, "methods"));
      methods.forEach(method -> Text.id(method, "method"));
    }
  }

  /** It is to be delivered in one of these ways. */
  record DeliveryMethodIn(Set<DeliveryMethodId> methods) implements Condition {
    public DeliveryMethodIn {
      methods = Set.copyOf(Objects.requireNonNull(methods, "methods"));
    }
  }

  /**
   * It is one of these days, between two times of that day, somewhere.
   *
   * @param days all if empty
   * @param from included
   * @param until excluded; before {@code from} it means the next morning
   */
  record During(Set<DayOfWeek> days, LocalTime from, LocalTime until, ZoneId zone)
      implements Condition {
    public During {
      days = Set.copyOf(Objects.requireNonNull(days, "days"));
      Objects.requireNonNull(from, "from");
      Objects.requireNonNull(until, "until");
      Objects.requireNonNull(zone, "zone");
      if (from.equals(until)) {
        throw Promotion.invalid("until", until, "must differ from from");
      }
    }
  }

  /** All of these hold; none is asked for if there are none. */
  record All(List<Condition> conditions) implements Condition {
    public All {
      conditions = List.copyOf(Objects.requireNonNull(conditions, "conditions"));
    }
  }

  /** One of these holds at least. */
  record Any(List<Condition> conditions) implements Condition {
    public Any {
      conditions = List.copyOf(Objects.requireNonNull(conditions, "conditions"));
    }
  }

  /** This does not hold. */
  record Not(Condition condition) implements Condition {
    public Not {
      Objects.requireNonNull(condition, "condition");
    }
  }

  /**
   * What a rule of the host's own says, to which the engine was introduced under this name.
   *
   * @param type the name of the rule
   * @param parameters what it is told, as plain data
   */
  record HostCondition(String type, Map<String, String> parameters) implements Condition {
    public HostCondition {
      Text.id(type, "type");
      parameters = Promotion.parameters(parameters);
    }
  }
}
