package io.omnicommerce.catalog;

import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.LimitExceededException;
import io.omnicommerce.common.Text;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A SKU as the catalog describes it.
 *
 * @param options by what it differs from its siblings: color, size; the same in every channel
 * @param attributes anything else that is known about it; plain data
 * @param categories the categories it belongs to, for the host to find and show it by
 * @param taxCategory how it is taxed: {@code standard}, {@code food}
 * @param shippable whether it is a thing that is carried; a download is not
 * @param content what is in one of it, for the price per quantity of measure
 * @param weight what one of it weighs as it is sent, with its packing, for delivery by weight
 * @param discontinued whether it is no longer sold; what was ordered before is not touched
 * @param components what a bundle consists of, each for one piece of the bundle; empty if it is
 *     none
 */
public record CatalogEntry(
    Sku sku,
    String title,
    Map<String, String> options,
    Map<String, String> attributes,
    Set<String> categories,
    UnitOfMeasure unit,
    QuantityRule quantities,
    String taxCategory,
    boolean shippable,
    Assortment assortment,
    Optional<NetContent> content,
    Optional<Weight> weight,
    boolean discontinued,
    List<Component> components) {

  /** The most components that a bundle names itself. */
  public static final int COMPONENTS_MAX = 50;

  /** The most options and the most attributes an entry can have. */
  public static final int ATTRIBUTES_MAX = 100;

  /**
   * The attribute by which an entry is known to be a gift card, with the value {@code true}: money
   * for later, which by default no gift card pays for.
   */
  public static final String GIFT_CARD = "gift_card";

  /** The most categories an entry can have. */
  public static final int CATEGORIES_MAX = 100;

  public CatalogEntry {
    Objects.requireNonNull(sku, "sku");
    title = Text.name(title, "title");
    options = checked(options, "options");
    attributes = checked(attributes, "attributes");
    Objects.requireNonNull(categories, "categories");
    if (categories.size() > CATEGORIES_MAX) {
      throw new LimitExceededException(
          CatalogService.LIMIT_EXCEEDED, "categoriesMax", CATEGORIES_MAX, "Name fewer categories.");
    }
    categories.forEach(category -> Text.id(category, "category"));
    categories = sorted(categories);
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(quantities, "quantities");
    quantities.min().toUnits(unit.decimals());
    quantities.step().toUnits(unit.decimals());
    Text.id(taxCategory, "taxCategory");
    Objects.requireNonNull(assortment, "assortment");
    Objects.requireNonNull(content, "content");
    Objects.requireNonNull(weight, "weight");
    components = List.copyOf(Objects.requireNonNull(components, "components"));
    checkComponents(components, unit);
  }

  private static void checkComponents(List<Component> components, UnitOfMeasure unit) {
    if (components.size() > COMPONENTS_MAX) {
      throw new LimitExceededException(
          CatalogService.LIMIT_EXCEEDED, "componentsMax", COMPONENTS_MAX, "Name fewer components.");
    }
    if (!components.isEmpty() && unit.decimals() > 0) {
      throw new InvalidInputException(
          CatalogService.INVALID_BUNDLE,
          "unit",
          unit.countedIn(),
          "must be a whole one: a bundle is sold in pieces");
    }
  }

  /** In their order; most goods are in one or none, and of many goods sets are looked at. */
  private static Set<String> sorted(Set<String> categories) {
    return categories.size() <= 1
        ? Set.copyOf(categories)
        : Collections.unmodifiableSet(new TreeSet<>(categories));
  }

  /** A thing sold in whole pieces, everywhere, with the tax category {@code standard}. */
  public static CatalogEntry of(Sku sku, String title) {
    return new CatalogEntry(
        sku,
        title,
        Map.of(),
        Map.of(),
        Set.of(),
        UnitOfMeasure.EACH,
        QuantityRule.ANY,
        "standard",
        true,
        Assortment.EVERYWHERE,
        Optional.empty(),
        Optional.empty(),
        false,
        List.of());
  }

  /** Whether it is a gift card that is sold; see {@link #GIFT_CARD}. */
  public boolean isGiftCard() {
    return "true".equals(attributes.get(GIFT_CARD));
  }

  /** This entry with these options in place of its own: by what it differs from its siblings. */
  public CatalogEntry withOptions(Map<String, String> with) {
    return new CatalogEntry(
        sku,
        title,
        with,
        attributes,
        categories,
        unit,
        quantities,
        taxCategory,
        shippable,
        assortment,
        content,
        weight,
        discontinued,
        components);
  }

  /** This entry with these attributes in place of its own. */
  public CatalogEntry withAttributes(Map<String, String> with) {
    return new CatalogEntry(
        sku,
        title,
        options,
        with,
        categories,
        unit,
        quantities,
        taxCategory,
        shippable,
        assortment,
        content,
        weight,
        discontinued,
        components);
  }

  /** This entry in these categories in place of its own. */
  public CatalogEntry withCategories(Set<String> with) {
    return new CatalogEntry(
        sku,
        title,
        options,
        attributes,
        with,
        unit,
        quantities,
        taxCategory,
        shippable,
        assortment,
        content,
        weight,
        discontinued,
        components);
  }

  /**
   * This entry counted in another unit, with the rule that goes with it. Only before it is first
   * saved; see {@link CatalogService#save}.
   */
  public CatalogEntry withUnit(UnitOfMeasure with, QuantityRule rule) {
    Objects.requireNonNull(rule, "rule");
    return new CatalogEntry(
        sku,
        title,
        options,
        attributes,
        categories,
        with,
        rule,
        taxCategory,
        shippable,
        assortment,
        content,
        weight,
        discontinued,
        components);
  }

  /** This entry, sold in these quantities. */
  public CatalogEntry withQuantities(QuantityRule with) {
    return withUnit(unit, Objects.requireNonNull(with, "quantities"));
  }

  /** This entry, taxed as this category. */
  public CatalogEntry withTaxCategory(String with) {
    return new CatalogEntry(
        sku,
        title,
        options,
        attributes,
        categories,
        unit,
        quantities,
        with,
        shippable,
        assortment,
        content,
        weight,
        discontinued,
        components);
  }

  /** This entry, sold in these channels. */
  public CatalogEntry withAssortment(Assortment with) {
    return new CatalogEntry(
        sku,
        title,
        options,
        attributes,
        categories,
        unit,
        quantities,
        taxCategory,
        shippable,
        with,
        content,
        weight,
        discontinued,
        components);
  }

  /** This entry as a thing that is carried and has stock, or as none, such as a download. */
  public CatalogEntry withShippable(boolean with) {
    return new CatalogEntry(
        sku,
        title,
        options,
        attributes,
        categories,
        unit,
        quantities,
        taxCategory,
        with,
        assortment,
        content,
        weight,
        discontinued,
        components);
  }

  /** This entry with what is in one of it. */
  public CatalogEntry withContent(NetContent with) {
    return new CatalogEntry(
        sku,
        title,
        options,
        attributes,
        categories,
        unit,
        quantities,
        taxCategory,
        shippable,
        assortment,
        Optional.of(Objects.requireNonNull(with, "content")),
        weight,
        discontinued,
        components);
  }

  /** This entry with what one of it weighs as it is sent. */
  public CatalogEntry withWeight(Weight with) {
    return new CatalogEntry(
        sku,
        title,
        options,
        attributes,
        categories,
        unit,
        quantities,
        taxCategory,
        shippable,
        assortment,
        content,
        Optional.of(Objects.requireNonNull(with, "weight")),
        discontinued,
        components);
  }

  /** This entry, no longer sold, or sold again. */
  public CatalogEntry withDiscontinued(boolean with) {
    return new CatalogEntry(
        sku,
        title,
        options,
        attributes,
        categories,
        unit,
        quantities,
        taxCategory,
        shippable,
        assortment,
        content,
        weight,
        with,
        components);
  }

  /**
   * This entry as a bundle of these: it has no stock of its own, can be had as often as all of them
   * can, and takes all of them or none. Without any it is no bundle any more.
   */
  public CatalogEntry withComponents(List<Component> with) {
    return new CatalogEntry(
        sku,
        title,
        options,
        attributes,
        categories,
        unit,
        quantities,
        taxCategory,
        shippable,
        assortment,
        content,
        weight,
        discontinued,
        with);
  }

  /** Whether it is had by its components and has no stock of its own. */
  public boolean isBundle() {
    return !components.isEmpty();
  }

  /** Whether it is sold in a channel. */
  public boolean isSoldIn(ChannelId channel) {
    Objects.requireNonNull(channel, "channel");
    return !discontinued && assortment.includes(channel);
  }

  private static Map<String, String> checked(Map<String, String> values, String field) {
    Objects.requireNonNull(values, field);
    if (values.size() > ATTRIBUTES_MAX) {
      throw new LimitExceededException(
          CatalogService.LIMIT_EXCEEDED,
          field + "Max",
          ATTRIBUTES_MAX,
          "Name fewer " + field + ".");
    }
    Map<String, String> sorted = new TreeMap<>();
    values.forEach((name, value) -> sorted.put(Text.name(name, field), Text.note(value, field)));
    return Collections.unmodifiableMap(sorted);
  }
}
