package io.omnicommerce.price;

import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Text;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * For whom and where a price list counts; an empty set asks for nothing.
 *
 * @param channels one of these channels
 * @param locations one of these locations
 * @param groups a customer in one of these groups
 */
public record PriceConditions(
    Set<ChannelId> channels, Set<LocationId> locations, Set<String> groups) {

  public static final PriceConditions NONE = new PriceConditions(Set.of(), Set.of(), Set.of());

  public PriceConditions {
    channels = Set.copyOf(Objects.requireNonNull(channels, "channels"));
    locations = Set.copyOf(Objects.requireNonNull(locations, "locations"));
    Objects.requireNonNull(groups, "groups");
    groups.forEach(group -> Text.id(group, "group"));
    groups = Set.copyOf(groups);
  }

  public static PriceConditions channels(ChannelId... channels) {
    return new PriceConditions(
        Set.of(Objects.requireNonNull(channels, "channels")), Set.of(), Set.of());
  }

  public static PriceConditions locations(LocationId... locations) {
    return new PriceConditions(
        Set.of(), Set.of(Objects.requireNonNull(locations, "locations")), Set.of());
  }

  public static PriceConditions groups(String... groups) {
    return new PriceConditions(
        Set.of(), Set.of(), Set.of(Objects.requireNonNull(groups, "groups")));
  }

  /** Whether all conditions hold for a call in a channel, at a location, by a customer. */
  public boolean hold(
      ChannelId channel, Optional<LocationId> location, Set<String> customerGroups) {
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(location, "location");
    Objects.requireNonNull(customerGroups, "customerGroups");
    return (channels.isEmpty() || channels.contains(channel))
        && (locations.isEmpty() || location.map(locations::contains).orElse(false))
        && (groups.isEmpty() || groups.stream().anyMatch(customerGroups::contains));
  }

  /** How many kinds of condition it has: the more, the more specific. */
  public int count() {
    return (channels.isEmpty() ? 0 : 1)
        + (locations.isEmpty() ? 0 : 1)
        + (groups.isEmpty() ? 0 : 1);
  }
}
