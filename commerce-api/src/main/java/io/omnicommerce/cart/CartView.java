package io.omnicommerce.cart;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.inventory.AwaitedGoods;
import io.omnicommerce.pricing.OfferedGift;
import io.omnicommerce.pricing.PricedCart;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A cart as a channel shows it.
 *
 * @param priced what it costs; empty if some line cannot be priced, which {@code problems} then say
 * @param gifts what promotions give with it, and what can be chosen instead; see {@link
 *     CartService#chooseGift}
 * @param available what may be sold of each SKU in it and of each gift that can be chosen, here and
 *     now, from the places that the host's sourcing lets it come from; what the cart itself has
 *     reserved counts as available to it
 * @param awaited what of its lines would be promised and is not there yet: ordered now, it waits
 *     until it arrives. What is on the shelf is not named
 * @param problems what stands in the way of ordering its goods as they are: SKUs out of stock, no
 *     longer sold, in a quantity they are not sold in, without a price. Whether a buyer is named
 *     and a delivery chosen is not looked at here: {@link Cart#contact} and {@link Cart#delivery}
 *     show it, and the checkout refuses what is missing with {@code checkout.missing_step}
 */
public record CartView(
    Cart cart,
    Optional<PricedCart> priced,
    List<OfferedGift> gifts,
    Map<Sku, Quantity> available,
    List<AwaitedGoods> awaited,
    List<Refusal> problems) {

  public CartView {
    Objects.requireNonNull(cart, "cart");
    Objects.requireNonNull(priced, "priced");
    gifts = List.copyOf(Objects.requireNonNull(gifts, "gifts"));
    available = Map.copyOf(Objects.requireNonNull(available, "available"));
    awaited = List.copyOf(Objects.requireNonNull(awaited, "awaited"));
    problems = List.copyOf(Objects.requireNonNull(problems, "problems"));
  }
}
