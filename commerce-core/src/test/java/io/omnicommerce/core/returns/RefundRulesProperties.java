package io.omnicommerce.core.returns;

import static io.omnicommerce.core.order.PlacedOrders.DC;
import static io.omnicommerce.core.order.PlacedOrders.GBP;
import static io.omnicommerce.core.order.PlacedOrders.MUG;
import static io.omnicommerce.core.order.PlacedOrders.ROPE;
import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.order.OrderDraft;
import io.omnicommerce.core.order.PlacedOrders.Line;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.returns.ReturnLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RefundRulesProperties {

  /** One return of some units of one line. */
  private record Piece(int line, long units) {}

  @Property
  void L72_any_partial_returns_in_any_order_give_back_exactly_what_was_paid(
      @ForAll("lines") List<Line> lines,
      @ForAll("reductions") long reduction,
      @ForAll Random dice) {
    Order order = OrderDraft.shipped(lines, Money.ofMinor(reduction, GBP));
    Money paid = Money.sum(GBP, RefundRules.paid(order).values());

    Money back = Money.zero(GBP);
    for (Piece piece : pieces(order, dice)) {
      ReturnLine line = line(order, piece);
      back = back.plus(RefundRules.refund(order, List.of(line)));
      order = OrderDraft.returned(order, line);
    }

    assertThat(back).isEqualTo(paid);
  }

  @Property
  void L72_one_return_of_everything_gives_back_the_same_as_many(
      @ForAll("lines") List<Line> lines, @ForAll("reductions") long reduction) {
    Order order = OrderDraft.shipped(lines, Money.ofMinor(reduction, GBP));
    List<ReturnLine> all =
        order.lines().stream()
            .map(line -> ReturnLine.of(line.priced().id(), line.returnable()))
            .toList();

    Money back = RefundRules.refund(order, all);

    assertThat(back).isEqualTo(Money.sum(GBP, RefundRules.paid(order).values()));
  }

  @Property
  void L70_at_no_time_has_a_line_given_back_more_than_was_paid_for_it_or_less_than_nothing(
      @ForAll("lines") List<Line> lines,
      @ForAll("reductions") long reduction,
      @ForAll Random dice) {
    Order order = OrderDraft.shipped(lines, Money.ofMinor(reduction, GBP));
    long[] back = new long[lines.size()];

    for (Piece piece : pieces(order, dice)) {
      ReturnLine line = line(order, piece);
      Money refund = RefundRules.refund(order, List.of(line));
      back[piece.line()] += refund.minor();
      order = OrderDraft.returned(order, line);

      assertThat(refund.isNegative()).isFalse();
      Money paid = RefundRules.paid(order).getOrDefault(line.line(), Money.zero(GBP));
      assertThat(back[piece.line()]).isLessThanOrEqualTo(paid.minor());
    }
  }

  @Property
  void L70_what_was_paid_for_the_lines_is_what_the_goods_cost_less_what_was_taken_off(
      @ForAll("lines") List<Line> lines, @ForAll("reductions") long reduction) {
    Order order = OrderDraft.shipped(lines, Money.ofMinor(reduction, GBP));
    long goods = lines.stream().mapToLong(line -> line.priced().payable().minor()).sum();

    long paid = Money.sum(GBP, RefundRules.paid(order).values()).minor();

    assertThat(paid).isEqualTo(Math.max(0, goods - reduction));
    assertThat(RefundRules.paid(order).values()).noneMatch(Money::isNegative);
  }

  /** The units of all lines, cut into pieces and shuffled. */
  private static List<Piece> pieces(Order order, Random dice) {
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < order.lines().size(); i++) {
      OrderLine line = order.lines().get(i);
      long left = line.returnable().toUnits(line.decimals());
      while (left > 0) {
        long part = 1 + (long) (dice.nextInt((int) Math.min(left, 1_000)));
        pieces.add(new Piece(i, part));
        left -= part;
      }
    }
    java.util.Collections.shuffle(pieces, dice);
    return pieces;
  }

  private static ReturnLine line(Order order, Piece piece) {
    OrderLine line = order.lines().get(piece.line());
    return ReturnLine.of(line.priced().id(), Quantity.ofUnits(piece.units(), line.decimals()));
  }

  @Provide
  Arbitrary<Long> reductions() {
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(2, Arbitraries.just(0L)),
        net.jqwik.api.Tuple.of(3, Arbitraries.longs().between(1, 5_000)),
        net.jqwik.api.Tuple.of(1, Arbitraries.longs().between(5_000, 10_000_000)));
  }

  @Provide
  Arbitrary<List<Line>> lines() {
    Arbitrary<Line> whole = line(Arbitraries.longs().between(1, 30).map(Quantity::of), MUG);
    Arbitrary<Line> measured =
        line(Arbitraries.longs().between(1, 3_000).map(units -> Quantity.ofUnits(units, 2)), ROPE);
    return Arbitraries.oneOf(whole, measured)
        .list()
        .ofMinSize(1)
        .ofMaxSize(6)
        .map(RefundRulesProperties::numbered);
  }

  private static Arbitrary<Line> line(
      Arbitrary<Quantity> quantities, io.omnicommerce.catalog.Sku sku) {
    return Combinators.combine(
            quantities,
            Arbitraries.longs().between(0, 100_000),
            Arbitraries.integers().between(0, 100),
            Arbitraries.longs().between(0, 2_000))
        .as(
            (quantity, amount, percentOff, tax) ->
                Line.of(
                    "1",
                    sku,
                    quantity.toString(),
                    DC,
                    Money.ofMinor(amount, GBP),
                    amount * percentOff / 100,
                    tax));
  }

  /** The same lines, with ids of their own. */
  private static List<Line> numbered(List<Line> lines) {
    List<Line> numbered = new ArrayList<>();
    for (Line line : lines) {
      numbered.add(line.named(Integer.toString(numbered.size() + 1)));
    }
    return numbered;
  }
}
