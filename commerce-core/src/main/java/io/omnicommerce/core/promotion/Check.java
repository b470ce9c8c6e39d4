package io.omnicommerce.core.promotion;

/** A condition that is ready to be asked. */
@FunctionalInterface
interface Check {

  boolean holds(Deal deal);
}
