package io.omnicommerce.core.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.channel.Channel;
import io.omnicommerce.channel.ChannelService;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.channel.Location;
import io.omnicommerce.channel.Market;
import io.omnicommerce.channel.MarketId;
import io.omnicommerce.channel.MergePolicy;
import io.omnicommerce.channel.OpeningHours;
import io.omnicommerce.common.Actor;
import io.omnicommerce.common.Address;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.ForbiddenException;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.NotFoundException;
import io.omnicommerce.common.TenantId;
import io.omnicommerce.core.Storages;
import io.omnicommerce.money.Currencies;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CoreChannelServiceTest {

  private static final ZoneId LONDON_TIME = ZoneId.of("Europe/London");

  private final ChannelService channels =
      new CoreChannelService(Storages.fresh(InstantSource.system()));
  private final CallContext office =
      CallContext.of(
          TenantId.of("acme"), ChannelId.of("web"), Actor.staff("bob", ChannelService.EDIT));
  private final Market uk =
      new Market(
          MarketId.of("uk"),
          "United Kingdom",
          Set.of(Currencies.of("GBP"), Currencies.of("EUR")),
          "uk",
          CountryCode.of("GB"),
          Conventions.STANDARD.withMerge(MergePolicy.MAX));
  private final Location store =
      Location.store(
          LocationId.of("LON"),
          "London store",
          LONDON_TIME,
          "+44 20 7946 0018",
          Address.of("Acme", "1 High Street", "London", "N1 1AA", CountryCode.of("GB")),
          OpeningHours.of(
              LocalTime.of(9, 0), LocalTime.of(18, 0), DayOfWeek.MONDAY, DayOfWeek.TUESDAY));

  @Test
  void what_was_saved_comes_back_whole() {
    Channel web =
        new Channel(ChannelId.of("web"), "Web", Channel.Kind.WEB, uk.id(), List.of(store.id()));
    channels.save(office, uk);
    channels.save(office, store);
    channels.save(office, web);

    assertThat(channels.findMarket(office, uk.id())).contains(uk);
    assertThat(channels.findLocation(office, store.id())).contains(store);
    assertThat(channels.findChannel(office, web.id())).contains(web);
    assertThat(channels.locations(office)).containsExactly(store);
  }

  @Test
  void a_channel_needs_its_market_and_its_locations() {
    assertThatThrownBy(
            () ->
                channels.save(
                    office,
                    new Channel(ChannelId.of("web"), "Web", Channel.Kind.WEB, uk.id(), List.of())))
        .isInstanceOf(NotFoundException.class);

    channels.save(office, uk);
    assertThatThrownBy(
            () ->
                channels.save(
                    office,
                    new Channel(
                        ChannelId.of("web"),
                        "Web",
                        Channel.Kind.WEB,
                        uk.id(),
                        List.of(LocationId.of("MARS")))))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("MARS");
    assertThat(channels.findChannel(office, ChannelId.of("web"))).isEmpty();
  }

  @Test
  void only_who_may_edit_can_save() {
    assertThatThrownBy(() -> channels.save(office.withActor(Actor.guest("s1")), uk))
        .isInstanceOf(ForbiddenException.class);

    assertThat(channels.findMarket(office, uk.id())).isEmpty();
  }

  @Test
  void a_location_is_open_in_its_own_time_whatever_the_clock_of_the_machine() {
    Instant mondayNineInLondon = Instant.parse("2026-07-06T08:00:00Z");

    assertThat(store.hours().isOpen(mondayNineInLondon, LONDON_TIME)).isTrue();
    assertThat(store.hours().isOpen(mondayNineInLondon.minusSeconds(1), LONDON_TIME)).isFalse();
    assertThat(store.hours().isOpen(Instant.parse("2026-07-06T17:00:00Z"), LONDON_TIME)).isFalse();
    assertThat(store.hours().isOpen(Instant.parse("2026-07-08T10:00:00Z"), LONDON_TIME)).isFalse();
  }
}
