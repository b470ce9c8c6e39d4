package io.omnicommerce.core.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** A rule that nothing can break holds nothing: each is held against classes that break it. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RulesBiteTest {

  private static final String FIXTURE = "io.omnicommerce.core.architecture.fixture";
  private static final JavaClasses CLASSES = new ClassFileImporter().importPackages(FIXTURE);

  @Test
  void a_room_that_looks_right_is_found_and_one_that_looks_left_is_not() {
    List<String> found = violations(Rules.roomOrder(FIXTURE));

    assertThat(found).isNotEmpty().allMatch(text -> text.contains("LooksRight"));
  }

  @Test
  void a_word_that_sees_the_roof_is_found() {
    List<String> found = violations(Rules.roof(FIXTURE));

    assertThat(found).isNotEmpty().allMatch(text -> text.contains("SeesTheRoof"));
  }

  @Test
  void an_impure_rule_is_found_by_each_of_its_impurities() {
    List<String> found = violations(Rules.pureRules(FIXTURE));

    assertThat(found).allMatch(text -> text.contains("BasketRules"));
    assertThat(found)
        .anyMatch(text -> text.contains("storage.Port"))
        .anyMatch(text -> text.contains("java.time.Clock"))
        .anyMatch(text -> text.contains("java.time.InstantSource"))
        .anyMatch(text -> text.contains("IdGenerator"));
  }

  @Test
  void each_call_that_differs_from_run_to_run_is_found() {
    List<String> found = violations(Rules.determinism());

    assertThat(methodsOf("Loose")).isNotEmpty();
    assertThat(methodsOf("Loose")).allSatisfy(method -> assertMentioned(found, "Loose." + method));
  }

  @Test
  void each_thread_of_ones_own_is_found() {
    List<String> found = violations(Rules.noOwnThreads());

    assertThat(methodsOf("Threads")).isNotEmpty();
    assertThat(methodsOf("Threads"))
        .allSatisfy(method -> assertMentioned(found, "Threads." + method));
  }

  @Test
  void each_way_of_floating_point_is_found() {
    List<String> found = violations(Rules.noFloatingPoint());

    assertThat(methodsOf("Floating"))
        .allSatisfy(method -> assertMentioned(found, "Floating." + method));
    assertMentioned(found, "Floating.field");
    assertMentioned(found, "Floating.boxedField");
  }

  @Test
  void names_that_say_nothing_are_found_and_good_ones_are_not() {
    List<String> found = violations(Rules.names());

    for (String name : List.of("StockManager", "PriceUtils", "AbstractCart", "IOrder")) {
      assertMentioned(found, name + ">");
    }
    assertThat(found).noneMatch(text -> text.contains("Idea"));
  }

  private static List<String> violations(ArchRule rule) {
    return rule.evaluate(CLASSES).getFailureReport().getDetails();
  }

  private static Set<String> methodsOf(String fixture) {
    JavaClass type = CLASSES.get(FIXTURE + ".loose." + fixture);
    return type.getMethods().stream()
        .filter(method -> !method.getName().contains("$"))
        .map(JavaMethod::getName)
        .collect(Collectors.toSet());
  }

  private static void assertMentioned(List<String> found, String name) {
    assertThat(found).as(name).anyMatch(text -> text.contains(name));
  }
}
