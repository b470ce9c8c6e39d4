package io.omnicommerce.tax;

import io.omnicommerce.common.CustomerId;
import io.omnicommerce.common.Text;
import io.omnicommerce.common.TimeWindow;
import java.util.Objects;

/**
 * That no tax is due on what a customer buys, who pays the price with the tax in it nevertheless
 * unless the market's convention {@code included_price_exempt} is {@code keep_net}: by default it
 * is as {@code included_price_abroad} says, and that keeps prices as they are. Prices to which tax
 * is added are paid without it in any case.
 *
 * @param reason a code that stands in the trace of every price: a law, a certificate's number
 * @param window when it counts
 */
public record TaxExemption(CustomerId customer, String reason, TimeWindow window) {

  public TaxExemption {
    Objects.requireNonNull(customer, "customer");
    Text.id(reason, "reason");
    Objects.requireNonNull(window, "window");
  }
}
