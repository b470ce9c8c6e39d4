package io.omnicommerce.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.money.Money;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A receipt adds up for whoever reads it with a pencil, knowing nothing but what it says. */
class ReceiptProperties {

  private static final Pattern AMOUNT = Pattern.compile("^\\S.* = (GBP -?[0-9.]+)$");
  private static final Pattern ADJUSTMENT = Pattern.compile("^  \\S.*: (GBP -?[0-9.]+)$");
  private static final Pattern TAX_ON_TOP = Pattern.compile("^  plus (GBP [0-9.]+) tax .*$");
  private static final Pattern TAX_INSIDE = Pattern.compile("^  including (GBP [0-9.]+) tax .*$");

  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void what_is_printed_adds_up_to_what_is_to_be_paid(@ForAll("carts") PricingCase cart) {
    List<String> receipt = Receipt.of(cart.price()).lines().toList();
    List<String> items = receipt.stream().takeWhile(line -> !line.startsWith("Goods: ")).toList();

    Money toPay = total(receipt, "To pay");
    assertThat(sum(items, AMOUNT).plus(sum(items, ADJUSTMENT)).plus(sum(items, TAX_ON_TOP)))
        .as(String.join("\n", receipt))
        .isEqualTo(toPay);
    assertThat(
            total(receipt, "Goods")
                .plus(total(receipt, "Adjustments"))
                .plus(total(receipt, "Charges"))
                .plus(total(receipt, "Tax on top")))
        .as(String.join("\n", receipt))
        .isEqualTo(toPay);
    assertThat(sum(items, ADJUSTMENT)).isEqualTo(total(receipt, "Adjustments"));
    assertThat(sum(below(receipt, "Adjustments"), ADJUSTMENT))
        .isEqualTo(total(receipt, "Adjustments"));
    assertThat(sum(items, TAX_INSIDE)).isEqualTo(total(receipt, "Tax inside"));
  }

  @Provide
  Arbitrary<PricingCase> carts() {
    return PromotedCarts.any();
  }

  /** The parts of a total. */
  private static List<String> below(List<String> receipt, String name) {
    return receipt.stream()
        .dropWhile(line -> !line.startsWith(name + ": "))
        .skip(1)
        .takeWhile(line -> line.startsWith("  "))
        .toList();
  }

  private static Money sum(List<String> receipt, Pattern pattern) {
    return Money.sum(
        Stall.GBP,
        receipt.stream()
            .map(pattern::matcher)
            .filter(Matcher::matches)
            .map(found -> Money.parse(found.group(1)))
            .toList());
  }

  private static Money total(List<String> receipt, String name) {
    return receipt.stream()
        .filter(line -> line.startsWith(name + ": "))
        .map(line -> Money.parse(line.substring(name.length() + 2)))
        .findFirst()
        .orElse(Money.zero(Stall.GBP));
  }
}
