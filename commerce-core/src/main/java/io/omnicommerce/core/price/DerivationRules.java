package io.omnicommerce.core.price;

import io.omnicommerce.common.Facts;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.NotFoundException;
import io.omnicommerce.common.Reference;
import io.omnicommerce.money.CurrencyMismatchException;
import io.omnicommerce.price.Derivation;
import io.omnicommerce.price.PriceList;
import io.omnicommerce.price.PriceListId;
import io.omnicommerce.price.PriceService;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether lists can be computed from each other: from lists that exist, to an end, and soon. */
final class DerivationRules {

  static final String KIND = "price_list";

  private final Map<PriceListId, PriceList> lists = new HashMap<>();

  private DerivationRules(Collection<PriceList> all) {
    all.forEach(list -> lists.put(list.id(), list));
  }

  /**
   * @param all every list there is at an instant
   * @param changed whose path is told if several are wrong
   * @throws InvalidInputException {@code price.invalid_derivation}
   * @throws NotFoundException {@code price.unknown_list}
   * @throws CurrencyMismatchException if a source has another currency
   */
  static void check(Collection<PriceList> all, PriceListId changed) {
    DerivationRules rules = new DerivationRules(all);
    Optional.ofNullable(rules.lists.get(changed)).ifPresent(rules::check);
    all.forEach(rules::check);
  }

  private void check(PriceList list) {
    List<PriceListId> path = new ArrayList<>(List.of(list.id()));
    Optional<Derivation> next = list.derivation();
    while (next.isPresent()) {
      PriceList source = source(list, next.get());
      checkPath(path, source.id());
      path.add(source.id());
      next = source.derivation();
    }
  }

  private PriceList source(PriceList list, Derivation derivation) {
    PriceList source = lists.get(derivation.source());
    if (source == null) {
      throw new NotFoundException(
          PriceService.UNKNOWN_LIST, Reference.of(KIND, derivation.source().value()));
    }
    if (!source.currency().equals(list.currency())) {
      throw new CurrencyMismatchException(
          list.currency(),
          source.currency(),
          "The price list "
              + list.id()
              + " is in "
              + list.currency()
              + " and cannot be computed from "
              + source.id()
              + ", which is in "
              + source.currency()
              + ".",
          Facts.of("list", list.id(), "source", source.id()));
    }
    return source;
  }

  private static void checkPath(List<PriceListId> path, PriceListId next) {
    if (path.contains(next)) {
      throw invalid(path, next, "may not lead back to a list on its own path");
    }
    if (path.size() > Derivation.DEPTH_MAX) {
      throw invalid(path, next, "may be at most " + Derivation.DEPTH_MAX + " steps deep");
    }
  }

  private static InvalidInputException invalid(
      List<PriceListId> path, PriceListId next, String rule) {
    String told = path.stream().map(PriceListId::value).collect(Collectors.joining(" > "));
    return new InvalidInputException(
        Derivation.INVALID,
        "lists[" + path.get(0) + "].derivation.source",
        told + " > " + next,
        rule);
  }
}
