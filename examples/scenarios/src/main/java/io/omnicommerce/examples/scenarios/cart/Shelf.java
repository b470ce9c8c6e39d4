package io.omnicommerce.examples.scenarios.cart;

import io.omnicommerce.Commerce;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ChannelId;
import io.omnicommerce.common.TimeWindow;
import io.omnicommerce.examples.scenarios.cases.Channels;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.price.PriceConditions;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.price.PriceList;
import io.omnicommerce.price.PriceListId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts the articles of a case into the catalog and the price lists. What is given has always been
 * so: a case may be about any time.
 */
final class Shelf {

  private static final PriceListId BASE = PriceListId.of("base");
  private static final PriceListId SALE = PriceListId.of("sale");

  private final Commerce commerce;
  private final CallContext office;
  private final Channels channels;
  private final Map<ChannelId, PriceListId> lists = new HashMap<>();

  Shelf(Commerce commerce, CallContext office, Channels channels) {
    this.commerce = commerce;
    this.office = office;
    this.channels = channels;
  }

  void fill(List<Article> articles) {
    Instant always = TimeWindow.EARLIEST;
    commerce.prices().save(office, PriceList.base(BASE, channels.currency()), always);
    commerce.prices().save(office, PriceList.sale(SALE, channels.currency()), always);
    commerce.catalog().save(office, articles.stream().map(Article::entry).toList());
    articles.forEach(this::price);
  }

  private void price(Article article) {
    article.price().ifPresent(price -> everywhere(article, price));
    article.prices().forEach((in, price) -> price(article, listOf(in), price, channels.of(in)));
  }

  /** What is reduced stands in a sale, beside what it cost before. */
  private void everywhere(Article article, BigDecimal price) {
    if (article.reduced()) {
      price(article, SALE, price, channels.currency());
      price(article, BASE, before(article, price), channels.currency());
    } else {
      price(article, BASE, price, channels.currency());
    }
  }

  /** Where the case does not say how much it was dearer, it was so by the least there is. */
  private BigDecimal before(Article article, BigDecimal price) {
    Money least = Money.ofMinor(1, channels.currency());
    return article.before().orElseGet(() -> channels.money(price).plus(least).toBigDecimal());
  }

  private void price(Article article, PriceListId list, BigDecimal price, Currency currency) {
    PriceEntry entry = PriceEntry.of(list, article.sku(), UnitPrice.of(price, currency));
    PriceEntry floored =
        article.floor().map(least -> entry.withFloor(UnitPrice.of(least, currency))).orElse(entry);
    commerce.prices().save(office, List.of(floored), TimeWindow.EARLIEST);
  }

  private PriceListId listOf(ChannelId channel) {
    return lists.computeIfAbsent(channel, this::open);
  }

  private PriceListId open(ChannelId channel) {
    PriceListId id = PriceListId.of("only-" + channel);
    commerce
        .prices()
        .save(
            office,
            PriceList.base(id, channels.of(channel))
                .withConditions(PriceConditions.channels(channel)),
            TimeWindow.EARLIEST);
    return id;
  }
}
