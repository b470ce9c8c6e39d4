package io.omnicommerce.core.inventory;

/**
 * Goods that have come for a promise. A group of their own holds them from now on: its first line
 * is the goods, those behind it are what bounds them.
 *
 * @param promise the group that holds the promise
 * @param line the number of the promise there
 * @param group what holds the goods
 * @param units how much has come, as the ledger counts
 */
public record Arrival(String promise, int line, String group, long units) {}
