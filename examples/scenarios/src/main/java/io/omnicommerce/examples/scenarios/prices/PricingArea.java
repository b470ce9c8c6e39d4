package io.omnicommerce.examples.scenarios.prices;

import io.omnicommerce.examples.scenarios.cart.CatalogPrices;
import io.omnicommerce.examples.scenarios.cases.Area;
import io.omnicommerce.examples.scenarios.cases.Outcome;
import io.omnicommerce.examples.scenarios.cases.ScenarioCase.Parts;
import io.omnicommerce.examples.scenarios.cases.UnsupportedException;

/** The price of an article: from lists, or as catalog promotions leave it. */
public final class PricingArea implements Area {

  @Override
  public Outcome play(Parts parts) {
    if (!parts.when().isEmpty()) {
      throw new UnsupportedException("the op '" + parts.when().get(0).op() + "' is not known");
    }
    return parts.given().has("catalog") ? CatalogPrices.play(parts) : ListPrices.play(parts);
  }
}
