package io.omnicommerce.core.checkout;

import static io.omnicommerce.core.checkout.Buying.gbp;
import static io.omnicommerce.core.checkout.Buying.key;

import io.omnicommerce.cart.CartId;
import io.omnicommerce.checkout.CheckoutOutcome;
import io.omnicommerce.checkout.CheckoutRequest;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.core.Shop;
import io.omnicommerce.core.value.CoreGiftCardService;
import io.omnicommerce.fulfillment.FulfillmentService;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.OrderService;
import io.omnicommerce.payment.PaymentService;
import io.omnicommerce.payment.Tender;
import io.omnicommerce.promotion.AttemptLimit;
import io.omnicommerce.returns.ReturnService;
import io.omnicommerce.value.GiftCardCode;
import io.omnicommerce.value.GiftCardId;
import io.omnicommerce.value.GiftCardService;
import io.omnicommerce.value.GiftCardUse;
import java.util.Optional;

/** The shop with gift cards. */
final class Cards {

  static final CallContext OFFICE =
      Shop.staff(
          GiftCardService.ISSUE,
          GiftCardService.VIEW,
          GiftCardService.MANAGE,
          PaymentService.VIEW,
          PaymentService.CAPTURE,
          FulfillmentService.WORK,
          OrderService.MANAGE,
          ReturnService.RECEIVE,
          ReturnService.REFUND);

  static final GiftCardId CARD = GiftCardId.of("card-1");

  final Buying buying = new Buying();
  final GiftCardService cards =
      new CoreGiftCardService(buying.shop.storage(), buying.shop.secrets(), AttemptLimit.STANDARD);

  /** Issues a card and tells its code. */
  GiftCardCode issue(GiftCardId id, String amount) {
    return cards.issue(OFFICE, id, gbp(amount), Optional.empty()).code().orElseThrow();
  }

  GiftCardCode issue(String amount) {
    return issue(CARD, amount);
  }

  Money left(GiftCardId id) {
    return cards.get(OFFICE, id).available();
  }

  Money left() {
    return left(CARD);
  }

  Money held() {
    return cards.get(OFFICE, CARD).held();
  }

  /** Paid by these cards, and by nothing else. */
  static CheckoutRequest byCards(GiftCardCode... codes) {
    return byCardsAnd(Tender.giftCards(), codes);
  }

  static CheckoutRequest byCardsAnd(Tender tender, GiftCardCode... codes) {
    GiftCardUse[] uses = new GiftCardUse[codes.length];
    for (int i = 0; i < codes.length; i++) {
      uses[i] = GiftCardUse.of(codes[i]);
    }
    return CheckoutRequest.of(tender).withGiftCards(uses);
  }

  CheckoutOutcome place(CallContext who, CartId cart, CheckoutRequest request) {
    return buying.checkouts.place(who, cart, request, key("place-" + cart));
  }
}
