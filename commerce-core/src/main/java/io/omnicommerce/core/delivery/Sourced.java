package io.omnicommerce.core.delivery;

import io.omnicommerce.core.inventory.StockSource;

/**
 * From where some of a line comes.
 *
 * @param line the place of the line in the ask, from 0
 */
public record Sourced(int line, StockSource source) {}
