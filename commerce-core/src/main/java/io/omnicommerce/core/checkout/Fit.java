package io.omnicommerce.core.checkout;

import io.omnicommerce.cart.Cart;
import io.omnicommerce.core.catalog.Entries;
import io.omnicommerce.core.inventory.StockSource;
import io.omnicommerce.pricing.PricedCart;
import io.omnicommerce.pricing.PricingInputs;
import io.omnicommerce.storage.Stored;
import java.util.List;
import java.util.function.Supplier;

/**
 * A cart that can be ordered as it is.
 *
 * @param inputs what it was priced from, made when it is asked for
 * @param sources where its goods come from, in the order of its lines
 */
record Fit(
    Stored<Cart> cart,
    Entries entries,
    PricedCart priced,
    Supplier<PricingInputs> inputs,
    List<StockSource> sources) {}
