package io.omnicommerce.catalog;

import io.omnicommerce.common.CallContext;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.Permission;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Keeps and finds what can be sold. Thread-safe. */
public interface CatalogService {

  /** To change the catalog. */
  Permission EDIT = Permission.of("catalog.edit");

  /** An entry would grow past a limit. Facts: limit, max. */
  ErrorCode LIMIT_EXCEEDED = ErrorCode.of("catalog.limit_exceeded");

  /** There is no such SKU. */
  ErrorCode UNKNOWN_SKU = ErrorCode.of("catalog.unknown_sku");

  /** The SKU is not sold, or not in this channel. */
  ErrorCode NOT_SELLABLE = ErrorCode.of("catalog.not_sellable");

  /** The unit of a saved SKU was to be changed. Facts: sku, unit, asked. */
  ErrorCode UNIT_FIXED = ErrorCode.of("catalog.unit_fixed");

  /**
   * A bundle contains itself, goes too deep, or consists of too much. Facts: sku, problem (cycle,
   * depth, size).
   */
  ErrorCode INVALID_BUNDLE = ErrorCode.of("catalog.invalid_bundle");

  /** How many bundles may stand inside each other. */
  int BUNDLE_DEPTH_MAX = 8;

  /** The most plain SKUs of which a bundle may consist, with all bundles inside it. */
  int BUNDLE_PARTS_MAX = 200;

  /** The most entries one call may save. */
  int ENTRIES_MAX = 1_000;

  /**
   * Saves entries, each replacing what was known of its SKU; all or none. A SKU keeps the unit with
   * which it was first saved, code and decimals: its stock and its orders are counted in it. What
   * is to be counted otherwise is another SKU.
   *
   * @throws io.omnicommerce.common.ForbiddenException without {@link #EDIT}
   * @throws io.omnicommerce.common.LimitExceededException for more than {@value #ENTRIES_MAX}
   *     entries
   * @throws io.omnicommerce.common.RefusedException {@code catalog.unit_fixed}; {@code
   *     catalog.invalid_bundle}, {@code catalog.unknown_sku} for a bundle that cannot be
   */
  void save(CallContext context, List<CatalogEntry> entries);

  /** What is known of a SKU, sold here or not; empty if there is no such SKU. */
  Optional<CatalogEntry> find(CallContext context, Sku sku);

  /**
   * The entries among these SKUs that exist, in one round trip; whether they are sold in the
   * channel is for the caller to look at.
   */
  Map<Sku, CatalogEntry> findAll(CallContext context, Collection<Sku> skus);
}
