package io.omnicommerce.promotion;

import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.Text;
import io.omnicommerce.money.Money;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * So much money, in as many currencies as it is to count in. In another currency there is no
 * amount: nothing is converted.
 *
 * @param everywhere one a currency, not negative
 * @param channels what counts in a channel instead, by the channel's id
 */
public record Amount(List<Money> everywhere, Map<String, Money> channels) {

  public Amount {
    everywhere = List.copyOf(Objects.requireNonNull(everywhere, "everywhere"));
    channels = Map.copyOf(Objects.requireNonNull(channels, "channels"));
    channels.keySet().forEach(channel -> Text.id(channel, "channel"));
    everywhere.forEach(Amount::check);
    channels.values().forEach(Amount::check);
    if (everywhere.stream().map(Money::currency).distinct().count() != everywhere.size()) {
      throw Promotion.invalid("amount", everywhere, "must be one a currency");
    }
    if (everywhere.isEmpty() && channels.isEmpty()) {
      throw Promotion.invalid("amount", "none", "must be given in one currency at least");
    }
  }

  private static void check(Money amount) {
    if (amount.isNegative()) {
      throw Promotion.invalid("amount", amount, "may not be negative");
    }
  }

  public static Amount of(Money... everywhere) {
    return new Amount(List.of(Objects.requireNonNull(everywhere, "everywhere")), Map.of());
  }

  /** The amount in a channel and currency, or empty if it has none there. */
  public Optional<Money> in(ChannelId channel, Currency currency) {
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(currency, "currency");
    Money special = channels.get(channel.value());
    if (special != null && special.currency().equals(currency)) {
      return Optional.of(special);
    }
    for (Money money : everywhere) {
      if (money.currency().equals(currency)) {
        return Optional.of(money);
      }
    }
    return Optional.empty();
  }
}
