package io.omnicommerce.ledger;

import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.common.Text;
import java.util.Objects;

/**
 * The readable, structured name of an account: {@code stock/MUG-RED/LON}. A slash or percent sign
 * inside a part is written {@code %2F} or {@code %25}, so that two accounts never share a name.
 *
 * <p>A <em>contra</em> account such as {@code @received} stands for the outside world. It has no
 * bound and no row of its own, only journal entries.
 *
 * @param book what is counted: {@code stock}, {@code coupon}
 * @param item of what: a SKU, a code
 * @param holder where or whose: a location, a customer; may be empty
 */
public record AccountId(String book, String item, String holder) implements Comparable<AccountId> {

  /** The longest name of an account, escapes included. */
  public static final int LENGTH_MAX = 255;

  /** The name of an account is malformed. */
  public static final ErrorCode INVALID = ErrorCode.of("ledger.invalid_account");

  public AccountId {
    Text.id(book, "book");
    Objects.requireNonNull(item, "item");
    Objects.requireNonNull(holder, "holder");
    if (book.charAt(0) == '@') {
      if (!item.isEmpty() || !holder.isEmpty()) {
        throw new InvalidInputException(
            INVALID, "account", book, "of the outside world has neither item nor holder");
      }
    } else {
      Text.id(item, "item");
      if (!holder.isEmpty()) {
        Text.id(holder, "holder");
      }
    }
    if (book.indexOf('/') >= 0) {
      throw new InvalidInputException(INVALID, "book", book, "may not hold a slash");
    }
    String name = text(book, item, holder);
    if (name.length() > LENGTH_MAX) {
      throw InvalidInputException.tooLong("account", name, LENGTH_MAX);
    }
  }

  /** The account of an item with a holder: {@code stock}, {@code MUG-RED}, {@code LON}. */
  public static AccountId of(String book, String item, String holder) {
    return new AccountId(book, item, holder);
  }

  /** An account without holder. */
  public static AccountId of(String book, String item) {
    return new AccountId(book, item, "");
  }

  /**
   * An account of the outside world.
   *
   * @param name its name with the leading at sign, such as {@code @received}
   */
  public static AccountId contra(String name) {
    Objects.requireNonNull(name, "name");
    if (name.isEmpty() || name.charAt(0) != '@') {
      throw new InvalidInputException(
          INVALID, "account", name, "of the outside world begins with an at sign");
    }
    return new AccountId(name, "", "");
  }

  /**
   * Reads what {@link #toString} writes, and nothing else: one account has one name.
   *
   * @throws InvalidInputException {@code ledger.invalid_account}, or as {@link Text#id} refuses a
   *     part
   */
  public static AccountId parse(String text) {
    Objects.requireNonNull(text, "text");
    String[] parts = text.split("/", -1);
    if (parts.length == 1) {
      return contra(parts[0]);
    }
    if (parts.length > 3) {
      throw new InvalidInputException(INVALID, "account", text, "has at most three parts");
    }
    AccountId account =
        new AccountId(parts[0], unescaped(parts[1]), parts.length == 3 ? unescaped(parts[2]) : "");
    if (!account.toString().equals(text)) {
      throw new InvalidInputException(INVALID, "account", text, "must be written as " + account);
    }
    return account;
  }

  /** Whether it stands for the outside world, which has no bound. */
  public boolean isContra() {
    return book.charAt(0) == '@';
  }

  /** By name, character by character: the order in which accounts are always locked. */
  @Override
  public int compareTo(AccountId other) {
    Objects.requireNonNull(other, "other");
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return text(book, item, holder);
  }

  private static String text(String book, String item, String holder) {
    if (item.isEmpty()) {
      return book;
    }
    return holder.isEmpty()
        ? book + '/' + escaped(item)
        : book + '/' + escaped(item) + '/' + escaped(holder);
  }

  private static String escaped(String part) {
    return part.indexOf('%') < 0 && part.indexOf('/') < 0
        ? part
        : part.replace("%", "%25").replace("/", "%2F");
  }

  private static String unescaped(String part) {
    return part.indexOf('%') < 0 ? part : part.replace("%2F", "/").replace("%25", "%");
  }
}
