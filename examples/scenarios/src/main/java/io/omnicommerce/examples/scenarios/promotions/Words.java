package io.omnicommerce.examples.scenarios.promotions;

import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.delivery.DeliveryMethodId;
import io.omnicommerce.examples.scenarios.cases.Channels;
import io.omnicommerce.examples.scenarios.cases.Fields;
import io.omnicommerce.examples.scenarios.cases.UnsupportedException;
import io.omnicommerce.money.Money;
import io.omnicommerce.promotion.Amount;
import io.omnicommerce.promotion.ItemFilter;
import io.omnicommerce.promotion.Reduction;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** A rule or an action as it stands in a case, in the words of promotions. */
record Words(Fields fields, Channels channels) {

  /** What {@code amount} says, or {@code amounts} by channel. */
  Amount amount() {
    Optional<Fields> amounts = fields.findObject("amounts");
    return amounts.isPresent() ? byChannel(amounts.get()) : amount("amount");
  }

  Amount amount(String name) {
    return Amount.of(channels.money(fields.decimal(name)));
  }

  Optional<Amount> findAmount(String name) {
    return fields.has(name) ? Optional.of(amount(name)) : Optional.empty();
  }

  private Amount byChannel(Fields amounts) {
    Map<String, Money> byChannel = new HashMap<>();
    amounts
        .decimals()
        .forEach((id, major) -> byChannel.put(id, channels.money(major, ChannelId.of(id))));
    return new Amount(List.of(), byChannel);
  }

  BigDecimal percent() {
    return fields.decimal("percent");
  }

  /** A percentage or an amount off a unit, whichever is there. */
  Reduction reduction() {
    return fields.has("percent") ? Reduction.percent(percent()) : Reduction.amount(amount());
  }

  Quantity quantity() {
    return Quantity.of(fields.decimal("quantity"));
  }

  ItemFilter items() {
    return items("filter");
  }

  /** All goods if there is no filter. */
  ItemFilter items(String name) {
    return fields
        .findObject(name)
        .map(filter -> Filters.read(filter, channels))
        .orElse(ItemFilter.ALL);
  }

  OptionalLong most(String name) {
    return fields.findWhole(name).map(OptionalLong::of).orElse(OptionalLong.empty());
  }

  long whole(String name) {
    return fields.whole(name);
  }

  Set<DeliveryMethodId> methods() {
    Set<DeliveryMethodId> methods = new HashSet<>();
    fields.texts("methods").forEach(code -> methods.add(DeliveryMethodId.of(code)));
    return methods;
  }

  /** One or more texts under the first of these names that is there. */
  List<String> named(String... names) {
    for (String name : names) {
      if (fields.has(name)) {
        return fields.oneOrMore(name);
      }
    }
    throw new UnsupportedException(fields.path() + '.' + names[0] + " is missing");
  }
}
