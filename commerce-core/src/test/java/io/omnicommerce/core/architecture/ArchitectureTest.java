package io.omnicommerce.core.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ArchitectureTest {

  /** Each of them sees the api and none sees another. */
  private static final List<String> MODULES =
      List.of("io.omnicommerce.core..", "io.omnicommerce.inmemory..", "io.omnicommerce.jdbc..");

  @Test
  void the_rules_look_at_every_module() {
    assertThat(House.ALL.contain("io.omnicommerce.money.Money")).isTrue();
    assertThat(House.API.contain("io.omnicommerce.money.Money")).isTrue();
    assertThat(House.API_AND_CORE.contain("io.omnicommerce.money.Money")).isTrue();
    assertThat(House.ALL.stream().map(JavaClass::getName))
        .anyMatch(name -> name.startsWith("io.omnicommerce.core."))
        .anyMatch(name -> name.startsWith("io.omnicommerce.inmemory."))
        .anyMatch(name -> name.startsWith("io.omnicommerce.jdbc."));
    assertThat(House.ALL.contain(ArchitectureTest.class)).isFalse();
    assertThat(House.API.stream().map(JavaClass::getPackageName))
        .noneMatch(name -> name.startsWith("io.omnicommerce.contract"));
  }

  @Test
  void every_package_is_a_room_or_the_roof() {
    Rooms rooms = new Rooms(Rules.ROOT);
    Set<String> strangers = new TreeSet<>();

    for (JavaClass type : House.API_AND_CORE) {
      String word = rooms.wordOf(type).orElseThrow();
      if (!Rooms.IN_ORDER.contains(word) && !Rooms.ROOF.contains(word)) {
        strangers.add(type.getPackageName());
      }
    }

    assertThat(strangers).as("give each a place in Rooms").isEmpty();
  }

  @Test
  void a_room_imports_only_rooms_to_its_left() {
    Rules.roomOrder(Rules.ROOT).check(House.API_AND_CORE);
  }

  @Test
  void words_never_see_the_roof() {
    Rules.roof(Rules.ROOT).check(House.API_AND_CORE);
  }

  @Test
  void rules_see_no_port_no_clock_and_no_log() {
    Rules.pureRules(Rules.ROOT).check(House.API_AND_CORE);
  }

  @Test
  void rooms_form_no_circle() {
    slices().matching("io.omnicommerce.(*)..").should().beFreeOfCycles().check(House.API);
    slices()
        .matching("io.omnicommerce.core.(*)..")
        .should()
        .beFreeOfCycles()
        .check(House.API_AND_CORE);
  }

  @Test
  void modules_keep_their_borders() {
    for (String module : MODULES) {
      String[] others =
          MODULES.stream().filter(other -> !other.equals(module)).toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage(module)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(others)
          .check(House.ALL);
    }
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(MODULES.toArray(String[]::new))
        .check(House.API);
  }

  @Test
  void the_api_knows_the_jdk_and_itself_only() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "io.omnicommerce..", "org.jspecify.annotations..")
        .because("no Guava, Jackson, SLF4J or Caffeine in what a host compiles against")
        .check(House.API);
  }

  @Test
  void L1_no_floating_point_in_api_and_core() {
    Rules.noFloatingPoint().check(House.API_AND_CORE);
  }

  @Test
  void the_same_input_gives_the_same_result_anywhere() {
    Rules.determinism().check(House.API_AND_CORE);
  }

  @Test
  void no_thread_is_the_librarys_own() {
    Rules.noOwnThreads().check(House.API_AND_CORE);
  }

  @Test
  void names_say_what_a_thing_is_for() {
    Rules.names().check(House.ALL);
  }

  @Test
  void jackson_never_reads_a_class_name_from_data() {
    noClasses()
        .should()
        .callMethodWhere(
            target(
                nameMatching(
                    "(activate|enable)DefaultTyping.*|setDefaultTyping|setPolymorphicTypeValidator")))
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("com.fasterxml.jackson.annotation.JsonTypeInfo")
        .because("ABUSE 128: what a payload may become is a closed list of ours")
        .check(House.ALL);
  }

  @Test
  void abuse_129_no_word_can_be_deserialized_by_java() {
    classes()
        .that()
        .areAssignableTo(Serializable.class)
        .should()
        .beAssignableTo(Throwable.class)
        .orShould()
        .beEnums()
        .orShould()
        .haveModifier(JavaModifier.SYNTHETIC)
        .because("ABUSE 129: only exceptions are Serializable, as the JDK will have it")
        .check(House.API_AND_CORE);
  }

  @Test
  void values_are_records() {
    classes()
        .that()
        .areNotRecords()
        .and()
        .areNotEnums()
        .and()
        .areNotInterfaces()
        .should(Bans.notDeclare("equals"))
        .because("what is compared by its parts is a record")
        .check(House.API_AND_CORE);
  }

  @Test
  void nobody_outside_can_change_a_field_of_the_api() {
    fields()
        .that()
        .areNotPrivate()
        .and()
        .areDeclaredInClassesThat()
        .arePublic()
        .should()
        .beFinal()
        .check(House.API);
  }
}
