package io.omnicommerce.core.checkout;

import static io.omnicommerce.core.checkout.Buying.key;

import io.omnicommerce.cart.BuyerContact;
import io.omnicommerce.cart.CartId;
import io.omnicommerce.cart.CartView;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.checkout.BeginOutcome;
import io.omnicommerce.common.Destination;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.core.Shop;
import io.omnicommerce.customer.Email;
import io.omnicommerce.delivery.DeliveryChoice;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.delivery.DeliveryMethodId;
import io.omnicommerce.delivery.DeliveryService;
import io.omnicommerce.pricing.Charge;
import io.omnicommerce.pricing.DeliveryOffers;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricedCharge;
import io.omnicommerce.pricing.PricingLine;
import io.omnicommerce.pricing.PricingRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where a shop says what delivery costs, from the page of a product to the order. */
final class DeliveryPages {

  static final DeliveryMethodId POST = DeliveryMethodId.of("post");
  static final Destination HOME = Destination.of(Shop.address());

  final Buying buying = new Buying();

  /** What one page says of a method: its charges, or why there are none. */
  record Said(List<PricedCharge> charges, List<Refusal> refused) {}

  DeliveryPages with(DeliveryMethod method) {
    buying.shop.deliveries().save(Shop.staff(DeliveryService.EDIT), method);
    return this;
  }

  /** Before there is a cart. */
  Said onTheProductPage(Map<Sku, Long> goods) {
    List<PricingLine> lines = new ArrayList<>();
    goods.forEach(
        (sku, count) ->
            lines.add(
                PricingLine.of(LineId.of("000" + (lines.size() + 1)), sku, Quantity.of(count))));
    return of(
        buying
            .shop
            .pricing()
            .deliveries(Shop.ADA, PricingRequest.of(Shop.GBP, lines).withDestination(HOME)));
  }

  CartId cart(Map<Sku, Long> goods) {
    CartId cart = buying.carts.open(Shop.ADA, Shop.GBP);
    goods.forEach((sku, count) -> buying.carts.add(Shop.ADA, cart, sku, Quantity.of(count)));
    buying.carts.contact(
        Shop.ADA, cart, BuyerContact.of("Ada Lovelace", Email.of("ada@example.org")));
    return cart;
  }

  /** In the cart, before a method is chosen. */
  Said whereItIsChosen(CartId cart) {
    return of(buying.carts.deliveries(Shop.ADA, cart, Optional.of(HOME)));
  }

  /** In the cart, once the method is chosen. */
  Said inTheCart(CartId cart) {
    buying.carts.deliver(Shop.ADA, cart, DeliveryChoice.ship(POST, Shop.address()));
    CartView view = buying.carts.view(Shop.ADA, cart);
    return new Said(
        view.priced().map(priced -> priced.charges()).orElse(List.of()), view.problems());
  }

  Said atTheCheckout(CartId cart) {
    BeginOutcome begun =
        buying.checkouts.begin(Shop.ADA, cart, Buying.paying(Buying.VISA), key("k-" + cart));
    return begun.fold(
        ready -> new Said(ready.checkout().priced().charges(), List.of()),
        refused -> new Said(List.of(), refused.reasons()));
  }

  static Said of(DeliveryOffers offers) {
    return new Said(
        offers.offered().stream()
            .filter(offer -> offer.method().id().equals(POST))
            .flatMap(offer -> offer.charges().stream())
            .toList(),
        offers.refused().stream()
            .filter(refusal -> refusal.facts().get("method").equals(Optional.of(POST.value())))
            .toList());
  }

  static List<String> amounts(Said said) {
    return said.charges().stream()
        .map(PricedCharge::charge)
        .map(Charge::amount)
        .map(Object::toString)
        .toList();
  }
}
