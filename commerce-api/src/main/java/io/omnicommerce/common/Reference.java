package io.omnicommerce.common;

/**
 * A pointer to something by its kind and id, where a typed id cannot stand because its room lies
 * further to the right.
 */
public record Reference(String kind, String id) implements Comparable<Reference> {

  public Reference {
    Text.id(kind, "kind");
    id = Text.text(id, "id", 255);
  }

  /** A thing of a kind, by its id: {@code of("order", "4711")}. */
  public static Reference of(String kind, String id) {
    return new Reference(kind, id);
  }

  @Override
  public int compareTo(Reference other) {
    int byKind = kind.compareTo(other.kind);
    return byKind != 0 ? byKind : id.compareTo(other.id);
  }

  @Override
  public String toString() {
    return kind + " " + id;
  }
}
