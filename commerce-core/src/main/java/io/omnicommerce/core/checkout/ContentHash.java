package io.omnicommerce.core.checkout;

import io.omnicommerce.core.common.Fingerprint;
import io.omnicommerce.core.json.Json;
import io.omnicommerce.pricing.PricedCharge;
import io.omnicommerce.pricing.PricedLine;
import io.omnicommerce.pricing.Totals;
import io.omnicommerce.storage.Codec;
import java.util.List;

/** A fingerprint of what is bought and what it costs, the same for an attempt and its order. */
final class ContentHash {

  private static final Codec<PricedLine> LINE = Json.codec(PricedLine.class);
  private static final Codec<PricedCharge> CHARGE = Json.codec(PricedCharge.class);
  private static final Codec<Totals> TOTALS = Json.codec(Totals.class);

  private ContentHash() {}

  static String of(List<PricedLine> lines, List<PricedCharge> charges, Totals totals) {
    StringBuilder content = new StringBuilder();
    lines.forEach(line -> content.append(LINE.encode(line)).append('\n'));
    charges.forEach(charge -> content.append(CHARGE.encode(charge)).append('\n'));
    return Fingerprint.of(content.append(TOTALS.encode(totals)).toString());
  }
}
