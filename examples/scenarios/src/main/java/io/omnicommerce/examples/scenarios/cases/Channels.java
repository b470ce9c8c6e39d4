package io.omnicommerce.examples.scenarios.cases;

import io.omnicommerce.common.ChannelId;
import io.omnicommerce.money.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The channels of a case and what is paid with in each.
 *
 * @param currency that of the case
 * @param start where the case begins
 * @param currencies those that differ from the case's
 */
public record Channels(Currency currency, ChannelId start, Map<ChannelId, Currency> currencies) {

  private static final String STANDARD = "web";

  public static Channels read(Fields given) {
    Currency currency = Terms.currency(given.textOr("currency", "USD"));
    ChannelId start = ChannelId.of(given.textOr("channel", STANDARD));
    return new Channels(currency, start, currencies(given, start));
  }

  /** One for the channel where the case begins, or one by channel. */
  private static Map<ChannelId, Currency> currencies(Fields given, ChannelId start) {
    Map<ChannelId, Currency> currencies = new HashMap<>();
    boolean isTable = given.find("channel_currency").map(node -> node.isObject()).orElse(false);
    if (isTable) {
      given
          .object("channel_currency")
          .texts()
          .forEach((id, code) -> currencies.put(ChannelId.of(id), Terms.currency(code)));
    } else {
      given
          .findText("channel_currency")
          .ifPresent(code -> currencies.put(start, Terms.currency(code)));
    }
    return currencies;
  }

  public Currency of(ChannelId channel) {
    return currencies.getOrDefault(channel, currency);
  }

  public Set<Currency> all() {
    Set<Currency> all = new HashSet<>(currencies.values());
    all.add(currency);
    return all;
  }

  public Money money(BigDecimal major) {
    return Money.of(major, currency);
  }

  public Money money(BigDecimal major, ChannelId channel) {
    return Money.of(major, of(channel));
  }
}
