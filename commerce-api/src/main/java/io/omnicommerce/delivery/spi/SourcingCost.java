package io.omnicommerce.delivery.spi;

import java.util.Set;

/**
 * Says what it costs to take goods from places, in whole numbers of whatever it counts: meters,
 * parcels, cents. The sum over all that is taken is what a choice costs; less is better. Pure:
 * called inside a transaction.
 */
public interface SourcingCost {

  /** Its name in explanations. */
  String name();

  /** What things cost for one request. */
  Tariff tariff(SourcingRequest request);

  /** What it asks about places; by default what is known of the location. */
  default Set<SourcingFact> facts() {
    return Set.of(SourcingFact.LOCATION);
  }

  /** What things cost; never below zero, and sums end at {@link Long#MAX_VALUE}. */
  interface Tariff {

    /** Of a place from which anything comes, once. */
    default long parcel(SourcingPlace place) {
      return 0;
    }

    /** Of a line of which anything comes from a place, once a place. */
    default long line(SourcingLine line, SourcingPlace place) {
      return 0;
    }

    /** Of each smallest unit of a line that comes from a place. */
    default long unit(SourcingLine line, SourcingPlace place) {
      return 0;
    }
  }
}
