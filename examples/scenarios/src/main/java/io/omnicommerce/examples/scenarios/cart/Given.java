package io.omnicommerce.examples.scenarios.cart;

import io.omnicommerce.common.Destination;
import io.omnicommerce.examples.scenarios.cases.Channels;
import io.omnicommerce.examples.scenarios.cases.Fields;
import io.omnicommerce.examples.scenarios.promotions.Offer;
import io.omnicommerce.examples.scenarios.promotions.Promotions;
import io.omnicommerce.promotion.Promotion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a case about carts is given.
 *
 * @param offers the promotions of carts
 * @param lowering those that lower prices as they are shown
 */
record Given(
    Channels channels,
    Optional<Instant> now,
    List<Article> articles,
    Taxes taxes,
    Deliveries deliveries,
    Surcharges surcharges,
    List<Offer> offers,
    List<Promotion> lowering,
    Shopper shopper,
    Optional<Destination> destination,
    Optional<String> paymentMethod) {

  static Given read(Fields fields) {
    Channels channels = Channels.read(fields);
    Given given =
        new Given(
            channels,
            fields.findInstant("now"),
            fields.objects("catalog").stream().map(Article::read).toList(),
            Taxes.read(fields),
            Deliveries.read(fields, channels),
            Surcharges.read(fields, channels),
            Promotions.cart(fields.objects("promotions"), channels),
            Promotions.catalog(fields.objects("catalog_promotions"), channels),
            Shopper.read(fields),
            destination(fields),
            fields.findText("payment_method"));
    fields.allRead();
    return given;
  }

  /** All that are given to carts or lower prices. */
  List<Promotion> promotions() {
    List<Promotion> all = new ArrayList<>(lowering);
    offers.forEach(offer -> all.add(offer.promotion()));
    return all;
  }

  /** A country, or an object that names one. */
  private static Optional<Destination> destination(Fields fields) {
    boolean isText = fields.find("destination").map(node -> node.isTextual()).orElse(false);
    return isText
        ? fields.findText("destination").map(Taxes::place)
        : fields.findObject("destination").flatMap(Given::country);
  }

  static Optional<Destination> country(Fields fields) {
    Optional<Destination> country = fields.findText("country").map(Taxes::place);
    fields.allRead();
    return country;
  }
}
