/**
 * Promotions, as data.
 *
 * <p>A {@linkplain io.omnicommerce.promotion.Promotion promotion} is conditions and benefits in a
 * {@linkplain io.omnicommerce.promotion.Lane lane}. Lanes run in order, each seeing what the one
 * before has left; within a lane promotions run by priority and id, never by the accident of a
 * list's order, and combine as the lane says: one after the other, all on the list price, or the
 * combination that saves most. Catalog promotions change the price of a SKU wherever it is shown.
 * Whatever is taken off stands on lines and adds up to the cent; no line falls below its floor or
 * below zero. What systems disagree on is a convention of the market. Rules of the host's own are
 * introduced to the engine by name and stand in the data by that name.
 */
@NullMarked
package io.omnicommerce.promotion;

import org.jspecify.annotations.NullMarked;
