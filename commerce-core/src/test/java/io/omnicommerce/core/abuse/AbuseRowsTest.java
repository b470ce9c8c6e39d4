package io.omnicommerce.core.abuse;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** Which rows of the abuse list are asked on every storage, and which promises with them. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class AbuseRowsTest {

  /** The classes that the build runs on each storage; the same as in this module's pom. */
  private static final Pattern ON_EACH_STORAGE =
      Pattern.compile(".+(Abuse|Crash|Race|Service)Test");

  private static final Pattern ROW = Pattern.compile("abuse_0*(\\d+)_.*");
  private static final Pattern PROMISE = Pattern.compile("([JF]\\d+)_.*");

  private static final JavaClasses TESTS =
      new ClassFileImporter()
          .withImportOption(place -> place.contains("/test-classes/"))
          .importPackages("io.omnicommerce.core");

  @Test
  void each_row_of_these_rooms_is_asked_on_every_storage() {
    Set<Integer> asked = named(ROW).stream().map(Integer::valueOf).collect(Collectors.toSet());

    assertThat(asked).containsAll(rows(1, 16)).containsAll(rows(18, 34));
    assertThat(asked).containsAll(rows(35, 56));
    assertThat(asked).containsAll(rows(68, 78)).contains(80, 81, 127, 128, 129);
    assertThat(asked).containsAll(rows(82, 90));
    assertThat(asked).containsAll(rows(57, 66));
  }

  @Test
  void journeys_and_failure_modes_are_asked_on_every_storage() {
    assertThat(named(PROMISE))
        .contains("J1", "J13", "F1", "F2", "F3", "F8", "F15")
        .contains("J5", "J9", "F5", "F9", "F21");
  }

  private static List<Integer> rows(int first, int last) {
    return IntStream.rangeClosed(first, last).boxed().toList();
  }

  /** What the names of tests say they are about, of the classes that run on each storage. */
  private static Set<String> named(Pattern pattern) {
    return TESTS.stream()
        .filter(type -> ON_EACH_STORAGE.matcher(type.getSimpleName()).matches())
        .map(JavaClass::getMethods)
        .flatMap(Set::stream)
        .filter(AbuseRowsTest::isTest)
        .map(method -> pattern.matcher(method.getName()))
        .filter(Matcher::matches)
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isTest(JavaMethod method) {
    return method.getAnnotations().stream()
        .anyMatch(annotation -> annotation.getRawType().getSimpleName().endsWith("Test"));
  }
}
