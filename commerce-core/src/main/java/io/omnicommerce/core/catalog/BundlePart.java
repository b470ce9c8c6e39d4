package io.omnicommerce.core.catalog;

import io.omnicommerce.catalog.CatalogEntry;

/**
 * What has stock in a bundle.
 *
 * @param each how much of it is in one piece, as the ledger counts
 */
public record BundlePart(CatalogEntry entry, long each) {}
