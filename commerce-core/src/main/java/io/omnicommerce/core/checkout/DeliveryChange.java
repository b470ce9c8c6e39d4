package io.omnicommerce.core.checkout;

import io.omnicommerce.checkout.AmendmentRequest;
import io.omnicommerce.checkout.CheckoutService;
import io.omnicommerce.common.Destination;
import io.omnicommerce.common.Facts;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.core.channel.ChannelSettings;
import io.omnicommerce.core.delivery.DeliveryChoices;
import io.omnicommerce.core.fulfillment.FulfillmentDocuments;
import io.omnicommerce.core.tax.TaxDocuments;
import io.omnicommerce.core.tax.Taxation;
import io.omnicommerce.delivery.DeliveryChoice;
import io.omnicommerce.fulfillment.Fulfillment;
import io.omnicommerce.fulfillment.FulfillmentStep;
import io.omnicommerce.order.Order;
import io.omnicommerce.pricing.Charge;
import io.omnicommerce.pricing.FrozenLine;
import io.omnicommerce.pricing.PricingInputs;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import io.omnicommerce.tax.TaxRate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How an order is to reach its customer, and how it was to before.
 *
 * @param to the same as before if nothing else is wanted
 */
record DeliveryChange(Order order, DeliveryChoice to) {

  /** Parcels from which goods are not taken out any more. */
  private static final Set<FulfillmentStep> LABELLED = Set.of(FulfillmentStep.PACKED);

  private static final Set<FulfillmentStep> BEGUN =
      Set.of(FulfillmentStep.PICKED, FulfillmentStep.PACKED, FulfillmentStep.READY);

  static DeliveryChange of(Order order, AmendmentRequest request) {
    return new DeliveryChange(
        order,
        request.delivery().map(to -> to.following(order.delivery())).orElse(order.delivery()));
  }

  /** Whether goods have to come from elsewhere, or go where they did not. */
  boolean moves() {
    return !to.pickup().equals(order.delivery().pickup());
  }

  boolean isOtherMethod() {
    return !to.method().equals(order.delivery().method());
  }

  /**
   * @throws RefusedException {@code delivery.not_offered}, {@code checkout.not_changeable}
   * @throws io.omnicommerce.common.NotFoundException {@code delivery.unknown_method}, {@code
   *     channel.unknown_location}
   */
  void check(Session session, ChannelSettings settings) {
    DeliveryChoices.refusal(session, settings, order.due().currency(), to)
        .ifPresent(
            refusal -> {
              throw refusal.asException();
            });
    if (moves()) {
      checkNotBegun(session, BEGUN);
    } else if (isOtherMethod()) {
      checkNotBegun(session, LABELLED);
    }
  }

  private void checkNotBegun(Session session, Set<FulfillmentStep> begun) {
    if (order.lines().stream().anyMatch(line -> !line.shipped().isZero())) {
      throw notChangeable("Some of it has left", Facts.of("status", order.status()));
    }
    FulfillmentDocuments.ofOrder(session, order.id()).stream()
        .map(Stored::value)
        .filter(job -> begun.contains(job.step()))
        .findFirst()
        .ifPresent(
            job -> {
              throw notChangeable("It is " + job.step() + " at " + job.location(), facts(job));
            });
  }

  private Facts facts(Fulfillment job) {
    return Facts.of("status", order.status(), "job", job.id()).with("step", job.step());
  }

  private RefusedException notChangeable(String why, Facts facts) {
    return new RefusedException(
        CheckoutService.NOT_CHANGEABLE,
        why + ", so the order " + order.number() + " reaches its customer as it was to.",
        facts);
  }

  /**
   * The rates where it goes, if they are others than where it was to go.
   *
   * @param frozen what the order was priced from
   * @param now what it would be priced from now
   */
  Optional<List<TaxRate>> rates(
      Session session, ChannelSettings settings, PricingInputs frozen, PricingInputs now) {
    Set<String> categories = new TreeSet<>();
    addCategories(categories, frozen);
    addCategories(categories, now);
    List<TaxRate> before = rates(session, settings, order.delivery(), categories);
    List<TaxRate> there = rates(session, settings, to, categories);
    return there.equals(before) ? Optional.empty() : Optional.of(there);
  }

  private static void addCategories(Set<String> categories, PricingInputs inputs) {
    inputs.lines().stream().map(FrozenLine::taxCategory).forEach(categories::add);
    inputs.gifts().stream().map(FrozenLine::taxCategory).forEach(categories::add);
    inputs.charges().stream().map(Charge::taxCategory).forEach(categories::add);
  }

  private static List<TaxRate> rates(
      Session session, ChannelSettings settings, DeliveryChoice to, Set<String> categories) {
    return Taxation.of(
            TaxDocuments.zone(session, settings.market().taxZone()),
            settings.market(),
            to.address().map(Destination::of),
            session.now())
        .rates(categories);
  }
}
