package io.omnicommerce.price;

import io.omnicommerce.money.UnitPrice;
import java.util.Objects;
import java.util.Optional;

/**
 * A row that might have given a price, and what became of it.
 *
 * @param list the list that it might have given a price for
 * @param source the list it stands in, if that is another, from which the list is computed
 * @param price what it would have given
 * @param asks what the condition asks for that does not hold, if that is why it did not count:
 *     {@code the channel app}
 */
public record PriceCandidate(
    PriceListId list,
    PriceList.Kind kind,
    Optional<PriceListId> source,
    PriceRow row,
    UnitPrice price,
    Verdict verdict,
    Optional<String> asks) {

  /** What became of a row; of the reasons why it did not count, the first that was found. */
  public enum Verdict {
    /** It gave the price. */
    CHOSEN,
    /** It gave the original price that is shown beside the price of a sale. */
    ORIGINAL,
    /** Its list says what things cost the shop. */
    NOT_FOR_SALE,
    /** Its list is in another currency. */
    OTHER_CURRENCY,
    /** Its list does not count at the time. */
    LIST_NOT_IN_FORCE,
    /** A condition of its list does not hold. */
    LIST_CONDITION,
    /** It does not count at the time. */
    ROW_NOT_IN_FORCE,
    /** A condition of its own does not hold. */
    ROW_CONDITION,
    /** Less is asked for than its tier begins with. */
    BELOW_TIER,
    /** More is asked for than its tier ends with. */
    ABOVE_TIER,
    /** The list has a row of its own, so nothing is computed from another list. */
    BEHIND_OWN_ROW,
    /** Its list is a base list, and a sale or override comes before it. */
    BEHIND_SPECIAL_LIST,
    /** Another has more conditions. */
    FEWER_CONDITIONS,
    /** The list of another has a higher priority. */
    LOWER_PRIORITY,
    /** Another is for the buyer's group. */
    NOT_FOR_GROUP,
    /** Another is for the channel. */
    NOT_FOR_CHANNEL,
    /** Another is for the country. */
    NOT_FOR_COUNTRY,
    /** Another has a window of time. */
    UNDATED,
    /** Another has a tier that begins higher. */
    LOWER_TIER,
    /** Another began later. */
    BEGAN_EARLIER,
    /** Another ends earlier. */
    ENDS_LATER,
    /** Another has a lower price. */
    HIGHER_PRICE,
    /** Nothing else tells them apart: another has a smaller id. */
    LARGER_ID
  }

  public PriceCandidate {
    Objects.requireNonNull(list, "list");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(row, "row");
    Objects.requireNonNull(price, "price");
    Objects.requireNonNull(verdict, "verdict");
    Objects.requireNonNull(asks, "asks");
  }
}
