package io.omnicommerce.core.checkout;

import io.omnicommerce.cart.Cart;
import io.omnicommerce.cart.CartLine;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Convention;
import io.omnicommerce.checkout.CheckoutRequest;
import io.omnicommerce.checkout.CheckoutService;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.Refusal;
import io.omnicommerce.core.cart.CartPricing;
import io.omnicommerce.core.cart.CartSources;
import io.omnicommerce.core.cart.ProblemRules;
import io.omnicommerce.core.cart.TaxAsking;
import io.omnicommerce.core.catalog.CatalogDocuments;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.core.channel.ChannelDocuments;
import io.omnicommerce.core.channel.ChannelSettings;
import io.omnicommerce.core.delivery.DeliveryChoices;
import io.omnicommerce.core.inventory.StockSource;
import io.omnicommerce.core.order.OrderDocuments;
import io.omnicommerce.core.pricing.PricingResult;
import io.omnicommerce.delivery.DeliveryChoice;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.OrderNumber;
import io.omnicommerce.payment.PaymentService;
import io.omnicommerce.payment.Tender;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import io.omnicommerce.tax.spi.TaxQuestion;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks at everything that stands between a cart and an order, so that every reason is named. */
final class Fitness {

  private final CartPricing pricing;
  private final Session session;
  private final Stored<Cart> stored;
  private final CheckoutRequest request;
  private final TaxAsking asking;
  private final Set<Refusal> reasons = new LinkedHashSet<>();
  private Optional<TaxQuestion> open = Optional.empty();
  private @Nullable ChannelSettings here;

  Fitness(
      CartPricing pricing,
      Session session,
      Stored<Cart> stored,
      CheckoutRequest request,
      TaxAsking asking) {
    this.asking = asking;
    this.pricing = pricing;
    this.session = session;
    this.stored = stored;
    this.request = request;
  }

  /** The cart if it is fit; otherwise {@link #reasons} or {@link #open} says why not. */
  Optional<Fit> judge() {
    Cart cart = stored.value();
    reasons.addAll(CheckoutRules.missing(cart));
    if (request.number().isPresent() && isTaken(request.number().get())) {
      reasons.add(numberTaken(request.number().get()));
    }
    Entries entries =
        CatalogDocuments.require(session, cart.lines().stream().map(CartLine::sku).toList());
    reasons.addAll(ProblemRules.of(cart, entries, session.context()));
    if (!request.giftCards().isEmpty()) {
      notByGiftCard(entries).ifPresent(reasons::add);
    }
    PricingResult priced = price(cart);
    return reasons.isEmpty() && open.isEmpty() ? source(cart, entries, priced) : Optional.empty();
  }

  /** A gift card is not bought with another, unless the market allows it. */
  private Optional<Refusal> notByGiftCard(Entries entries) {
    return here().conventions().get(Convention.GIFT_CARD_FOR_GIFT_CARD)
        ? Optional.empty()
        : stored.value().lines().stream()
            .map(CartLine::sku)
            .filter(sku -> entries.of(sku).isGiftCard())
            .findFirst()
            .map(Fitness::notByGiftCard);
  }

  private static Refusal notByGiftCard(Sku sku) {
    return Refusal.of(
        PaymentService.TENDER_NOT_ALLOWED,
        "A gift card does not pay for the gift card " + sku + ". Pay in another way, or apart.",
        Facts.of("tender", Tender.Kind.GIFT_CARD, "sku", sku));
  }

  /** What the tax service is to be asked, if nothing else stands in the way. */
  Optional<TaxQuestion> open() {
    return reasons.isEmpty() ? open : Optional.empty();
  }

  List<Refusal> reasons() {
    return List.copyOf(reasons);
  }

  static Refusal numberTaken(OrderNumber number) {
    return Refusal.of(
        CheckoutService.NUMBER_TAKEN,
        "Another order has the number " + number + ". Use another one.",
        Facts.of("number", number));
  }

  private PricingResult price(Cart cart) {
    PricingResult result =
        pricing.tryPricePaidBy(request.tender().method(), session, cart, session.now(), asking);
    open = result.open();
    reasons.addAll(result.problems());
    if (result.priced().isPresent()) {
      notOffered(cart).ifPresent(reasons::add);
      Money total = result.priced().get().totals().grand();
      reasons.addAll(CheckoutRules.unexpected(cart, total, request));
    }
    if (result.priced().isPresent() && result.byPayment()) {
      notAsShown(cart, result.priced().get()).ifPresent(reasons::add);
    }
    return result;
  }

  /** The cart shows what it costs as it says that it will be paid. */
  private Optional<Refusal> notAsShown(Cart cart, PricedCart paid) {
    Optional<Money> total = Optional.of(paid.totals().grand());
    boolean isShown =
        cart.paymentMethod().equals(Optional.of(request.tender().method()))
            || request.expectedTotal().equals(total);
    if (isShown) {
      return Optional.empty();
    }
    Optional<PricedCart> shown = pricing.tryPrice(session, cart, session.now(), asking).priced();
    return shown.filter(priced -> isSame(priced, paid)).isPresent()
        ? Optional.empty()
        : Optional.of(CheckoutRules.paidOtherwise(cart, request.tender(), shown, paid));
  }

  /** The same goods for the same money. */
  private static boolean isSame(PricedCart shown, PricedCart paid) {
    return shown.totals().grand().equals(paid.totals().grand()) && goods(shown).equals(goods(paid));
  }

  private static List<SkuQuantity> goods(PricedCart priced) {
    return priced.lines().stream()
        .map(line -> SkuQuantity.of(line.sku(), line.quantity()))
        .toList();
  }

  private Optional<Refusal> notOffered(Cart cart) {
    if (cart.delivery().isEmpty()) {
      return Optional.empty();
    }
    DeliveryChoice choice = cart.delivery().get();
    return DeliveryChoices.refusal(session, here(), cart.currency(), choice);
  }

  /** The channel with its market, asked for once. */
  private ChannelSettings here() {
    ChannelSettings known = here;
    if (known == null) {
      known = ChannelDocuments.settings(session);
      here = known;
    }
    return known;
  }

  private Optional<Fit> source(Cart cart, Entries asked, PricingResult result) {
    PricedCart priced = result.priced().orElseThrow();
    Entries entries = withGifts(asked, cart, priced);
    List<StockSource> sources =
        CartSources.choose(
            pricing.sourcer(), session, here(), cart, entries, CartSources.gifts(cart, priced));
    for (StockSource source : sources) {
      if (!source.isCovered()) {
        reasons.add(source.refusal());
      }
    }
    return reasons.isEmpty()
        ? Optional.of(
            new Fit(
                stored, StockSource.withParts(entries, sources), priced, result.inputs(), sources))
        : Optional.empty();
  }

  private Entries withGifts(Entries entries, Cart cart, PricedCart priced) {
    List<CartLine> gifts = CartSources.gifts(cart, priced);
    return gifts.isEmpty()
        ? entries
        : CatalogDocuments.require(
            session,
            Stream.concat(cart.lines().stream(), gifts.stream())
                .map(CartLine::sku)
                .distinct()
                .toList());
  }

  private boolean isTaken(OrderNumber number) {
    return CheckoutDocuments.isTaken(session, number)
        || session
            .documents()
            .findByUnique(OrderDocuments.TYPE, OrderDocuments.NUMBER, number.plain())
            .isPresent();
  }
}
