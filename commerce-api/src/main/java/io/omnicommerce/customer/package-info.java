/**
 * Whom the shop knows.
 *
 * <p>A customer has one record for all channels, found by any of its keys: email, phone, card
 * number. Keys are brought into one form before they are kept or looked up, and no two customers
 * share one. Somebody not yet known is a guest: a session of the host's, which becomes a customer
 * when it is identified. Groups are what price lists and promotions ask for. Credentials stay with
 * the host.
 */
@NullMarked
package io.omnicommerce.customer;

import org.jspecify.annotations.NullMarked;
