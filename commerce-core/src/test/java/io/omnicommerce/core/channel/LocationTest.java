package io.omnicommerce.core.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.ChannelService;
import io.omnicommerce.channel.Location;
import io.omnicommerce.channel.OpeningHours;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.GeoPoint;
import io.omnicommerce.common.NotFoundException;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.core.Shop;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class LocationTest {

  private static final ZoneId LONDON = ZoneId.of("Europe/London");

  @Test
  void a_store_begins_bare_and_is_given_what_it_has() {
    Location bare = Location.store(Shop.LON, "London", LONDON);

    assertThat(bare.kind()).isEqualTo(Location.Kind.STORE);
    assertThat(bare.hours()).isEqualTo(OpeningHours.ALWAYS);
    assertThat(
            bare.withTitle("London store")
                .withPhone("+44 20 7946 0018")
                .withAddress(Shop.address())
                .withHours(OpeningHours.ALWAYS))
        .isEqualTo(
            Location.store(
                Shop.LON,
                "London store",
                LONDON,
                "+44 20 7946 0018",
                Shop.address(),
                OpeningHours.ALWAYS));
  }

  @Test
  void a_location_that_is_on_the_map_is_kept_with_its_point() {
    Shop shop = Shop.open();
    Location store = Location.store(Shop.LON, "London", LONDON);
    Location found = store.withPoint(GeoPoint.parse("51.507351,-0.127758"));

    shop.channels().save(Shop.staff(ChannelService.EDIT), found);

    assertThat(store.point()).isEmpty();
    assertThat(shop.channels().findLocation(Shop.ADA, Shop.LON)).contains(found);
  }

  @Test
  void what_the_shop_has_not_set_up_is_told_with_what_to_do() {
    Shop shop = Shop.open();
    CallContext nowhere = Shop.ADA.withChannel(ChannelId.of("kiosk"));

    assertThatThrownBy(() -> shop.carts().open(nowhere, Shop.GBP))
        .isInstanceOf(NotFoundException.class)
        .hasMessage("There is no channel \"kiosk\". Save it first, or correct the id.");
    assertThatThrownBy(() -> shop.inventory().availableToSell(Shop.ADA, List.of(Sku.of("NOPE"))))
        .isInstanceOf(RefusedException.class)
        .hasMessage("There is no SKU NOPE. Save it in the catalog first, or correct it.");
  }
}
