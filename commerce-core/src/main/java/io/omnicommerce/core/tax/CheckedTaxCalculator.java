package io.omnicommerce.core.tax;

import io.omnicommerce.common.PortContractException;
import io.omnicommerce.core.common.HostCode;
import io.omnicommerce.money.Money;
import io.omnicommerce.tax.ExternalTaxes;
import io.omnicommerce.tax.TaxLine;
import io.omnicommerce.tax.spi.TaxCalculator;
import io.omnicommerce.tax.spi.TaxItem;
import io.omnicommerce.tax.spi.TaxQuestion;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** The host's tax service, whose answers are looked at before anything is made of them. */
public final class CheckedTaxCalculator {

  private static final int PERCENT_DECIMALS = 4;

  private final TaxCalculator calculator;

  /** Its answer, or what it threw. */
  public record Said(Optional<ExternalTaxes> taxes, Optional<Throwable> failure) {

    /** It was not asked. */
    public static final Said NOTHING = new Said(Optional.empty(), Optional.empty());
  }

  /** It did not fail, though it may have answered nothing. */
  private record Answered(@Nullable ExternalTaxes taxes, Optional<Throwable> failure) {}

  public CheckedTaxCalculator(TaxCalculator calculator) {
    this.calculator = calculator;
  }

  /**
   * What the service says, or how it failed.
   *
   * @throws PortContractException if the answer breaks the contract
   */
  public Said ask(TaxQuestion question) {
    Answered answered =
        HostCode.ask(
            () -> new Answered(calculator.calculate(question), Optional.empty()),
            thrown -> {
              LoggerFactory.getLogger(CheckedTaxCalculator.class)
                  .warn("The tax service threw", thrown);
              return new Answered(null, Optional.of(thrown));
            });
    return answered.failure().isPresent()
        ? new Said(Optional.empty(), answered.failure())
        : new Said(Optional.of(checked(question, answered.taxes())), Optional.empty());
  }

  /**
   * @throws PortContractException if the answer breaks the contract
   */
  public static ExternalTaxes checked(TaxQuestion question, @Nullable ExternalTaxes answer) {
    if (answer == null) {
      throw violation("answered nothing");
    }
    for (TaxItem item : question.items()) {
      ExternalTaxes.@Nullable Item taxed = answer.items().get(item.id());
      if (taxed == null) {
        throw violation("said nothing of " + item.id());
      }
      check(item, taxed);
    }
    if (answer.items().size() != question.items().size()) {
      throw violation(
          "was asked for " + question.items().size() + " items and answered for others");
    }
    return answer;
  }

  private static void check(TaxItem item, ExternalTaxes.Item taxed) {
    if (!taxed.amount().equals(item.amount())) {
      throw violation("taxed " + taxed.amount() + " of " + item.id() + ", not " + item.amount());
    }
    for (TaxLine tax : taxed.taxes()) {
      check(item, tax);
    }
    long net = net(item.amount().minor(), taxed.taxes());
    if (isAgainst(net, item.amount())) {
      throw violation("took more tax out of " + item.id() + " than it costs");
    }
    taxed.taxes().forEach(tax -> checkPercentage(item, tax));
  }

  private static void check(TaxItem item, TaxLine tax) {
    if (!tax.tax().currency().equals(item.amount().currency())
        || !tax.base().currency().equals(item.amount().currency())) {
      throw violation("answered in another currency for " + item.id() + ": " + tax.tax());
    }
    if (isAgainst(tax.tax().minor(), item.amount())) {
      throw violation("answered " + tax.tax() + " of tax on " + item.amount());
    }
    if (isAgainst(tax.base().minor(), item.amount()) || isMore(tax.base(), item.amount())) {
      throw violation("taxed " + tax.base() + " of " + item.id() + ", which is " + item.amount());
    }
    if (item.exemption().isPresent() && !tax.tax().isZero()) {
      throw violation("answered " + tax.tax() + " of tax on " + item.id() + ", which is exempt");
    }
  }

  private static void checkPercentage(TaxItem item, TaxLine tax) {
    if (!isItsPercentage(tax, item)) {
      throw violation(
          "answered "
              + tax.tax()
              + " of tax on "
              + item.id()
              + ", said to be "
              + tax.percent().toPlainString()
              + " % of "
              + tax.base());
    }
  }

  /**
   * To a minor unit for each unit that may have been rounded, and the last decimal of a percent.
   */
  private static boolean isItsPercentage(TaxLine tax, TaxItem item) {
    BigDecimal base = BigDecimal.valueOf(tax.base().minor());
    BigDecimal exact = base.multiply(tax.percent()).movePointLeft(2);
    BigDecimal units = item.quantity().toBigDecimal().abs().max(BigDecimal.ONE);
    BigDecimal tolerance = units.add(base.abs().movePointLeft(PERCENT_DECIMALS + 2));
    return exact.subtract(BigDecimal.valueOf(tax.tax().minor())).abs().compareTo(tolerance) <= 0;
  }

  private static long net(long amount, List<TaxLine> taxes) {
    long net = amount;
    for (TaxLine tax : taxes) {
      net = tax.included() ? TaxRounding.plus(net, -tax.tax().minor()) : net;
    }
    return net;
  }

  private static boolean isAgainst(long part, Money amount) {
    return amount.isNegative() ? part > 0 : part < 0;
  }

  private static boolean isMore(Money part, Money amount) {
    return amount.isNegative() ? part.compareTo(amount) < 0 : part.compareTo(amount) > 0;
  }

  private static PortContractException violation(String what) {
    return new PortContractException("TaxCalculator", what);
  }
}
