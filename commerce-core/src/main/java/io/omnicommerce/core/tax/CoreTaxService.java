package io.omnicommerce.core.tax;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CustomerId;
import io.omnicommerce.core.storage.Saves;
import io.omnicommerce.storage.Storage;
import io.omnicommerce.storage.Stored;
import io.omnicommerce.tax.TaxExemption;
import io.omnicommerce.tax.TaxService;
import io.omnicommerce.tax.TaxZone;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The service of tax zones and exemptions. */
public final class CoreTaxService implements TaxService {

  private final Storage storage;

  public CoreTaxService(Storage storage) {
    this.storage = storage;
  }

  @Override
  public void save(CallContext context, TaxZone zone) {
    Objects.requireNonNull(zone, "zone");
    context.actor().require(EDIT);
    ZoneRules.check(zone);
    storage.inTransaction(
        context,
        session -> Saves.replace(session, TaxDocuments.ZONE, List.of(zone), TaxZone::name));
  }

  @Override
  public Optional<TaxZone> find(CallContext context, String name) {
    Objects.requireNonNull(name, "name");
    return storage.inTransaction(
        context, session -> session.documents().find(TaxDocuments.ZONE, name).map(Stored::value));
  }

  @Override
  public void save(CallContext context, TaxExemption exemption) {
    Objects.requireNonNull(exemption, "exemption");
    context.actor().require(EDIT);
    storage.inTransaction(
        context,
        session ->
            Saves.replace(
                session,
                TaxDocuments.EXEMPTION,
                List.of(exemption),
                same -> same.customer().value()));
  }

  @Override
  public Optional<TaxExemption> exemption(CallContext context, CustomerId customer) {
    Objects.requireNonNull(customer, "customer");
    if (!context.actor().customer().equals(Optional.of(customer))) {
      context.actor().require(EDIT);
    }
    return storage.inTransaction(
        context,
        session ->
            session.documents().find(TaxDocuments.EXEMPTION, customer.value()).map(Stored::value));
  }
}
