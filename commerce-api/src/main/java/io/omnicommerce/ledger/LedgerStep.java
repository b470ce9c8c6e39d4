package io.omnicommerce.ledger;

import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Text;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * What a decision asks of the ledger. A decision makes at most one new batch ({@link Post} or
 * {@link Hold}) and any number of steps on groups. All steps of a decision are netted together and
 * apply whole or not at all: the new batch first, so that a decision may confirm what it holds,
 * then groups in the order of their ids, where the steps on one group follow each other as given. A
 * floor moves before the movements of its decision are judged.
 *
 * <p>A step that repeats what has happened answers {@code AlreadyApplied}: the same batch,
 * confirming what is confirmed, ending what has ended this way. Any other step on a group that has
 * ended answers {@code NotHeld}.
 */
public sealed interface LedgerStep {

  /** The batch that this step makes or changes; a floor belongs to none. */
  Optional<BatchId> batch();

  /** Applies a new batch at once. */
  record Post(Batch content) implements LedgerStep {
    public Post {
      Objects.requireNonNull(content, "content");
    }

    @Override
    public Optional<BatchId> batch() {
      return Optional.of(content.id());
    }
  }

  /**
   * Holds a new batch as one group. Its content is the legs and the life: the same id with another
   * life is other content.
   *
   * @param life how long until it may be expired, by the storage's clock; empty for one that waits
   *     for ever, as a payment does whose outcome is unknown
   */
  record Hold(Batch content, Optional<Duration> life) implements LedgerStep {

    /** The longest life of a hold that ends. */
    public static final Duration LIFE_MAX = Duration.ofDays(366);

    private static final Duration LIFE_MIN = Duration.ofMillis(1);

    /** A hold would live shorter than a millisecond or longer than a year. */
    public static final ErrorCode INVALID_LIFE = ErrorCode.of("ledger.invalid_life");

    public Hold {
      Objects.requireNonNull(content, "content");
      Objects.requireNonNull(life, "life");
      life.ifPresent(Hold::checkLife);
    }

    /**
     * The content as a fingerprint, by which a repeat is told from another hold under the same id;
     * the life counts in whole milliseconds.
     */
    public String fingerprint() {
      return content.content(life.map(time -> "hold " + time.toMillis()).orElse("hold"));
    }

    static void checkLife(Duration life) {
      if (life.compareTo(LIFE_MIN) < 0 || life.compareTo(LIFE_MAX) > 0) {
        throw new InvalidInputException(
            INVALID_LIFE,
            "life",
            life.toString(),
            "must be at least a millisecond and at most " + LIFE_MAX.toDays() + " days");
      }
    }

    @Override
    public Optional<BatchId> batch() {
      return Optional.of(content.id());
    }
  }

  /**
   * Decides for a held group: it no longer expires. Touches no account. Refused once the group is
   * due.
   */
  record Confirm(BatchId id) implements LedgerStep {
    public Confirm {
      Objects.requireNonNull(id, "id");
    }

    @Override
    public Optional<BatchId> batch() {
      return Optional.of(id);
    }
  }

  /** Lets a held group live so long from now, if that is longer than it would have. */
  record Extend(BatchId id, Duration life) implements LedgerStep {
    public Extend {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(life, "life");
      Hold.checkLife(life);
    }

    @Override
    public Optional<BatchId> batch() {
      return Optional.of(id);
    }
  }

  /**
   * Gives back all open lines of a held or confirmed group and ends it as {@link HoldState#VOIDED}.
   */
  record Release(BatchId id) implements LedgerStep {
    public Release {
      Objects.requireNonNull(id, "id");
    }

    @Override
    public Optional<BatchId> batch() {
      return Optional.of(id);
    }
  }

  /** Posts all open lines of a confirmed group and ends it as {@link HoldState#POSTED}. */
  record PostAll(BatchId id) implements LedgerStep {
    public PostAll {
      Objects.requireNonNull(id, "id");
    }

    @Override
    public Optional<BatchId> batch() {
      return Optional.of(id);
    }
  }

  /**
   * Posts a part of one line of a confirmed group; more than is open is refused with what is open.
   * A line that the group does not have is the caller's mistake ({@code ledger.invalid_leg}).
   */
  record PostLine(BatchId id, int line, long amount) implements LedgerStep {
    public PostLine {
      checkPart(id, line, amount);
    }

    @Override
    public Optional<BatchId> batch() {
      return Optional.of(id);
    }
  }

  /** Gives back a part of one line of a confirmed group, within the same bounds. */
  record ReleaseLine(BatchId id, int line, long amount) implements LedgerStep {
    public ReleaseLine {
      checkPart(id, line, amount);
    }

    @Override
    public Optional<BatchId> batch() {
      return Optional.of(id);
    }
  }

  /**
   * Moves an account's floor, opening the account if need be. Never refused: raising the floor
   * above what is there marks the account breached until it has healed.
   */
  record SetFloor(AccountId account, String unit, long floorAt) implements LedgerStep {
    public SetFloor {
      Objects.requireNonNull(account, "account");
      Text.id(unit, "unit");
      if (account.isContra()) {
        throw new InvalidInputException(
            AccountId.INVALID, "account", account.toString(), "of the outside world has no floor");
      }
    }

    @Override
    public Optional<BatchId> batch() {
      return Optional.empty();
    }
  }

  private static void checkPart(BatchId id, int line, long amount) {
    Objects.requireNonNull(id, "id");
    if (line < 1 || amount < 1) {
      throw new InvalidInputException(
          Leg.INVALID,
          "part",
          line + ": " + amount,
          "must name a line and an amount of at least 1");
    }
  }
}
