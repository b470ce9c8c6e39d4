package io.omnicommerce.customer;

import io.omnicommerce.common.CustomerId;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.LimitExceededException;
import io.omnicommerce.common.Text;
import io.omnicommerce.common.Version;
import java.util.Collection;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A customer whom the shop knows.
 *
 * @param version how often it was changed; {@link Version#NONE} for one that is not saved yet
 * @param emails addresses by which it is found
 * @param phones numbers by which it is found
 * @param cards loyalty card numbers by which it is found
 * @param groups what price lists and promotions ask for: {@code wholesale}
 */
public record Customer(
    CustomerId id,
    Version version,
    String name,
    SortedSet<Email> emails,
    SortedSet<Phone> phones,
    SortedSet<String> cards,
    SortedSet<String> groups) {

  /** The most keys of each kind, and the most groups, a customer can have. */
  public static final int KEYS_MAX = 50;

  public static final ErrorCode LIMIT_EXCEEDED = ErrorCode.of("customer.limit_exceeded");

  public Customer {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(version, "version");
    name = Text.name(name, "name");
    emails = sorted(emails, "emails");
    phones = sorted(phones, "phones");
    Objects.requireNonNull(cards, "cards");
    cards.forEach(card -> Text.id(card, "card"));
    cards = sorted(cards, "cards");
    Objects.requireNonNull(groups, "groups");
    groups.forEach(group -> Text.id(group, "group"));
    groups = sorted(groups, "groups");
  }

  public static Customer of(CustomerId id, String name) {
    return new Customer(id, Version.NONE, name, none(), none(), none(), none());
  }

  public Customer withEmail(Email email) {
    return new Customer(id, version, name, plus(emails, email, "email"), phones, cards, groups);
  }

  public Customer withPhone(Phone phone) {
    return new Customer(id, version, name, emails, plus(phones, phone, "phone"), cards, groups);
  }

  public Customer withCard(String card) {
    return new Customer(id, version, name, emails, phones, plus(cards, card, "card"), groups);
  }

  public Customer withGroup(String group) {
    return new Customer(id, version, name, emails, phones, cards, plus(groups, group, "group"));
  }

  public Customer withVersion(Version with) {
    return new Customer(id, with, name, emails, phones, cards, groups);
  }

  private static <T> SortedSet<T> none() {
    return Collections.emptySortedSet();
  }

  private static <T> SortedSet<T> plus(SortedSet<T> set, T one, String name) {
    SortedSet<T> more = new TreeSet<>(set);
    more.add(Objects.requireNonNull(one, name));
    return more;
  }

  private static <T> SortedSet<T> sorted(Collection<T> values, String limit) {
    Objects.requireNonNull(values, limit);
    if (values.size() > KEYS_MAX) {
      throw new LimitExceededException(
          LIMIT_EXCEEDED, limit + "Max", KEYS_MAX, "Keep fewer of them on one customer.");
    }
    return Collections.unmodifiableSortedSet(new TreeSet<>(values));
  }

  /** For logs: the id, the version and the groups, and no personal data. */
  @Override
  public String toString() {
    return "Customer[" + id + ", version " + version + ", groups " + groups + "]";
  }
}
