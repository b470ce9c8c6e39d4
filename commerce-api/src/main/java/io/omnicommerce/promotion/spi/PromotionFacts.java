package io.omnicommerce.promotion.spi;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.CustomerId;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.delivery.DeliveryMethodId;
import io.omnicommerce.money.Money;
import io.omnicommerce.promotion.ItemFilter;
import java.time.Instant;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a promotion's conditions can look at. Amounts are running or original, by convention. */
public interface PromotionFacts {

  /** The channel of the call. */
  ChannelId channel();

  /** The location of the call, such as a till's store. */
  Optional<LocationId> location();

  /** Who buys, if that is known: the customer of the cart or of the call. */
  Optional<CustomerId> customer();

  /** What the host knows of the call, by names of its own; see {@link CallContext}. */
  Map<String, String> attributes();

  /** The groups of the customer. */
  Set<String> groups();

  /** Where it goes, if that is known. */
  Optional<CountryCode> destination();

  /** How it is to be paid, if that is known. */
  Optional<String> paymentMethod();

  /** How it is to be delivered. */
  Set<DeliveryMethodId> deliveryMethods();

  /** How many orders the customer has placed before; cancelled ones by convention. */
  long orders();

  /** In which currency the cart is priced. */
  Currency currency();

  /** The instant it is priced for; ask no clock beside it. */
  Instant at();

  /** What the goods that are meant come to. */
  Money subtotal(ItemFilter items);

  /** How many there are of the goods that are meant, over all lines. */
  Quantity quantity(ItemFilter items);

  /** The largest quantity of one line of the goods that are meant; zero if there is none. */
  Quantity lineQuantity(ItemFilter items);
}
