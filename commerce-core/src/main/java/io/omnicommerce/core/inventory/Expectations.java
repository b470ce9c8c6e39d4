package io.omnicommerce.core.inventory;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.catalog.CatalogDocuments;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.inventory.Inbound;
import io.omnicommerce.inventory.SkuQuantity;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.DocumentWrite;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Stored;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is written when a delivery is told of. */
final class Expectations {

  private Expectations() {}

  /** A delivery has one account for each SKU: what stands there twice would be promised twice. */
  static void checkOnce(Inbound inbound) {
    Set<Sku> named = new HashSet<>();
    for (Inbound.Line line : inbound.lines()) {
      if (!named.add(line.sku())) {
        throw new InvalidInputException(
            InvalidInputException.MALFORMED,
            "lines",
            line.sku() + " twice",
            "must name each SKU once; what comes later is a delivery of its own");
      }
    }
  }

  /** What was told of before and is not any more cannot be promised any more. */
  static Decision told(Session session, Inbound inbound, Entries entries) {
    Optional<Stored<Inbound>> before =
        session.documents().find(InboundDocuments.TYPE, inbound.id().value());
    Decision.Builder decision = Decision.builder();
    decision.save(
        before
            .map(known -> DocumentWrite.update(InboundDocuments.TYPE, known, inbound))
            .orElseGet(
                () -> DocumentWrite.create(InboundDocuments.TYPE, inbound.id().value(), inbound)));
    Set<Sku> told = new HashSet<>();
    for (Inbound.Line line : inbound.lines()) {
      told.add(line.sku());
      bound(decision, inbound, line, entries);
    }
    before.map(Stored::value).ifPresent(old -> end(decision, old, told, session));
    return decision.build();
  }

  /** What has arrived is not promised any more; of the last that comes, nothing is. */
  static void arrived(
      Session session,
      Decision.Builder decision,
      Stored<Inbound> known,
      List<SkuQuantity> lines,
      boolean last) {
    Inbound before = known.value();
    Entries entries =
        CatalogDocuments.require(session, before.lines().stream().map(Inbound.Line::sku).toList());
    List<Inbound.Line> left = new ArrayList<>();
    for (Inbound.Line line : before.lines()) {
      Inbound.Line less = less(line, last ? line.promisable() : arrived(lines, line.sku()));
      if (!less.equals(line)) {
        bound(decision, before, less, entries);
      }
      if (!less.promisable().isZero()) {
        left.add(less);
      }
    }
    Inbound after = new Inbound(before.id(), before.location(), left);
    decision.save(DocumentWrite.update(InboundDocuments.TYPE, known, after));
  }

  private static Quantity arrived(List<SkuQuantity> lines, Sku sku) {
    return lines.stream()
        .filter(line -> line.sku().equals(sku))
        .map(SkuQuantity::quantity)
        .reduce(Quantity.ZERO, Quantity::plus);
  }

  private static Inbound.Line less(Inbound.Line line, Quantity arrived) {
    Quantity left =
        arrived.compareTo(line.promisable()) < 0 ? line.promisable().minus(arrived) : Quantity.ZERO;
    return new Inbound.Line(line.sku(), left, line.expected());
  }

  private static void bound(
      Decision.Builder decision, Inbound inbound, Inbound.Line line, Entries entries) {
    CatalogEntry entry = entries.of(line.sku());
    decision.step(
        TermAccounts.set(
            TermAccounts.inbound(inbound.id(), line.sku()),
            entry,
            line.promisable().toUnits(entry.unit().decimals())));
  }

  private static void end(Decision.Builder decision, Inbound old, Set<Sku> told, Session session) {
    for (Inbound.Line line : old.lines()) {
      if (!told.contains(line.sku())) {
        CatalogEntry entry = CatalogDocuments.require(session, List.of(line.sku())).of(line.sku());
        decision.step(TermAccounts.set(TermAccounts.inbound(old.id(), line.sku()), entry, 0));
      }
    }
  }
}
