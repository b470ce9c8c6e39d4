package io.omnicommerce.core.pricing;

import io.omnicommerce.channel.Convention;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.Titles;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is no amount, in words. */
final class ReceiptWords {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

  private static final String ROUNDING = Convention.ROUNDING.name() + '=';

  private ReceiptWords() {}

  /** When the prices counted and by which conventions, of which the rounding is always named. */
  static String terms(PricedCart priced, Titles titles) {
    return "Prices of "
        + time(priced.at(), titles.zone())
        + priced.trace().conventions().stream()
            .map(named -> "; " + convention(named))
            .collect(Collectors.joining());
  }

  /** As clocks show it there. */
  static String time(Instant at, Optional<ZoneId> zone) {
    return TIME.format(at.atZone(zone.orElse(ZoneOffset.UTC)))
        + zone.map(there -> " in " + there.getId()).orElse(" UTC");
  }

  private static String convention(String named) {
    if (named.startsWith(ROUNDING)) {
      return "rounded " + words(named.substring(ROUNDING.length()));
    }
    if (named.startsWith(NamedPolicies.TAX_ANSWER)) {
      return answer(named.substring(NamedPolicies.TAX_ANSWER.length()));
    }
    int equals = named.indexOf('=');
    return words(named.substring(0, equals)) + ": " + words(named.substring(equals + 1));
  }

  private static String answer(String reference) {
    return reference.equals(NamedPolicies.NO_ANSWER)
        ? "taxes by the market's own rates, as the tax service did not answer"
        : "taxes as the tax service said: " + reference;
  }

  /** {@code half_up} as {@code half up}. */
  static String words(String name) {
    return name.replace('_', ' ');
  }

  /** {@code BEHIND_EXCLUSIVE} as {@code behind exclusive}. */
  static String words(Enum<?> name) {
    return words(name.name().toLowerCase(Locale.ROOT));
  }
}
