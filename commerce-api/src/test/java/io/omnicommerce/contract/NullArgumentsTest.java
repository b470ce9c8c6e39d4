package io.omnicommerce.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.channel.Convention;
import io.omnicommerce.channel.Conventions;
import io.omnicommerce.channel.Market;
import io.omnicommerce.channel.MarketId;
import io.omnicommerce.common.Address;
import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.CountryCode;
import io.omnicommerce.common.DomainEvent;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.LocationId;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.common.SessionHash;
import io.omnicommerce.common.Text;
import io.omnicommerce.customer.Email;
import io.omnicommerce.customer.Phone;
import io.omnicommerce.delivery.Transit;
import io.omnicommerce.delivery.spi.Distances;
import io.omnicommerce.delivery.spi.ShelfRule;
import io.omnicommerce.delivery.spi.SourcePriority;
import io.omnicommerce.delivery.spi.SourceRule;
import io.omnicommerce.delivery.spi.SourcingCost;
import io.omnicommerce.flow.StateMachine;
import io.omnicommerce.fulfillment.PickupTerms;
import io.omnicommerce.ledger.AccountId;
import io.omnicommerce.ledger.Batch;
import io.omnicommerce.ledger.BatchId;
import io.omnicommerce.ledger.Leg;
import io.omnicommerce.ledger.spi.Netting;
import io.omnicommerce.money.Money;
import io.omnicommerce.money.UnitPrice;
import io.omnicommerce.order.AllocatedPart;
import io.omnicommerce.order.Allocation;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.payment.Tender;
import io.omnicommerce.price.PriceEntry;
import io.omnicommerce.price.PriceListId;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricedLine;
import io.omnicommerce.pricing.Totals;
import io.omnicommerce.promotion.Amount;
import io.omnicommerce.promotion.AttemptLimit;
import io.omnicommerce.promotion.Benefit;
import io.omnicommerce.promotion.Budget;
import io.omnicommerce.promotion.CouponBatch;
import io.omnicommerce.promotion.CouponCode;
import io.omnicommerce.promotion.ItemFilter;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.promotion.PromotionId;
import io.omnicommerce.promotion.Reduction;
import io.omnicommerce.storage.Codec;
import io.omnicommerce.storage.Decision;
import io.omnicommerce.value.GiftCardCode;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class NullArgumentsTest {

  private static final Currency EUR = Currency.getInstance("EUR");
  private static final Money ZERO = Money.zero(EUR);
  private static final UnitPrice PRICE = UnitPrice.of("1.50", EUR);
  private static final CountryCode GB = CountryCode.of("GB");

  private static final StateMachine.Table<String, String> TABLE =
      new StateMachine.Table<String, String>("sample").terminal("sample");

  private static final Batch BATCH =
      Batch.of(
          BatchId.of("sample"),
          Leg.of(AccountId.contra("@sample"), AccountId.of("sample", "sample"), 1, "each"));

  private static final Promotion PROMOTION =
      Promotion.of(
          PromotionId.of("sample"),
          "Sample",
          new Benefit.OrderFixed(Amount.of(ZERO), ItemFilter.ALL));

  /** Values of types that a sample of each part does not make: their parts must fit together. */
  private static final Object[] SAMPLES = {
    GB,
    ErrorCode.of("sample.code"),
    BATCH,
    Email.of("ada@example.com"),
    SessionHash.of("sample"),
    Phone.of("+442071234567"),
    Address.of("Ada", "1 High Street", "London", "N1", GB),
    new Totals(ZERO, ZERO, ZERO, ZERO, ZERO, ZERO),
    new Market(MarketId.of("uk"), "UK", Set.of(EUR), "uk", GB, Conventions.STANDARD),
    Conventions.STANDARD,
    Convention.ROUNDING,
    PriceEntry.of(PriceListId.of("list"), Sku.of("MUG"), PRICE),
    Tender.card("tok_sample"),
    Amount.of(ZERO),
    Reduction.amount(Amount.of(ZERO)),
    AttemptLimit.STANDARD,
    Transit.workdays(1, 2),
    new PickupTerms.Slot(Instant.EPOCH, Instant.EPOCH.plusSeconds(1)),
    Budget.of(ZERO),
    CouponCode.of("SAMPLE"),
    CouponBatch.of("SAMPLE", PromotionId.of("sample"), 1),
    GiftCardCode.of("SAMPLE-CARD"),
    PROMOTION,
    PROMOTION.toBuilder(),
    orderLine(),
    orderLine().allocations().get(0),
  };

  @Test
  void abuse_1_null_is_refused_by_name_everywhere_in_the_api() {
    List<String> problems =
        NullArguments.with(SAMPLES)
            .sample(Netting.class, new Netting())
            .sample(Decision.Builder.class, Decision.builder())
            .sample(DomainEvent.class, () -> "sample.happened")
            .sample(Codec.class, new TextCodec())
            .sample(SourceRule.class, (request, place) -> Optional.empty())
            .sample(ShelfRule.class, (request, place, sku, units) -> units)
            .sample(SourcingCost.class, new SourcePriority())
            .sample(Distances.class, (from, to) -> OptionalLong.empty())
            .sample(StateMachine.class, TABLE.build())
            .sample(StateMachine.Table.class, TABLE)
            .except(e -> e.getDeclaringClass() == Text.class) // names the caller's field instead
            .except(e -> Throwable.class.isAssignableFrom(e.getDeclaringClass())) // ours to make
            .check(ExportedTypes.ofModuleOf(CallContext.class));

    assertThat(problems)
        .as("check with Objects.requireNonNull(x, \"x\"), or add a sample here if one is missing")
        .isEmpty();
  }

  @Test
  void a_null_that_is_accepted_or_refused_without_its_name_is_found() {
    List<String> problems = NullArguments.with().check(List.of(Careless.class));

    assertThat(problems)
        .containsExactlyInAnyOrder(
            "io.omnicommerce.contract.NullArgumentsTest$Careless(String, String),"
                + " parameter accepted: null was accepted",
            "io.omnicommerce.contract.NullArgumentsTest$Careless(String, String),"
                + " parameter refused: the refusal does not name it: null");
  }

  /** A record as it should not be. */
  public record Careless(String accepted, String refused) {
    public Careless {
      Objects.requireNonNull(refused);
    }
  }

  /** Writes text as it is. */
  private static final class TextCodec implements Codec<String> {

    @Override
    public String encode(String value) {
      return value;
    }

    @Override
    public String decode(String text) {
      return text;
    }
  }

  private static OrderLine orderLine() {
    PricedLine priced =
        new PricedLine(
            LineId.of("1"), Sku.of("MUG"), Quantity.ONE, PRICE, ZERO, List.of(), List.of());
    return new OrderLine(
        priced,
        "Mug",
        Optional.empty(),
        List.of(
            Allocation.of(
                LocationId.of("LON"),
                "checkout/1",
                List.of(AllocatedPart.of(1, Sku.of("MUG"), 0)),
                Quantity.ONE)),
        0,
        Quantity.ZERO,
        Quantity.ZERO);
  }
}
