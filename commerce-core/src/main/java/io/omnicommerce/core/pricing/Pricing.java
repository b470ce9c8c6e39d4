package io.omnicommerce.core.pricing;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.NotFoundException;
import io.omnicommerce.common.RefusedException;
import io.omnicommerce.core.catalog.CatalogDocuments;
import io.omnicommerce.core.channel.ChannelDocuments;
import io.omnicommerce.core.channel.ChannelSettings;
import io.omnicommerce.core.delivery.DeliveryDocuments;
import io.omnicommerce.core.price.PriceDocuments;
import io.omnicommerce.core.price.PriceQuestion;
import io.omnicommerce.core.tax.TaxDocuments;
import io.omnicommerce.core.tax.TaxTable;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.money.ArithmeticOverflowException;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricingLine;
import io.omnicommerce.pricing.PricingRequest;
import io.omnicommerce.storage.Session;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Prices inside a transaction: loads every fact first, then asks the rules. Only reads. */
public final class Pricing {

  private Pricing() {}

  /**
   * What a request costs for the session's caller.
   *
   * @param locked unit prices that were promised, by line
   * @param at for which instant
   * @throws RefusedException the first problem that {@link #tryPrice} would report
   * @throws NotFoundException {@code delivery.unknown_method}
   */
  public static PricedCart price(
      Session session, PricingRequest request, Map<LineId, UnitPrice> locked, Instant at) {
    return PricingRules.price(facts(session, request, at), request, locked);
  }

  /** As {@link #price}, with everything that stands in the way as an answer. */
  public static PricingResult tryPrice(
      Session session, PricingRequest request, Map<LineId, UnitPrice> locked, Instant at) {
    try {
      return PricingRules.tryPrice(facts(session, request, at), request, locked);
    } catch (NotFoundException | ArithmeticOverflowException problem) {
      return PricingResult.problem(problem);
    }
  }

  /** Currency and market are checked before any price is looked at (L4). */
  static PricingFacts facts(Session session, PricingRequest request, Instant at) {
    ChannelSettings settings = ChannelDocuments.settings(session);
    settings.market().checkCurrency(request.currency());
    Optional<DeliveryMethod> delivery =
        request.delivery().map(id -> DeliveryDocuments.require(session, id));
    List<Sku> skus = request.lines().stream().map(PricingLine::sku).distinct().toList();
    PriceQuestion question =
        PriceQuestion.of(
            settings,
            session.context(),
            request.buyer(),
            request.destination(),
            request.currency(),
            at);
    return new PricingFacts(
        settings,
        CatalogDocuments.find(session, skus),
        PriceDocuments.facts(session, question, skus),
        TaxTable.of(
            TaxDocuments.zone(session, settings.market().taxZone()),
            request.destination().orElse(settings.market().country()),
            at),
        delivery,
        at);
  }
}
