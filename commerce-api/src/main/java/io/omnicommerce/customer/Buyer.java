package io.omnicommerce.customer;

import io.omnicommerce.common.LimitExceededException;
import io.omnicommerce.common.Text;
import java.util.Collection;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Somebody who buys, as prices and promotions see them.
 *
 * @param groups the groups they are in
 * @param company the company they buy for
 * @param contracts the agreements under which they buy
 */
public record Buyer(Set<String> groups, Optional<CompanyId> company, Set<ContractId> contracts) {

  /** The most groups and the most contracts a buyer can have. */
  public static final int MEMBERSHIPS_MAX = 1_000;

  /** Somebody of whom nothing is known. */
  public static final Buyer ANYBODY = new Buyer(Set.of(), Optional.empty(), Set.of());

  public Buyer {
    Objects.requireNonNull(groups, "groups");
    groups.forEach(group -> Text.id(group, "group"));
    groups = limited(groups, "groupsMax");
    Objects.requireNonNull(company, "company");
    contracts = limited(Objects.requireNonNull(contracts, "contracts"), "contractsMax");
  }

  /** A customer as a buyer. */
  public static Buyer of(Customer customer) {
    return new Buyer(customer.groups(), customer.company(), customer.contracts());
  }

  /** Somebody in these groups. */
  public static Buyer inGroups(Collection<String> groups) {
    return new Buyer(
        Set.copyOf(Objects.requireNonNull(groups, "groups")), Optional.empty(), Set.of());
  }

  /** This buyer, buying for a company. */
  public Buyer withCompany(CompanyId with) {
    return new Buyer(groups, Optional.of(Objects.requireNonNull(with, "company")), contracts);
  }

  /** This buyer, under a further agreement. */
  public Buyer withContract(ContractId contract) {
    return new Buyer(
        groups, company, union(contracts, Set.of(Objects.requireNonNull(contract, "contract"))));
  }

  /** Whether the other is everything that this one is. */
  public boolean isWithin(Buyer other) {
    return other.groups.containsAll(groups)
        && other.contracts.containsAll(contracts)
        && (company.isEmpty() || company.equals(other.company));
  }

  /** Both in one: the groups and contracts of both, and this one's company, or else the other's. */
  public Buyer and(Buyer other) {
    return new Buyer(
        union(groups, other.groups),
        company.isPresent() ? company : other.company,
        union(contracts, other.contracts));
  }

  private static <T extends Comparable<T>> Set<T> union(Set<T> some, Set<T> others) {
    Set<T> both = new TreeSet<>(some);
    both.addAll(others);
    return both;
  }

  private static <T extends Comparable<T>> Set<T> limited(Set<T> values, String limit) {
    if (values.size() > MEMBERSHIPS_MAX) {
      throw new LimitExceededException(
          Customer.LIMIT_EXCEEDED, limit, MEMBERSHIPS_MAX, "Name fewer of them.");
    }
    return values.isEmpty() ? Set.of() : Collections.unmodifiableSet(new TreeSet<>(values));
  }
}
