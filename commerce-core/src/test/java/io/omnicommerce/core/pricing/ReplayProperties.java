package io.omnicommerce.core.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.core.json.Json;
import io.omnicommerce.core.order.OrderDocuments;
import io.omnicommerce.core.promotion.HostRules;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricingInputs;
import io.omnicommerce.storage.Codec;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What was priced once can be priced again, from what was kept of it and from nothing else. */
class ReplayProperties {

  private static final Codec<PricedCart> PRICED = Json.codec(PricedCart.class);
  private static final Codec<PricingInputs> INPUTS = OrderDocuments.PRICING.codec();

  /** L11, L13: from the stored text alone the same lines, sums and steps come out, byte by byte. */
  @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE)
  void l11_l13_what_is_frozen_gives_the_same_price_byte_by_byte(@ForAll("carts") PricingCase cart) {
    PricingResult priced = PricingRules.tryPrice(cart.facts(), cart.request(), Map.of());
    String kept = INPUTS.encode(priced.inputs().get());

    PricedCart replayed = Replay.of(INPUTS.decode(kept), HostRules.NONE);

    assertThat(PRICED.encode(replayed)).isEqualTo(PRICED.encode(priced.priced().orElseThrow()));
  }

  @Provide
  Arbitrary<PricingCase> carts() {
    return PromotedCarts.any();
  }
}
