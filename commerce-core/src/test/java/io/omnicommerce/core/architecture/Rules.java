package io.omnicommerce.core.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;

/** The rules of the house, each for any root, so that fixtures can be held against them. */
final class Rules {

  static final String ROOT = "io.omnicommerce";

  private Rules() {}

  static ArchRule roomOrder(String root) {
    Rooms rooms = new Rooms(root);
    return classes()
        .that(rooms.areInARoom())
        .should(rooms.importOnlyRoomsToTheirLeft())
        .because("a room imports only rooms to its left: " + Rooms.IN_ORDER);
  }

  /** Nothing below the roof sees the roof, but for the services and stores of core. */
  static ArchRule roof(String root) {
    Rooms rooms = new Rooms(root);
    return noClasses()
        .that(describe("are in a room of api", c -> rooms.isRoom(c) && !rooms.isCore(c)))
        .should()
        .dependOnClassesThat(
            describe(
                "stand under the roof",
                c -> rooms.wordOf(c).filter(Rooms.ROOF::contains).isPresent()))
        .because("storage and Commerce are the roof: words never see them");
  }

  static ArchRule pureRules(String root) {
    return noClasses()
        .that(describe("are called ...Rules", Rules::isNamedRules))
        .and(resideInAPackage(root + ".core.."))
        .should()
        .dependOnClassesThat(
            resideInAPackage(root + ".storage..")
                .or(resideInAPackage("org.slf4j.."))
                .or(resideInAnyPackage("java.sql..", "java.io..", "java.net..", "java.nio.."))
                .or(simpleNameEndingWith("Generator"))
                .or(resideInAPackage("java.time").and(simpleNameEndingWith("Clock")))
                .or(resideInAPackage("java.time").and(simpleNameEndingWith("InstantSource"))))
        .because("a rule is pure: values in, values out; no port, no clock, no log");
  }

  static ArchRule noFloatingPoint() {
    return noClasses()
        .should(Bans.touchFloatingPoint())
        .orShould(FloatingPoint.calculate())
        .because("L1: money and counts are whole numbers or decimals");
  }

  static ArchRule determinism() {
    return noClasses()
        .should(Bans.callWhatDiffersFromRunToRun())
        .because("the same input gives the same result, on any machine, at any time");
  }

  static ArchRule noOwnThreads() {
    return noClasses()
        .should(Bans.startThreads())
        .because("threads are the host's: what the library does, it does on the caller's");
  }

  static ArchRule names() {
    return noClasses()
        .should()
        .haveNameMatching(".*[.$](\\w*(Impl|Manager|Helper|Utils?)|Abstract\\w*|I[A-Z][a-z]\\w*)")
        .because("a name says what a thing is for, not that it is there");
  }

  private static boolean isNamedRules(JavaClass type) {
    return type.getSimpleName().endsWith("Rules")
        || type.getEnclosingClass().filter(Rules::isNamedRules).isPresent();
  }

  static DescribedPredicate<JavaClass> outside(String... packages) {
    return not(resideInAnyPackage(packages));
  }
}
