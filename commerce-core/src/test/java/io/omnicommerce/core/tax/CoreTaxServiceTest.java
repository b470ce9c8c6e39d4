package io.omnicommerce.core.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.common.CustomerId;
import io.omnicommerce.common.ForbiddenException;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.TimeWindow;
import io.omnicommerce.core.Shop;
import io.omnicommerce.tax.TaxExemption;
import io.omnicommerce.tax.TaxRate;
import io.omnicommerce.tax.TaxService;
import io.omnicommerce.tax.TaxZone;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class CoreTaxServiceTest {

  private static final TaxZone OLD =
      new TaxZone("home", List.of(TaxRate.added("VAT", "standard", "17.5")));
  private static final TaxZone NEW =
      new TaxZone("home", List.of(TaxRate.added("VAT", "standard", "20.0")));

  private static final CustomerId ADA_ID = Shop.ADA.actor().customer().orElseThrow();

  private final Shop shop = Shop.open();
  private final TaxService taxes = new CoreTaxService(shop.storage());

  @Test
  void a_zone_replaces_what_was_known_of_it() {
    taxes.save(Shop.staff(TaxService.EDIT), OLD);
    taxes.save(Shop.staff(TaxService.EDIT), NEW);

    assertThat(taxes.find(Shop.ADA, "home")).contains(NEW);
    assertThat(taxes.find(Shop.ADA, "abroad")).isEmpty();
  }

  @Test
  void a_rate_that_would_be_taken_twice_is_refused_and_two_rates_that_would_not_are_kept() {
    TaxRate always = TaxRate.added("VAT", "standard", "20");
    TaxRate before = always.withWindow(TimeWindow.until(Shop.START));
    TaxRate after = always.withWindow(TimeWindow.from(Shop.START));
    TaxRate local = TaxRate.added("CITY", "standard", "20");
    TaxRate food = TaxRate.added("VAT", "food", "20");

    for (TaxRate twice : List.of(always, before, TaxRate.added("VAT", "standard", "19"))) {
      TaxZone zone = new TaxZone("home", List.of(local, always, twice));
      assertThatThrownBy(() -> taxes.save(Shop.staff(TaxService.EDIT), zone))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("rates[2]");
    }
    TaxZone right = new TaxZone("home", List.of(before, after, local, food));
    taxes.save(Shop.staff(TaxService.EDIT), right);
    assertThat(taxes.find(Shop.ADA, "home")).contains(right);
  }

  @Test
  void only_whoever_may_changes_taxes() {
    taxes.save(Shop.staff(TaxService.EDIT), OLD);

    assertThatThrownBy(() -> taxes.save(Shop.clerk(), NEW)).isInstanceOf(ForbiddenException.class);
    assertThat(taxes.find(Shop.ADA, "home")).contains(OLD);
  }

  @Test
  void an_exemption_is_known_to_the_customer_and_to_the_office() {
    TaxExemption exemption = new TaxExemption(ADA_ID, "EU-138", TimeWindow.ALWAYS);
    taxes.save(Shop.staff(TaxService.EDIT), exemption);

    assertThat(taxes.exemption(Shop.ADA, ADA_ID)).contains(exemption);
    assertThat(taxes.exemption(Shop.staff(TaxService.EDIT), ADA_ID)).contains(exemption);
    assertThatThrownBy(() -> taxes.exemption(Shop.clerk(), ADA_ID))
        .isInstanceOf(ForbiddenException.class);
  }

  @Test
  void nobody_exempts_themselves() {
    TaxExemption exemption = new TaxExemption(ADA_ID, "EU-138", TimeWindow.ALWAYS);

    assertThatThrownBy(() -> taxes.save(Shop.ADA, exemption))
        .isInstanceOf(ForbiddenException.class);
    assertThat(taxes.exemption(Shop.ADA, ADA_ID)).isEmpty();
  }
}
