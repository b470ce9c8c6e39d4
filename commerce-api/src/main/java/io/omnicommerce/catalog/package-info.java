/**
 * What can be sold.
 *
 * <p>A {@linkplain io.omnicommerce.catalog.Sku SKU} is the smallest thing a customer can choose:
 * the red mug, not the mug. Its {@linkplain io.omnicommerce.catalog.CatalogEntry entry} says what
 * it is called, by which options it differs from its siblings, in which unit and quantities it is
 * sold, how it is taxed, and in which channels. One catalog serves all channels; an {@linkplain
 * io.omnicommerce.catalog.Assortment assortment} narrows it. Options and attributes are plain data,
 * the same in every channel. Content and media stay with the host.
 */
@NullMarked
package io.omnicommerce.catalog;

import org.jspecify.annotations.NullMarked;
