package io.omnicommerce.examples.scenarios.cart;

import io.omnicommerce.common.CountryCode;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.examples.scenarios.cases.Fields;
import io.omnicommerce.examples.scenarios.cases.UnsupportedException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What a case about carts is given. */
record Given(
    Channels channels,
    Optional<Instant> now,
    List<Article> articles,
    Taxes taxes,
    List<DeliveryMethod> deliveries,
    Surcharges surcharges,
    Shopper shopper,
    Optional<CountryCode> destination,
    Optional<String> paymentMethod) {

  static Given read(Fields fields) {
    Channels channels = Channels.read(fields);
    if (!fields.objects("promotions").isEmpty()) {
      throw new UnsupportedException("promotions cannot be said to the library yet");
    }
    Given given =
        new Given(
            channels,
            fields.findInstant("now"),
            fields.objects("catalog").stream().map(Article::read).toList(),
            Taxes.read(fields),
            Deliveries.read(fields, channels),
            Surcharges.read(fields, channels),
            Shopper.read(fields),
            destination(fields),
            fields.findText("payment_method"));
    fields.allRead();
    return given;
  }

  /** A country, or an object that names one. */
  private static Optional<CountryCode> destination(Fields fields) {
    boolean isText = fields.find("destination").map(node -> node.isTextual()).orElse(false);
    return isText
        ? fields.findText("destination").map(Taxes::country)
        : fields.findObject("destination").flatMap(Given::country);
  }

  static Optional<CountryCode> country(Fields fields) {
    Optional<CountryCode> country = fields.findText("country").map(Taxes::country);
    fields.allRead();
    return country;
  }
}
