package io.omnicommerce.common;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Who makes the call, as the host has verified it. There is no string by which an actor becomes the
 * system or a clerk: each kind has a factory of its own, and what it may do beyond its own things
 * are the permissions that the host grants.
 *
 * @param kind what the actor is
 * @param id who it is: a customer's id, a guest's session, a clerk's number, a job's name
 * @param permissions what the host allows it
 */
public record Actor(Kind kind, String id, Set<Permission> permissions) {

  /** What an actor is. */
  public enum Kind {
    /** A customer who has signed in or was identified. Sees what is theirs. */
    CUSTOMER,
    /**
     * Somebody not yet known, by the id of a session that the host keeps. Sees what was opened
     * under that session.
     */
    GUEST,
    /** A person who works for the shop: at a till, in a call center, in the back office. */
    STAFF,
    /** The host's own program: a job, an import. */
    SYSTEM
  }

  public Actor {
    Objects.requireNonNull(kind, "kind");
    Text.id(id, "actor");
    permissions = Set.copyOf(Objects.requireNonNull(permissions, "permissions"));
  }

  /** A customer who has signed in or was identified, without permissions. */
  public static Actor customer(CustomerId customer) {
    Objects.requireNonNull(customer, "customer");
    return new Actor(Kind.CUSTOMER, customer.value(), Set.of());
  }

  /**
   * Somebody not yet known, without permissions.
   *
   * @param session the id of a session that nobody but the guest can present and nobody can guess;
   *     the host keeps it as it keeps any session, the library only its {@link SessionHash}
   */
  public static Actor guest(String session) {
    return new Actor(Kind.GUEST, session, Set.of());
  }

  /**
   * A person who works for the shop.
   *
   * @param id a number or short name; stands in histories and events
   */
  public static Actor staff(String id, Permission... permissions) {
    return new Actor(Kind.STAFF, id, setOf(permissions));
  }

  /**
   * The host's own program.
   *
   * @param job its name; stands in histories and events
   */
  public static Actor system(String job, Permission... permissions) {
    return new Actor(Kind.SYSTEM, job, setOf(permissions));
  }

  /** This actor with other permissions. */
  public Actor withPermissions(Set<Permission> granted) {
    return new Actor(kind, id, granted);
  }

  /** The customer behind the call, if the caller is one. */
  public Optional<CustomerId> customer() {
    return kind == Kind.CUSTOMER ? Optional.of(CustomerId.of(id)) : Optional.empty();
  }

  /** Whether the host allows it. */
  public boolean may(Permission permission) {
    Objects.requireNonNull(permission, "permission");
    return permissions.contains(permission);
  }

  /**
   * Asks for a permission that a command needs.
   *
   * @throws ForbiddenException if the actor lacks the permission
   */
  public void require(Permission permission) {
    if (!may(permission)) {
      throw new ForbiddenException(permission);
    }
  }

  /**
   * The kind and id as one word, such as {@code customer:ada}, for history, events and logs. Of a
   * guest it has the first characters of the session's hash, {@code guest:9f86d081884c}: the same
   * for the same session, and of no use to who would like to present it.
   */
  public String label() {
    return kind.name().toLowerCase(Locale.ROOT)
        + ":"
        + (kind == Kind.GUEST ? SessionHash.of(id).brief() : id);
  }

  /** The label and the permissions. */
  @Override
  public String toString() {
    return "Actor[" + label() + ", " + permissions + "]";
  }

  private static Set<Permission> setOf(Permission... permissions) {
    return new HashSet<>(Arrays.asList(Objects.requireNonNull(permissions, "permissions")));
  }
}
