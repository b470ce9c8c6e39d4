package io.omnicommerce.core.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.omnicommerce.common.ForbiddenException;
import io.omnicommerce.core.Shop;
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
  void only_whoever_may_changes_taxes() {
    taxes.save(Shop.staff(TaxService.EDIT), OLD);

    assertThatThrownBy(() -> taxes.save(Shop.clerk(), NEW)).isInstanceOf(ForbiddenException.class);
    assertThat(taxes.find(Shop.ADA, "home")).contains(OLD);
  }
}
