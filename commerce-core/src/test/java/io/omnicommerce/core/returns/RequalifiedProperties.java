package io.omnicommerce.core.returns;

import static io.omnicommerce.core.order.PlacedOrders.DC;
import static io.omnicommerce.core.order.PlacedOrders.GBP;
import static io.omnicommerce.core.order.PlacedOrders.MUG;
import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.order.OrderDocuments;
import io.omnicommerce.core.order.OrderDraft;
import io.omnicommerce.core.order.PlacedOrders.Line;
import io.omnicommerce.core.pricing.Pricing;
import io.omnicommerce.core.pricing.PricingCase;
import io.omnicommerce.core.pricing.PromotedCarts;
import io.omnicommerce.core.promotion.HostRules;
import io.omnicommerce.core.promotion.RuleBooks;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricedLine;
import io.omnicommerce.pricing.PricingInputs;
import io.omnicommerce.pricing.PricingLine;
import io.omnicommerce.returns.ReturnLine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

/** What is due back where the goods that are kept are priced again, of carts of any promotions. */
class RequalifiedProperties {

  private static final Pricing PRICING =
      new Pricing(new RuleBooks(HostRules.NONE), OrderDocuments::count);

  /** An order on its way back: what it was computed from, and what was given back so far. */
  private record Returning(Order order, PricingInputs inputs, Money given) {

    Money due(List<ReturnLine> lines) {
      return new Requalified(order, given, this::prices).of(lines);
    }

    Map<LineId, Money> prices(Map<LineId, Quantity> kept) {
      return PRICING.payable(inputs, kept);
    }

    Returning after(ReturnLine line) {
      Money more = due(List.of(line));
      return new Returning(OrderDraft.returned(order, line), inputs, given.plus(more));
    }
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void what_is_kept_whole_costs_what_was_paid(@ForAll("carts") PricingCase cart) {
    PricedCart priced = cart.price();
    Map<LineId, Quantity> all = new HashMap<>();
    priced.lines().forEach(line -> all.put(line.id(), line.quantity()));

    Map<LineId, Money> payable = PRICING.payable(cart.inputs(), all);

    for (PricedLine line : priced.lines()) {
      assertThat(payable.getOrDefault(line.id(), Money.zero(GBP))).isEqualTo(line.payable());
    }
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void L72_any_partial_returns_in_any_order_give_back_exactly_what_was_paid(
      @ForAll("carts") PricingCase cart,
      @ForAll @LongRange(max = 3_000) long reduction,
      @ForAll Random dice) {
    Returning returning = returning(cart, reduction);
    Money paid = paid(returning.order());

    for (ReturnLine line : pieces(returning.order(), dice)) {
      returning = returning.after(line);
    }

    assertThat(returning.given()).isEqualTo(paid);
  }

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void L74_what_is_kept_and_what_is_given_back_are_never_more_than_was_paid(
      @ForAll("carts") PricingCase cart, @ForAll Random dice) {
    Returning returning = returning(cart, 0);
    Money paid = paid(returning.order());

    for (ReturnLine line : pieces(returning.order(), dice)) {
      Returning after = returning.after(line);
      Money refund = after.given().minus(returning.given());

      assertThat(refund.isNegative()).isFalse();
      assertThat(after.given()).isLessThanOrEqualTo(paidForReturned(after.order()));
      if (refund.isPositive()) {
        assertThat(kept(after).plus(after.given())).isLessThanOrEqualTo(paid);
      }
      returning = after;
    }
  }

  @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
  void L74_on_any_way_the_most_is_given_that_was_due_at_once_at_some_time(
      @ForAll("carts") PricingCase cart, @ForAll Random dice) {
    Returning untouched = returning(cart, 0);
    Returning returning = untouched;
    List<ReturnLine> soFar = new ArrayList<>();
    Money most = Money.zero(GBP);

    for (ReturnLine line : pieces(returning.order(), dice)) {
      returning = returning.after(line);
      soFar.add(line);
      most = most.max(untouched.due(ReturnRules.summed(soFar)));

      assertThat(returning.given()).isEqualTo(most);
    }
  }

  private static Returning returning(PricingCase cart, long reduction) {
    List<Line> lines =
        cart.price().lines().stream()
            .map(line -> new Line(line.id().value(), MUG, line.quantity(), DC, asMug(line)))
            .toList();
    Order order = OrderDraft.shipped(lines, Money.ofMinor(reduction, GBP));
    return new Returning(order, cart.inputs(), Money.zero(GBP));
  }

  /** What it is called plays no part. */
  private static PricedLine asMug(PricedLine line) {
    return new PricedLine(
        line.id(),
        MUG,
        line.quantity(),
        line.unitPrice(),
        line.amount(),
        line.adjustments(),
        line.taxes());
  }

  private static Money paid(Order order) {
    return Money.sum(GBP, RefundRules.paid(order).values());
  }

  private static Money paidForReturned(Order order) {
    Money paid = Money.zero(GBP);
    for (OrderLine line : order.lines()) {
      Money all = RefundRules.paid(order).getOrDefault(line.priced().id(), Money.zero(GBP));
      paid = paid.plus(RefundRules.rounded(all, line.returned(), line));
    }
    return paid;
  }

  /** What the goods that are kept would have cost by themselves. */
  private static Money kept(Returning returning) {
    Map<LineId, Quantity> kept = new HashMap<>();
    returning
        .order()
        .lines()
        .forEach(line -> kept.put(line.priced().id(), line.ordered().minus(line.returned())));
    return Money.sum(GBP, returning.prices(kept).values());
  }

  /** The units of all lines, cut into pieces and shuffled. */
  private static List<ReturnLine> pieces(Order order, Random dice) {
    List<ReturnLine> pieces = new ArrayList<>();
    for (OrderLine line : order.lines()) {
      long left = line.returnable().toUnits(0);
      while (left > 0) {
        long part = 1 + dice.nextInt((int) left);
        pieces.add(ReturnLine.of(line.priced().id(), Quantity.of(part)));
        left -= part;
      }
    }
    Collections.shuffle(pieces, dice);
    return pieces;
  }

  @Provide
  Arbitrary<PricingCase> carts() {
    return PromotedCarts.any()
        .map(cart -> cart.withLines(whole(cart.request().lines())))
        .filter(PromotedCarts::hasPrice);
  }

  private static List<PricingLine> whole(List<PricingLine> lines) {
    return lines.stream()
        .map(
            line ->
                line.quantity().isWhole()
                    ? line
                    : PricingLine.of(line.id(), line.sku(), Quantity.of(2)))
        .toList();
  }
}
