package io.omnicommerce.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.core.promotion.HostRules;
import io.omnicommerce.core.promotion.RuleBooks;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricingLine;
import io.omnicommerce.pricing.PricingRequest;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.ItemFilter;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.storage.CommitResult;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.storage.Documents;
import io.omnicommerce.storage.Ledger;
import io.omnicommerce.storage.Maintenance;
import io.omnicommerce.storage.Session;
import io.omnicommerce.storage.Storage;
import java.lang.reflect.Proxy;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** How much work a price is: questions to the storage, and steps of its trace. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PricingWorkServiceTest {

  private static final int MANY = 1_000;

  private final AtomicLong questions = new AtomicLong();
  private final Stall stall = new Stall();

  @Test
  void P18_a_cart_of_many_lines_asks_the_storage_no_more_than_a_small_one() {
    promotions(20);
    List<PricingLine> lines = goods(500);

    long few = questionsFor(lines.subList(0, 2));
    long many = questionsFor(lines);

    assertThat(few).isBetween(1L, 20L);
    assertThat(many).isEqualTo(few);
  }

  @Test
  void P18_a_thousand_promotions_ask_the_storage_no_more_than_one() {
    List<PricingLine> lines = goods(20);
    promotions(1);
    long one = questionsFor(lines);
    promotions(MANY);

    assertThat(questionsFor(lines)).isEqualTo(one);
  }

  @Test
  void P18_six_thousand_units_are_one_line_and_not_six_thousand() {
    goods(1);
    promotions(5);

    PricedCart one = stall.price(Stall.line("1", "G-0", "1"));
    PricedCart many = stall.price(Stall.line("1", "G-0", "6000"));

    assertThat(many.trace().steps()).hasSameSizeAs(one.trace().steps());
    assertThat(many.lines().get(0).adjustments()).hasSize(5);
  }

  @Test
  void P18_a_thousand_lines_and_a_thousand_promotions_take_no_minutes() {
    promotions(MANY, ItemFilter.skus(Sku.of("NOT-HERE")));
    promotions(10);
    List<PricingLine> lines = goods(MANY);

    PricedCart priced =
        Assertions.assertTimeout(
            Duration.ofSeconds(30),
            () -> stall.pricing.price(stall.owner, PricingRequest.of(Stall.GBP, lines)));

    assertThat(priced.lines()).hasSize(MANY);
    assertThat(priced.lines()).allMatch(line -> line.adjustments().size() == 10);
  }

  private List<PricingLine> goods(int count) {
    List<PricingLine> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      stall.sells("G-" + i, "12.50");
      lines.add(Stall.line("line-" + (10_000 + i), "G-" + i, "2"));
    }
    return lines;
  }

  private void promotions(int count) {
    promotions(count, ItemFilter.ALL);
  }

  private void promotions(int count, ItemFilter items) {
    Benefit off = new Benefit.ItemPercent(BigDecimal.ONE, items, OptionalLong.empty());
    List<Promotion> promotions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      promotions.add(Promotion.of(PromotionId.of("p-" + (10_000 + i)), "P", off));
    }
    stall.promotions.save(stall.owner, promotions);
  }

  /** Of a process that has priced before, as it mostly has. */
  private long questionsFor(List<PricingLine> lines) {
    CorePricingService counted =
        new CorePricingService(
            counted(), new Pricing(new RuleBooks(HostRules.NONE), PastOrders.NONE));
    PricingRequest request = PricingRequest.of(Stall.GBP, lines);
    counted.price(stall.owner, request);
    questions.set(0);
    counted.price(stall.owner, request);
    return questions.get();
  }

  private Storage counted() {
    return new Storage() {
      @Override
      public <R> R inTransaction(CallContext context, Work<R> work) {
        return stall.storage.inTransaction(context, session -> work.run(counted(session)));
      }

      @Override
      public boolean joinsHostTransaction() {
        return false;
      }

      @Override
      public Maintenance maintenance() {
        return stall.storage.maintenance();
      }
    };
  }

  private Session counted(Session session) {
    Documents documents = proxy(Documents.class, session.documents());
    Ledger ledger = proxy(Ledger.class, session.ledger());
    return new Session() {
      @Override
      public CallContext context() {
        return session.context();
      }

      @Override
      public Instant now() {
        return session.now();
      }

      @Override
      public Documents documents() {
        return documents;
      }

      @Override
      public Ledger ledger() {
        return ledger;
      }

      @Override
      public CommitResult commit(Decision decision) {
        return session.commit(decision);
      }
    };
  }

  /** The same, each call of which is a question. */
  private <T> T proxy(Class<T> type, T real) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, given) -> {
              questions.incrementAndGet();
              return method.invoke(real, given);
            }));
  }
}
