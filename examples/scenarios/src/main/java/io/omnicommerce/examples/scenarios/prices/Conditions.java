package io.omnicommerce.examples.scenarios.prices;

import io.omnicommerce.channel.MarketId;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.customer.CompanyId;
import io.omnicommerce.customer.ContractId;
import io.omnicommerce.examples.scenarios.cases.Fields;
import io.omnicommerce.price.PriceConditions;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** For whom a price counts; what the library has no word for is an attribute of the call. */
final class Conditions {

  @FunctionalInterface
  private interface Asking extends BiFunction<PriceConditions, Set<String>, PriceConditions> {}

  private static final Map<String, Asking> BY_NAME =
      Map.of(
          "channel", (to, ids) -> to.withChannels(all(ids, ChannelId::of)),
          "location", (to, ids) -> to.withLocations(all(ids, LocationId::of)),
          "market", (to, ids) -> to.withMarkets(all(ids, MarketId::of)),
          "country", (to, codes) -> to.withCountries(all(codes, CountryCode::of)),
          "customer_group", PriceConditions::withGroups,
          "company", (to, ids) -> to.withCompanies(all(ids, CompanyId::of)),
          "contract", (to, ids) -> to.withContracts(all(ids, ContractId::of)));

  private Conditions() {}

  static PriceConditions read(Fields fields) {
    Optional<Fields> conditions = fields.findObject("conditions");
    PriceConditions read = PriceConditions.NONE;
    for (String name : conditions.map(Fields::names).orElse(List.of())) {
      Set<String> values = new HashSet<>(conditions.orElseThrow().oneOrMore(name));
      Asking asking = BY_NAME.getOrDefault(name, (to, some) -> to.withAttribute(name, some));
      read = asking.apply(read, values);
    }
    return read;
  }

  private static <T> Set<T> all(Set<String> names, Function<String, T> of) {
    return names.stream().map(of).collect(Collectors.toSet());
  }
}
