package io.omnicommerce.pricing;

import io.omnicommerce.channel.Conventions;
import io.omnicommerce.promotion.Lane;
import io.omnicommerce.promotion.Promotion;
import io.omnicommerce.tax.TaxRate;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Objects;

/**
 * Everything that a price was computed from, frozen: {@link PricingService#replay} computes it
 * again, byte for byte, whatever has become of price lists, promotions and rates since.
 *
 * <p>What stands in the host's own code, its conditions and benefits, is not in it: a promotion
 * with one is replayed by the code that the host has now. It names no customer unless such a
 * promotion is in it, for the code may ask who it is.
 *
 * @param at the instant for which it was priced
 * @param lines those that were asked for, in the order of their ids
 * @param gifts those that promotions added
 * @param charges all of them, with the prices of deliveries, in the order of their ids
 * @param lanes those of the promotions
 * @param promotions of carts: those that gave something; where that does not tell the whole story,
 *     all that might have
 * @param coupons those that were given, each with the promotion it opened
 * @param rates those that applied, where it went
 */
public record PricingInputs(
    Instant at,
    Currency currency,
    Conventions conventions,
    Occasion occasion,
    List<FrozenLine> lines,
    List<FrozenLine> gifts,
    List<Charge> charges,
    List<Lane> lanes,
    List<Promotion> promotions,
    List<PricedCoupon> coupons,
    List<TaxRate> rates,
    TaxTerms taxTerms) {

  public PricingInputs {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(currency, "currency");
    Objects.requireNonNull(conventions, "conventions");
    Objects.requireNonNull(occasion, "occasion");
    lines = List.copyOf(Objects.requireNonNull(lines, "lines"));
    gifts = List.copyOf(Objects.requireNonNull(gifts, "gifts"));
    charges = List.copyOf(Objects.requireNonNull(charges, "charges"));
    lanes = List.copyOf(Objects.requireNonNull(lanes, "lanes"));
    promotions = List.copyOf(Objects.requireNonNull(promotions, "promotions"));
    coupons = List.copyOf(Objects.requireNonNull(coupons, "coupons"));
    rates = List.copyOf(Objects.requireNonNull(rates, "rates"));
    Objects.requireNonNull(taxTerms, "taxTerms");
  }
}
