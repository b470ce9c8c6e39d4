package io.omnicommerce.customer;

import io.omnicommerce.common.CustomerId;
import io.omnicommerce.common.ErrorCode;
import io.omnicommerce.common.LimitExceededException;
import io.omnicommerce.common.Text;
import io.omnicommerce.common.Version;
import java.util.Collection;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
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
 * @param company the company for which it buys
 * @param contracts the agreements under which it buys
 */
public record Customer(
    CustomerId id,
    Version version,
    String name,
    SortedSet<Email> emails,
    SortedSet<Phone> phones,
    SortedSet<String> cards,
    SortedSet<String> groups,
    Optional<CompanyId> company,
    SortedSet<ContractId> contracts) {

  /** The most keys of each kind, groups and contracts a customer can have. */
  public static final int KEYS_MAX = 50;

  /** A customer would have too many keys or groups. Facts: limit, max. */
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
    Objects.requireNonNull(company, "company");
    contracts = sorted(contracts, "contracts");
  }

  /** A customer who is not saved yet, without keys and groups. */
  public static Customer of(CustomerId id, String name) {
    return new Customer(
        id, Version.NONE, name, none(), none(), none(), none(), Optional.empty(), none());
  }

  /** This customer, found by a further address. */
  public Customer withEmail(Email email) {
    return withKeys(plus(emails, email, "email"), phones, cards);
  }

  /** This customer, found by a further number. */
  public Customer withPhone(Phone phone) {
    return withKeys(emails, plus(phones, phone, "phone"), cards);
  }

  /** This customer, found by a further loyalty card. */
  public Customer withCard(String card) {
    return withKeys(emails, phones, plus(cards, card, "card"));
  }

  /** This customer, in a further group; the same if it was in it. */
  public Customer withGroup(String group) {
    return buying(plus(groups, group, "group"), company, contracts);
  }

  /** This customer, buying for a company. */
  public Customer withCompany(CompanyId with) {
    return buying(groups, Optional.of(Objects.requireNonNull(with, "company")), contracts);
  }

  /** This customer, buying under a further agreement. */
  public Customer withContract(ContractId contract) {
    return buying(groups, company, plus(contracts, contract, "contract"));
  }

  /** This customer under another name. */
  public Customer withName(String with) {
    return new Customer(id, version, with, emails, phones, cards, groups, company, contracts);
  }

  /** This customer, no longer found by an address; the same if it was not. */
  public Customer withoutEmail(Email email) {
    return withKeys(minus(emails, email, "email"), phones, cards);
  }

  /** This customer, no longer found by a number; the same if it was not. */
  public Customer withoutPhone(Phone phone) {
    return withKeys(emails, minus(phones, phone, "phone"), cards);
  }

  /** This customer without a loyalty card. */
  public Customer withoutCard(String card) {
    return withKeys(emails, phones, minus(cards, card, "card"));
  }

  /** This customer, no longer in a group. */
  public Customer withoutGroup(String group) {
    return buying(minus(groups, group, "group"), company, contracts);
  }

  /** This customer as of another version. */
  public Customer withVersion(Version with) {
    return new Customer(id, with, name, emails, phones, cards, groups, company, contracts);
  }

  private Customer withKeys(
      SortedSet<Email> mails, SortedSet<Phone> numbers, SortedSet<String> loyalty) {
    return new Customer(id, version, name, mails, numbers, loyalty, groups, company, contracts);
  }

  private Customer buying(
      SortedSet<String> in, Optional<CompanyId> buysFor, SortedSet<ContractId> under) {
    return new Customer(id, version, name, emails, phones, cards, in, buysFor, under);
  }

  private static <T> SortedSet<T> none() {
    return Collections.emptySortedSet();
  }

  private static <T> SortedSet<T> plus(SortedSet<T> set, T one, String name) {
    SortedSet<T> more = new TreeSet<>(set);
    more.add(Objects.requireNonNull(one, name));
    return more;
  }

  private static <T> SortedSet<T> minus(SortedSet<T> set, T one, String name) {
    SortedSet<T> fewer = new TreeSet<>(set);
    fewer.remove(Objects.requireNonNull(one, name));
    return fewer;
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
