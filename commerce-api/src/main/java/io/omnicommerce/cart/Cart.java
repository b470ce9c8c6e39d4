package io.omnicommerce.cart;

import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.Reference;
import io.omnicommerce.common.Text;
import io.omnicommerce.common.Version;
import io.omnicommerce.delivery.DeliveryChoice;
import io.omnicommerce.inventory.ReservationId;
import io.omnicommerce.pricing.Charge;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.promotion.CouponCode;
import io.omnicommerce.promotion.GiftChoice;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A cart: what a customer wants.
 *
 * @param version how often it was changed
 * @param channel where it was opened
 * @param lastChannel where it was last changed
 * @param lines in the order of their ids, which is the order in which they were added
 * @param lineCount how many lines it ever had, from which line ids are made
 * @param charges fees and reductions given by hand
 * @param coupons the codes that were given for it, in their order
 * @param giftChoices what the customer has chosen of gifts, the last choice last
 * @param contact how to reach the buyer
 * @param delivery how it is to be delivered
 * @param paymentMethod how it is to be paid, if that was said
 * @param priceLock prices promised for a while
 * @param reservation stock reserved for it
 * @param successor the checkout that is under way, the order it became, or the cart it was merged
 *     into
 * @param blockedUntil until when the checkout that is under way may take; from then on the cart can
 *     be changed again
 * @param cuts what the last change asked for beyond a limit and did not get
 */
public record Cart(
    CartId id,
    Version version,
    CartOwner owner,
    ChannelId channel,
    ChannelId lastChannel,
    Currency currency,
    CartStatus status,
    List<CartLine> lines,
    int lineCount,
    List<Charge> charges,
    List<CouponCode> coupons,
    List<GiftChoice> giftChoices,
    Optional<BuyerContact> contact,
    Optional<DeliveryChoice> delivery,
    Optional<String> paymentMethod,
    Optional<PriceLock> priceLock,
    Optional<ReservationId> reservation,
    Optional<Reference> successor,
    Optional<Instant> blockedUntil,
    List<QuantityCut> cuts,
    Instant changedAt) {

  public Cart {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(owner, "owner");
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(lastChannel, "lastChannel");
    Objects.requireNonNull(currency, "currency");
    Objects.requireNonNull(status, "status");
    lines = List.copyOf(Objects.requireNonNull(lines, "lines"));
    charges = List.copyOf(Objects.requireNonNull(charges, "charges"));
    coupons = Objects.requireNonNull(coupons, "coupons").stream().sorted().distinct().toList();
    giftChoices = List.copyOf(Objects.requireNonNull(giftChoices, "giftChoices"));
    Objects.requireNonNull(contact, "contact");
    Objects.requireNonNull(delivery, "delivery");
    Objects.requireNonNull(paymentMethod, "paymentMethod");
    paymentMethod.ifPresent(method -> Text.id(method, "paymentMethod"));
    Objects.requireNonNull(priceLock, "priceLock");
    Objects.requireNonNull(reservation, "reservation");
    Objects.requireNonNull(successor, "successor");
    Objects.requireNonNull(blockedUntil, "blockedUntil");
    cuts = List.copyOf(Objects.requireNonNull(cuts, "cuts"));
    Objects.requireNonNull(changedAt, "changedAt");
  }

  /** The line with an id. */
  public Optional<CartLine> line(LineId line) {
    Objects.requireNonNull(line, "line");
    return lines.stream().filter(candidate -> candidate.id().equals(line)).findFirst();
  }

  /** Whether it has no line. */
  public boolean isEmpty() {
    return lines.isEmpty();
  }
}
