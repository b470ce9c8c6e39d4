package io.omnicommerce.core.price;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Actor;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.catalog.CatalogDocuments;
import io.omnicommerce.core.channel.ChannelDocuments;
import io.omnicommerce.core.channel.ChannelSettings;
import io.omnicommerce.core.customer.CustomerDocuments;
import io.omnicommerce.customer.Buyer;
import io.omnicommerce.money.Rounding;
import io.omnicommerce.price.BasePrice;
import io.omnicommerce.price.LowestPrice;
import io.omnicommerce.price.PriceAnswer;
import io.omnicommerce.price.PriceExplanation;
import io.omnicommerce.price.PriceQuery;
import io.omnicommerce.price.PriceService;
import io.omnicommerce.storage.Session;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Loads what a query asks about, and asks the rules. Only reads. */
final class PriceLookup {

  private PriceLookup() {}

  /** How the lowest price before a reduction is found. */
  @FunctionalInterface
  interface Lowest {
    Optional<LowestPrice> find(
        PriceHistory history, PriceQuestion question, Sku sku, Quantity quantity);
  }

  static Map<Sku, PriceAnswer> prices(Session session, PriceQuery query) {
    PriceFacts facts =
        PriceDocuments.facts(session, question(session, query), query.quantities().keySet());
    return each(query, facts::price);
  }

  static Map<Sku, PriceExplanation> explain(Session session, PriceQuery query) {
    Map<Sku, PriceExplanation> explained = new LinkedHashMap<>();
    PriceDocuments.explain(session, question(session, query), query.quantities())
        .forEach(one -> explained.put(one.sku(), one));
    return Collections.unmodifiableMap(explained);
  }

  static Map<Sku, LowestPrice> lowest(Session session, PriceQuery query, Lowest lowest) {
    PriceQuestion question = question(session, query);
    PriceHistory history = PriceDocuments.history(session, query.quantities().keySet());
    return each(query, (sku, quantity) -> lowest.find(history, question, sku, quantity));
  }

  static Map<Sku, BasePrice> basePrices(Session session, PriceQuery query) {
    PriceQuestion question = question(session, query);
    PriceFacts facts = PriceDocuments.facts(session, question, query.quantities().keySet());
    Map<Sku, CatalogEntry> catalog = CatalogDocuments.find(session, query.quantities().keySet());
    Rounding rounding = question.conventions().rounding();
    return each(
        query,
        (sku, quantity) ->
            facts
                .price(sku, quantity)
                .flatMap(
                    answer ->
                        Optional.ofNullable(catalog.get(sku))
                            .flatMap(CatalogEntry::content)
                            .map(
                                content ->
                                    new BasePrice(
                                        answer,
                                        content.priceOfBase(answer.price(), rounding),
                                        content))));
  }

  private static <T> Map<Sku, T> each(
      PriceQuery query, BiFunction<Sku, Quantity, Optional<T>> ask) {
    Map<Sku, T> answers = new TreeMap<>();
    query
        .quantities()
        .forEach(
            (sku, quantity) ->
                ask.apply(sku, quantity).ifPresent(answer -> answers.put(sku, answer)));
    return Collections.unmodifiableMap(answers);
  }

  /** The currency is checked before any price is looked at (L4); who else it is for, as well. */
  private static PriceQuestion question(Session session, PriceQuery query) {
    ChannelSettings settings = ChannelDocuments.settings(session);
    settings.market().checkCurrency(query.currency());
    return PriceQuestion.of(
        settings,
        session.context(),
        buyer(session, query.buyer()),
        query.destination(),
        query.currency(),
        query.at().orElse(session.now()));
  }

  private static Buyer buyer(Session session, Buyer asked) {
    Actor caller = session.context().actor();
    Buyer own = CustomerDocuments.buyer(session, caller.customer());
    if (!asked.isWithin(own)) {
      caller.require(PriceService.ASSIST);
    }
    return asked.and(own);
  }
}
