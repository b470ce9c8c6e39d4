package io.omnicommerce.tax;

import io.omnicommerce.common.CustomerId;
import io.omnicommerce.common.Text;
import io.omnicommerce.common.TimeWindow;
import java.util.Objects;

/**
 * That no tax is due on what a customer buys. Whether the tax that prices contain is taken out of
 * them then, or the prices stay, is the convention {@code included_price_abroad}.
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
