package io.omnicommerce.core.pricing;

import io.omnicommerce.money.UnitPrice;

/**
 * A unit price that was promised for a line.
 *
 * @param isReduced whether it was reduced already, for promotions that spare reduced goods
 */
public record Promised(UnitPrice price, boolean isReduced) {}
