package io.omnicommerce.core.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The rooms of the house, ground floor first. The room of a class is the first word of its package
 * below {@code io.omnicommerce} or {@code io.omnicommerce.core}; the same word is the same room.
 */
final class Rooms {

  /** A new room is named here, at its place: it may import what stands before it. */
  static final List<String> IN_ORDER =
      List.of(
          "common",
          "money",
          "flow",
          "ledger",
          "catalog",
          "channel",
          "customer",
          "inventory",
          "delivery",
          "price",
          "promotion",
          "tax",
          "pricing",
          "value",
          "payment",
          "cart",
          "order",
          "fulfillment",
          "returns",
          "checkout",
          "documents",
          "b2b",
          "marketplace",
          "subscription",
          "messaging",
          "journey");

  /**
   * Packages that are no rooms: services stand under this roof, words and rules do not. The JSON of
   * core is there because it knows the events of every room.
   */
  static final List<String> ROOF = List.of("", "storage", "json");

  private final String root;

  /** The rooms below a package: the library's own, or those of a fixture. */
  Rooms(String root) {
    this.root = root;
  }

  /** The first word below the root; "" for the root itself, empty outside of it. */
  Optional<String> wordOf(JavaClass type) {
    String name = type.getPackageName();
    return Stream.of(root + ".core", root)
        .filter(base -> name.equals(base) || name.startsWith(base + '.'))
        .findFirst()
        .map(base -> name.equals(base) ? "" : name.substring(base.length() + 1).split("\\.", 2)[0]);
  }

  boolean isRoom(JavaClass type) {
    return wordOf(type).filter(IN_ORDER::contains).isPresent();
  }

  boolean isCore(JavaClass type) {
    return type.getPackageName().startsWith(root + ".core");
  }

  DescribedPredicate<JavaClass> areInARoom() {
    return describe("are in a room", this::isRoom);
  }

  /** A room sees itself and what stands before it. */
  ArchCondition<JavaClass> importOnlyRoomsToTheirLeft() {
    return new ArchCondition<>("import only rooms to their left") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
          if (isRoom(dependency.getTargetClass())
              && place(dependency.getTargetClass()) > place(type)) {
            events.add(SimpleConditionEvent.violated(type, dependency.getDescription()));
          }
        }
      }
    };
  }

  private int place(JavaClass type) {
    return IN_ORDER.indexOf(wordOf(type).orElseThrow());
  }
}
