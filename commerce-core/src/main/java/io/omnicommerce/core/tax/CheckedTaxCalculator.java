package io.omnicommerce.core.tax;

import io.omnicommerce.common.PortContractException;
import io.omnicommerce.core.common.HostCode;
import io.omnicommerce.money.Money;
import io.omnicommerce.tax.ExternalTaxes;
import io.omnicommerce.tax.TaxLine;
import io.omnicommerce.tax.spi.TaxCalculator;
import io.omnicommerce.tax.spi.TaxItem;
import io.omnicommerce.tax.spi.TaxQuestion;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** The host's tax service, whose answers are looked at before anything is made of them. */
public final class CheckedTaxCalculator {

  private final TaxCalculator calculator;

  /** It did not fail, though it may have answered nothing. */
  private record Answered(@Nullable ExternalTaxes taxes) {}

  public CheckedTaxCalculator(TaxCalculator calculator) {
    this.calculator = calculator;
  }

  /**
   * What the service says, or nothing if it failed.
   *
   * @throws PortContractException if the answer breaks the contract
   */
  public Optional<ExternalTaxes> ask(TaxQuestion question) {
    return HostCode.<Optional<Answered>>ask(
            () -> Optional.of(new Answered(calculator.calculate(question))),
            thrown -> {
              LoggerFactory.getLogger(CheckedTaxCalculator.class)
                  .warn("The tax service threw", thrown);
              return Optional.empty();
            })
        .map(answered -> checked(question, answered.taxes()));
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
