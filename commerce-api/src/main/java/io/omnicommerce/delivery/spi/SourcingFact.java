package io.omnicommerce.delivery.spi;

/** What a part of the sourcing asks about places, and is loaded only if one does. */
public enum SourcingFact {
  /** {@link SourcingPlace#location()}. */
  LOCATION,
  /** {@link SourcingPlace#openJobs()}. */
  OPEN_JOBS
}
