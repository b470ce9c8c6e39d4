package io.omnicommerce.common;

/** A right that the host grants to an actor. Each room names the permissions it asks for. */
public record Permission(String name) implements Comparable<Permission> {

  public Permission {
    Text.id(name, "permission");
  }

  public static Permission of(String name) {
    return new Permission(name);
  }

  /** By name. */
  @Override
  public int compareTo(Permission other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
