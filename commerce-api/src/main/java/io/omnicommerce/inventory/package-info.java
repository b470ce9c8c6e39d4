/**
 * What is where, what is spoken for, and what may still be sold.
 *
 * <p><em>On hand</em> is what lies at a location, sellable or in quarantine. <em>Reserved</em> is
 * spoken for and expires; <em>allocated</em> is promised to an order and does not.
 * <em>Available</em> = on hand − reserved − allocated − safety stock. <em>ATS</em>, available to
 * sell, is what a channel may sell now, over the locations it draws on. Quantities are exact in the
 * unit of measure of the SKU.
 *
 * <p>Every change is a movement with a cause; what is on hand is the sum of the movements since the
 * opening. A reservation is all or nothing, over any number of SKUs and locations, and never takes
 * what is not available. A count is a fact: it may leave a shelf oversold, which is said and heals
 * with the next receipt.
 */
@NullMarked
package io.omnicommerce.inventory;

import org.jspecify.annotations.NullMarked;
