package io.omnicommerce.core.tax;

/**
 * An amount that is taxed at some rates.
 *
 * @param taxable to which of the things to be taxed it belongs
 * @param amount in minor units; below zero what is taken off
 * @param units how many units it is for
 */
record TaxPart(int taxable, CategoryRates rates, long amount, long units) {}
