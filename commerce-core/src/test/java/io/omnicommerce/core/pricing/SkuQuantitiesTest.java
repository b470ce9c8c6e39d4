package io.omnicommerce.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.catalog.Sku;
import io.omnicommerce.common.Quantity;
import io.omnicommerce.pricing.LineId;
import io.omnicommerce.pricing.PricingLine;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** How much of each SKU there is over all lines. */
class SkuQuantitiesTest {

  /** Some of these have one hash. */
  private static final List<String> SKUS = List.of("Aa", "BB", "AaAa", "AaBB", "BBBB", "BBAa", "c");

  @Property(tries = 500)
  void what_is_said_of_a_sku_is_said_at_its_first_line(
      @ForAll @Size(max = 40) List<@IntRange(max = 6) Integer> skus) {
    List<PricingLine> lines = lines(skus);
    SkuQuantities quantities = new SkuQuantities(lines);

    for (int line = 0; line < lines.size(); line++) {
      assertThat(quantities.first(line)).isEqualTo(skus.indexOf(skus.get(line)));
    }
  }

  @Property(tries = 500)
  void a_sku_has_the_sum_of_its_lines_and_one_without_lines_nothing(
      @ForAll @Size(max = 40) List<@IntRange(max = 6) Integer> skus) {
    List<PricingLine> lines = lines(skus);
    SkuQuantities quantities = new SkuQuantities(lines);
    Map<Sku, Quantity> sums = new HashMap<>();
    lines.forEach(line -> sums.merge(line.sku(), line.quantity(), Quantity::plus));

    for (String sku : SKUS) {
      assertThat(quantities.of(Sku.of(sku)))
          .isEqualTo(sums.getOrDefault(Sku.of(sku), Quantity.ZERO));
    }
    for (int line = 0; line < lines.size(); line++) {
      assertThat(quantities.of(line)).isEqualTo(sums.get(lines.get(line).sku()));
    }
  }

  private static List<PricingLine> lines(List<Integer> skus) {
    List<PricingLine> lines = new ArrayList<>();
    for (int sku : skus) {
      LineId id = LineId.of("line-" + lines.size());
      Quantity quantity = Quantity.of(lines.size() + 1L);
      lines.add(PricingLine.of(id, Sku.of(SKUS.get(sku)), quantity));
    }
    return lines;
  }
}
