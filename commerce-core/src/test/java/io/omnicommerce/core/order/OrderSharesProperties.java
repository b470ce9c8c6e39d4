package io.omnicommerce.core.order;

import static io.omnicommerce.core.order.PlacedOrders.LON;
import static io.omnicommerce.core.order.PlacedOrders.MUG;
import static io.omnicommerce.core.order.PlacedOrders.TEE;
import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.common.Actor;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.core.order.PlacedOrders.Line;
import io.omnicommerce.core.order.PlacedOrders.Wanted;
import io.omnicommerce.money.Money;
import io.omnicommerce.order.Amendment;
import io.omnicommerce.order.Order;
import io.omnicommerce.order.OrderLine;
import io.omnicommerce.pricing.LineId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Nothing of a frozen price is lost, in however many parts and in whatever order it is undone. */
class OrderSharesProperties {

  private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");

  @Property(tries = 300)
  void L58_cancelling_bit_by_bit_takes_off_what_the_lines_came_to(
      @ForAll @IntRange(min = 1, max = 9_999) int mugs,
      @ForAll @IntRange(min = 1, max = 9_999) int tees,
      @ForAll @IntRange(max = 500) int byHand,
      @ForAll @Size(14) List<Boolean> which) {
    Order order = order(mugs, tees, Math.min(byHand, mugs + tees));
    Money goods = Money.sum(PlacedOrders.GBP, OrderShares.paid(order).values());

    Order left = order;
    for (boolean mug : which) {
      left = less(left, mug ? "1" : "2");
    }
    while (!left.lines().stream().allMatch(line -> line.open().isZero())) {
      left = less(less(left, "1"), "2");
    }

    Money sum =
        Money.sum(PlacedOrders.GBP, left.amendments().stream().map(Amendment::difference).toList());
    assertThat(sum.negated()).isEqualTo(goods);
    assertThat(left.due()).isEqualTo(order.totals().grand().plus(sum));
    assertThat(left.amendments())
        .allSatisfy(one -> assertThat(one.difference().isPositive()).isFalse());
  }

  private static Order order(int mugs, int tees, int byHand) {
    Wanted wanted =
        Wanted.shipped(
                "o1",
                Line.of("1", MUG, "7", LON, Money.ofMinor(mugs, PlacedOrders.GBP), 0, 0),
                Line.of("2", TEE, "5", LON, Money.ofMinor(tees, PlacedOrders.GBP), 0, 0))
            .lessByHand(Money.ofMinor(byHand, PlacedOrders.GBP));
    return OrderRules.place(PlacedOrders.newOrder(wanted, "draft", NOW));
  }

  /** One less of a line, if there is one. */
  private static Order less(Order order, String id) {
    OrderLine line = order.line(LineId.of(id)).orElseThrow();
    if (line.open().isZero()) {
      return order;
    }
    return OrderRules.partlyCancelled(
        order,
        List.of(AllocationRules.cancelled(line, Quantity.ONE).line()),
        OrderShares.of(order, Map.of(LineId.of(id), Quantity.ONE)),
        "less",
        PlacedOrders.context(Actor.system("test")),
        NOW);
  }
}
