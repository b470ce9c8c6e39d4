package io.omnicommerce.ledger;

import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.LimitExceededException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;

/**
 * Movements that belong together: all apply, or none. Legs are numbered from 1 in their order.
 *
 * @param id the caller's name for it
 * @param legs 1 to {@value #LEGS_MAX} movements
 * @param openings floors for accounts that this batch may be the first to name
 */
public record Batch(BatchId id, List<Leg> legs, List<Opening> openings) {

  /** The most legs a batch can have. */
  public static final int LEGS_MAX = 2_048;

  public static final ErrorCode LIMIT_EXCEEDED = ErrorCode.of("ledger.limit_exceeded");

  public Batch {
    Objects.requireNonNull(id, "id");
    legs = List.copyOf(legs);
    openings = List.copyOf(openings);
    if (legs.isEmpty()) {
      throw new InvalidInputException(Leg.INVALID, "legs", "", "must hold at least one movement");
    }
    if (legs.size() > LEGS_MAX) {
      throw new LimitExceededException(LIMIT_EXCEEDED, "legsMax", LEGS_MAX, "Split the batch.");
    }
  }

  public static Batch of(BatchId id, List<Leg> legs) {
    return new Batch(id, legs, List.of());
  }

  public static Batch of(BatchId id, Leg... legs) {
    return of(id, List.of(legs));
  }

  public Batch opening(AccountId account, long floorAt) {
    List<Opening> more = new java.util.ArrayList<>(openings);
    more.add(new Opening(account, floorAt));
    return new Batch(id, legs, more);
  }

  /**
   * A fingerprint of the legs, by which a repeat is told from another batch under the same id.
   *
   * @param kind {@code post} or {@code hold}: the same legs posted and held are different content
   */
  public String content(String kind) {
    StringBuilder text = new StringBuilder(kind);
    for (Leg leg : legs) {
      text.append('\n')
          .append(leg.from())
          .append('>')
          .append(leg.to())
          .append(' ')
          .append(leg.amount())
          .append(' ')
          .append(leg.unit());
      leg.leave().ifPresent(n -> text.append(" leave ").append(n));
      if (leg.forced()) {
        text.append(" forced");
      }
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
