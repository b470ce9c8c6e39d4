package io.omnicommerce.ledger;

import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.LimitExceededException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * Movements that belong together: all apply, or none. Legs are numbered from 1 in their order.
 *
 * @param id the caller's name for it
 * @param legs 1 to {@value #LEGS_MAX} movements
 * @param openings floors for accounts that this batch may be the first to name; at most two a leg
 *     of the longest batch, and of no effect for an account that no leg names
 */
public record Batch(BatchId id, List<Leg> legs, List<Opening> openings) {

  /** The most legs a batch can have. */
  public static final int LEGS_MAX = 2_048;

  /** A batch has too many legs or openings. Facts: limit, max. */
  public static final ErrorCode LIMIT_EXCEEDED = ErrorCode.of("ledger.limit_exceeded");

  public Batch {
    Objects.requireNonNull(id, "id");
    legs = List.copyOf(Objects.requireNonNull(legs, "legs"));
    openings = List.copyOf(Objects.requireNonNull(openings, "openings"));
    if (legs.isEmpty()) {
      throw new InvalidInputException(Leg.INVALID, "legs", "", "must hold at least one movement");
    }
    if (legs.size() > LEGS_MAX) {
      throw new LimitExceededException(LIMIT_EXCEEDED, "legsMax", LEGS_MAX, "Split the batch.");
    }
    if (openings.size() > 2 * LEGS_MAX) {
      throw new LimitExceededException(
          LIMIT_EXCEEDED, "openingsMax", 2L * LEGS_MAX, "Open only accounts that a leg names.");
    }
  }

  /** A batch whose new accounts begin with the floor 0. */
  public static Batch of(BatchId id, List<Leg> legs) {
    return new Batch(id, legs, List.of());
  }

  /** As {@link #of(BatchId, List)}. */
  public static Batch of(BatchId id, Leg... legs) {
    return of(id, List.of(Objects.requireNonNull(legs, "legs")));
  }

  /** This batch, which lets an account begin with a floor if it is the first to name it. */
  public Batch opening(AccountId account, long floorAt) {
    List<Opening> more = new ArrayList<>(openings);
    more.add(new Opening(account, floorAt));
    return new Batch(id, legs, more);
  }

  /**
   * A fingerprint of the legs in their order, by which a repeat is told from another batch under
   * the same id. What must be left behind is asked once, when a batch is new, and is no content: a
   * batch that is known is the same whatever is asked today.
   *
   * @param kind {@code post}, or {@code hold} with its life: the same legs posted and held, or held
   *     for another time, are different content; see {@link LedgerStep.Hold#fingerprint}
   */
  public String content(String kind) {
    StringBuilder text = new StringBuilder(Objects.requireNonNull(kind, "kind"));
    for (Leg leg : legs) {
      // one line a part: names and units may hold any visible character, but no line break
      text.append('\n').append(leg.from()).append('\n').append(leg.to());
      text.append('\n').append(leg.amount()).append('\n').append(leg.unit()).append('\n');
      text.append(leg.forced() ? "forced" : "");
    }
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest(text.toString().getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 16);
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
