package io.omnicommerce.promotion;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.LimitExceededException;
import io.omnicommerce.common.Text;
import io.omnicommerce.money.UnitPrice;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Which goods are meant. Every part that is given must fit; an empty set asks for nothing.
 *
 * @param skus one of these
 * @param categories in one of these
 * @param exceptSkus none of these
 * @param exceptCategories in none of these
 * @param priceMin with a list price a unit of at least so much; never in another currency
 * @param priceMax with a list price a unit of at most so much; never in another currency
 */
public record ItemFilter(
    Set<Sku> skus,
    Set<String> categories,
    Set<Sku> exceptSkus,
    Set<String> exceptCategories,
    Optional<UnitPrice> priceMin,
    Optional<UnitPrice> priceMax) {

  /** The most SKUs and the most categories that a filter may name. */
  public static final int NAMED_MAX = 10_000;

  /** All goods. */
  public static final ItemFilter ALL =
      new ItemFilter(Set.of(), Set.of(), Set.of(), Set.of(), Optional.empty(), Optional.empty());

  public ItemFilter {
    skus = Set.copyOf(Objects.requireNonNull(skus, "skus"));
    categories = checked(categories, "categories");
    exceptSkus = Set.copyOf(Objects.requireNonNull(exceptSkus, "exceptSkus"));
    exceptCategories = checked(exceptCategories, "exceptCategories");
    Objects.requireNonNull(priceMin, "priceMin");
    Objects.requireNonNull(priceMax, "priceMax");
    if (skus.size() + categories.size() + exceptSkus.size() + exceptCategories.size() > NAMED_MAX) {
      throw new LimitExceededException(
          PromotionService.LIMIT_EXCEEDED, "namedMax", NAMED_MAX, "Name a category instead.");
    }
    if (priceMin.isPresent()
        && priceMax.isPresent()
        && priceMin.get().compareTo(priceMax.get()) > 0) {
      throw Promotion.invalid("priceMin", priceMin.get(), "may not be above priceMax");
    }
  }

  private static Set<String> checked(Set<String> categories, String field) {
    Objects.requireNonNull(categories, field);
    categories.forEach(category -> Text.id(category, "category"));
    return Set.copyOf(categories);
  }

  /** These goods. */
  public static ItemFilter skus(Sku... skus) {
    return ALL.withSkus(Set.of(Objects.requireNonNull(skus, "skus")));
  }

  /** Goods in one of these categories. */
  public static ItemFilter categories(String... categories) {
    return ALL.withCategories(Set.of(Objects.requireNonNull(categories, "categories")));
  }

  /** Of the goods meant, these SKUs only. */
  public ItemFilter withSkus(Set<Sku> with) {
    return new ItemFilter(with, categories, exceptSkus, exceptCategories, priceMin, priceMax);
  }

  /** Of the goods meant, those in one of these categories only. */
  public ItemFilter withCategories(Set<String> with) {
    return new ItemFilter(skus, with, exceptSkus, exceptCategories, priceMin, priceMax);
  }

  /** The goods meant but for these SKUs. */
  public ItemFilter withExceptSkus(Set<Sku> with) {
    return new ItemFilter(skus, categories, with, exceptCategories, priceMin, priceMax);
  }

  /** The goods meant but for those in one of these categories. */
  public ItemFilter withExceptCategories(Set<String> with) {
    return new ItemFilter(skus, categories, exceptSkus, with, priceMin, priceMax);
  }

  /** Of the goods meant, those whose list price a unit lies between; both ends are included. */
  public ItemFilter withPrices(Optional<UnitPrice> priceFrom, Optional<UnitPrice> priceTo) {
    Objects.requireNonNull(priceFrom, "priceFrom");
    Objects.requireNonNull(priceTo, "priceTo");
    return new ItemFilter(skus, categories, exceptSkus, exceptCategories, priceFrom, priceTo);
  }

  /** Whether all goods are meant. */
  public boolean isAll() {
    return skus.isEmpty()
        && categories.isEmpty()
        && exceptSkus.isEmpty()
        && exceptCategories.isEmpty()
        && priceMin.isEmpty()
        && priceMax.isEmpty();
  }

  /** Whether goods are meant, of which this is known. */
  public boolean includes(Sku sku, Set<String> inCategories, UnitPrice price) {
    Objects.requireNonNull(sku, "sku");
    Objects.requireNonNull(inCategories, "inCategories");
    Objects.requireNonNull(price, "price");
    return (skus.isEmpty() || skus.contains(sku))
        && (categories.isEmpty() || meets(categories, inCategories))
        && !exceptSkus.contains(sku)
        && (exceptCategories.isEmpty() || !meets(exceptCategories, inCategories))
        && (priceMin.isEmpty() || within(priceMin.get(), price))
        && (priceMax.isEmpty() || within(price, priceMax.get()));
  }

  private static boolean within(UnitPrice low, UnitPrice high) {
    return low.currency().equals(high.currency()) && low.compareTo(high) <= 0;
  }

  private static boolean meets(Set<String> asked, Set<String> there) {
    for (String category : there) {
      if (asked.contains(category)) {
        return true;
      }
    }
    return false;
  }
}
