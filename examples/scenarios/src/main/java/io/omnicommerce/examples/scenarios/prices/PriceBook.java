package io.omnicommerce.examples.scenarios.prices;

import io.omnicommerce.catalog.CatalogEntry;
import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.TimeWindow;
import io.omnicommerce.examples.scenarios.cases.Fields;
import io.omnicommerce.examples.scenarios.cases.Named;
import io.omnicommerce.examples.scenarios.cases.Scene;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.price.PriceRow;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The prices of a case, in the lists that it names and in one for all others. */
record PriceBook(List<ListedPrice> prices, Named<ListTerms> lists) {

  /** Where rows stand together. */
  private record Place(ListTerms list, Currency currency, Sku sku) {}

  static PriceBook read(Fields given, Currency standard) {
    Map<String, ListTerms> lists = new HashMap<>();
    given.objects("price_lists").stream()
        .map(ListTerms::read)
        .forEach(terms -> lists.put(terms.id(), terms));
    List<ListedPrice> prices =
        given.objects("prices").stream().map(fields -> ListedPrice.read(fields, standard)).toList();
    return new PriceBook(prices, new Named<>("price list", lists));
  }

  Set<Currency> currencies() {
    return prices.stream().map(ListedPrice::currency).collect(Collectors.toSet());
  }

  void save(Scene scene, CallContext office) {
    Map<Place, List<PriceRow>> rows = new LinkedHashMap<>();
    prices.forEach(
        price -> rows.computeIfAbsent(place(price), place -> new ArrayList<>()).add(price.row()));
    rows.keySet().forEach(place -> save(scene, office, place));
    rows.forEach(
        (place, some) ->
            scene
                .commerce()
                .prices()
                .save(
                    office,
                    List.of(PriceEntry.of(place.list().id(place.currency()), place.sku(), some)),
                    TimeWindow.EARLIEST));
  }

  private static void save(Scene scene, CallContext office, Place place) {
    CatalogEntry entry = CatalogEntry.of(place.sku(), place.sku().value());
    scene.commerce().catalog().save(office, List.of(entry));
    scene
        .commerce()
        .prices()
        .save(office, place.list().list(place.currency()), TimeWindow.EARLIEST);
  }

  private Place place(ListedPrice price) {
    ListTerms list = price.list().map(lists::get).orElse(ListTerms.BASE);
    return new Place(list, price.currency(), price.sku());
  }
}
