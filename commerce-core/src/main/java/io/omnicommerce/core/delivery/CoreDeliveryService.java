package io.omnicommerce.core.delivery;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.core.channel.ChannelDocuments;
import io.omnicommerce.core.storage.Saves;
import io.omnicommerce.delivery.DeliveryMethod;
import io.omnicommerce.delivery.DeliveryMethodId;
import io.omnicommerce.delivery.DeliveryOption;
import io.omnicommerce.delivery.DeliveryService;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Storage;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/** The service of delivery methods. */
public final class CoreDeliveryService implements DeliveryService {

  private final Storage storage;

  public CoreDeliveryService(Storage storage) {
    this.storage = storage;
  }

  @Override
  public void save(CallContext context, DeliveryMethod method) {
    context.actor().require(EDIT);
    storage.inTransaction(
        context,
        session ->
            Saves.replace(
                session, DeliveryDocuments.METHOD, List.of(method), same -> same.id().value()));
  }

  @Override
  public Optional<DeliveryMethod> find(CallContext context, DeliveryMethodId id) {
    return storage.inTransaction(context, session -> DeliveryDocuments.find(session, id));
  }

  @Override
  public List<DeliveryOption> options(
      CallContext context, Currency currency, Optional<CountryCode> country) {
    return storage.inTransaction(context, session -> options(session, currency, country));
  }

  private static List<DeliveryOption> options(
      Session session, Currency currency, Optional<CountryCode> country) {
    ChannelDocuments.settings(session).market().checkCurrency(currency);
    return DeliveryRules.options(
        DeliveryDocuments.all(session),
        session.context().channel(),
        currency,
        country,
        session.now());
  }
}
