package io.omnicommerce.price;

import io.omnicommerce.channel.MarketId;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.LimitExceededException;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Text;
import io.omnicommerce.customer.CompanyId;
import io.omnicommerce.customer.ContractId;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * For whom and where a price counts. All that it asks for must hold; an empty set asks for nothing.
 * Contract prices ask for the company, or for the contract, or for both: nobody else gets them.
 *
 * @param channels one of these channels
 * @param locations the call comes from one of these locations
 * @param markets the channel is of one of these markets
 * @param countries the goods go to one of these countries; to the market's own, as long as nobody
 *     knows where they go
 * @param groups a buyer in one of these groups
 * @param companies a buyer for one of these companies
 * @param contracts a buyer under one of these agreements
 * @param attributes for each key one of these values among the {@linkplain
 *     io.omnicommerce.common.CallContext#attributes attributes} of the call: {@code region: [PL,
 *     CZ]}
 */
public record PriceConditions(
    Set<ChannelId> channels,
    Set<LocationId> locations,
    Set<MarketId> markets,
    Set<CountryCode> countries,
    Set<String> groups,
    Set<CompanyId> companies,
    Set<ContractId> contracts,
    Map<String, Set<String>> attributes) {

  /** The most values of one kind, and the most attributes, that conditions may name. */
  public static final int VALUES_MAX = 1_000;

  /** Holds for everybody, everywhere. */
  public static final PriceConditions NONE =
      new PriceConditions(
          Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Map.of());

  public PriceConditions {
    channels = checked(channels, "channels");
    locations = checked(locations, "locations");
    markets = checked(markets, "markets");
    countries = checked(countries, "countries");
    groups = checked(groups, "groups");
    groups.forEach(group -> Text.id(group, "group"));
    companies = checked(companies, "companies");
    contracts = checked(contracts, "contracts");
    attributes = checkedAttributes(attributes);
  }

  /** Holds in one of these channels. */
  public static PriceConditions channels(ChannelId... channels) {
    return NONE.withChannels(Set.of(Objects.requireNonNull(channels, "channels")));
  }

  /** Holds at one of these locations. */
  public static PriceConditions locations(LocationId... locations) {
    return NONE.withLocations(Set.of(Objects.requireNonNull(locations, "locations")));
  }

  /** Holds for who is in one of these groups. */
  public static PriceConditions groups(String... groups) {
    return NONE.withGroups(Set.of(Objects.requireNonNull(groups, "groups")));
  }

  /** These conditions, and in one of these channels. */
  public PriceConditions withChannels(Set<ChannelId> with) {
    return new PriceConditions(
        with, locations, markets, countries, groups, companies, contracts, attributes);
  }

  /** These conditions, and at one of these locations. */
  public PriceConditions withLocations(Set<LocationId> with) {
    return new PriceConditions(
        channels, with, markets, countries, groups, companies, contracts, attributes);
  }

  /** These conditions, and in one of these markets. */
  public PriceConditions withMarkets(Set<MarketId> with) {
    return new PriceConditions(
        channels, locations, with, countries, groups, companies, contracts, attributes);
  }

  /** These conditions, and where the goods go to one of these countries. */
  public PriceConditions withCountries(Set<CountryCode> with) {
    return new PriceConditions(
        channels, locations, markets, with, groups, companies, contracts, attributes);
  }

  /** These conditions, and for who is in one of these groups. */
  public PriceConditions withGroups(Set<String> with) {
    return new PriceConditions(
        channels, locations, markets, countries, with, companies, contracts, attributes);
  }

  /** These conditions, and for who buys for one of these companies. */
  public PriceConditions withCompanies(Set<CompanyId> with) {
    return new PriceConditions(
        channels, locations, markets, countries, groups, with, contracts, attributes);
  }

  /** These conditions, and for who buys under one of these contracts. */
  public PriceConditions withContracts(Set<ContractId> with) {
    return new PriceConditions(
        channels, locations, markets, countries, groups, companies, with, attributes);
  }

  /** These conditions, with one that an attribute of the call has one of these values. */
  public PriceConditions withAttribute(String key, Set<String> values) {
    Map<String, Set<String>> more = new TreeMap<>(attributes);
    more.put(Objects.requireNonNull(key, "key"), Objects.requireNonNull(values, "values"));
    return new PriceConditions(
        channels, locations, markets, countries, groups, companies, contracts, more);
  }

  /** How many conditions it has, each attribute for itself: the more, the more specific. */
  public int count() {
    return one(channels)
        + one(locations)
        + one(markets)
        + one(countries)
        + one(groups)
        + one(companies)
        + one(contracts)
        + attributes.size();
  }

  private static int one(Collection<?> values) {
    return values.isEmpty() ? 0 : 1;
  }

  private static <T> Set<T> checked(Set<T> values, String field) {
    Objects.requireNonNull(values, field);
    checkSize(values.size(), field);
    return Set.copyOf(values);
  }

  private static void checkSize(int size, String field) {
    if (size > VALUES_MAX) {
      throw new LimitExceededException(
          PriceService.LIMIT_EXCEEDED,
          "conditions." + field + "Max",
          VALUES_MAX,
          "Name fewer, or give them a group, a market or an attribute in common.");
    }
  }

  /** An attribute without a value to be had could never hold: it is refused, not ignored. */
  private static Map<String, Set<String>> checkedAttributes(Map<String, Set<String>> attributes) {
    Objects.requireNonNull(attributes, "attributes");
    checkSize(attributes.size(), "attributes");
    Map<String, Set<String>> sorted = new TreeMap<>();
    attributes.forEach((key, values) -> sorted.put(key, checkedValues(key, values)));
    return Collections.unmodifiableMap(sorted);
  }

  private static Set<String> checkedValues(String key, Set<String> values) {
    String path = "conditions.attributes." + Text.name(key, "attribute");
    Set<String> checked = checked(values, path);
    checked.forEach(value -> Text.name(value, path));
    if (checked.isEmpty()) {
      throw PriceRow.invalid(path, "none", "must name at least one value");
    }
    return checked;
  }
}
