package io.omnicommerce.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.omnicommerce.common.CommerceException;
import io.omnicommerce.common.DomainEvent;
import io.omnicommerce.common.InvalidInputException;
import io.omnicommerce.storage.Codec;
import io.omnicommerce.storage.DocumentType;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written is read again: every type of document and every event that there is. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class RoundTripTest {

  private static final int SAMPLES = 20;

  /** A written form with the class it is for. */
  record Written<T>(String name, Codec<T> codec, Class<? extends T> type) {
    T sample(long seed) {
      return new Samples(seed, false).of(type);
    }

    T turned(long seed) {
      return new Samples(seed, true).of(type);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.omnicommerce");

  static List<Written<?>> documents() {
    return CLASSES.stream()
        .flatMap(type -> type.getFields().stream())
        .filter(field -> field.getModifiers().contains(JavaModifier.STATIC))
        .filter(field -> field.getRawType().isEquivalentTo(DocumentType.class))
        .filter(field -> !isOfTheContractKit(field.getOwner()))
        .<Written<?>>map(RoundTripTest::document)
        .toList();
  }

  static List<Written<?>> events() {
    return CLASSES.stream()
        .filter(type -> type.isAssignableTo(DomainEvent.class) && type.isRecord())
        .filter(type -> !isOfTheContractKit(type))
        .<Written<?>>map(RoundTripTest::event)
        .toList();
  }

  private static boolean isOfTheContractKit(JavaClass type) {
    return type.getPackageName().startsWith("io.omnicommerce.contract");
  }

  static Stream<Written<?>> everything() {
    return Stream.concat(documents().stream(), events().stream());
  }

  @Test
  void the_tests_look_at_the_documents_and_events_there_are() {
    assertThat(documents())
        .extracting(Written::name)
        .doesNotHaveDuplicates()
        .contains("market", "catalog_entry", "customer", "price_entry", "tax_zone", "cart");
    assertThat(events())
        .extracting(Written::name)
        .doesNotHaveDuplicates()
        .contains("CartOpened", "OrderPlaced", "CustomerAdded");
  }

  @ParameterizedTest
  @MethodSource("everything")
  <T> void what_is_written_is_read_again(Written<T> written) {
    for (long seed = 0; seed < SAMPLES; seed++) {
      T value = written.sample(seed);

      String text = written.codec().encode(value);

      assertThat(written.codec().decode(text)).as(text).isEqualTo(value);
    }
  }

  @ParameterizedTest
  @MethodSource("everything")
  <T> void equal_values_have_equal_text(Written<T> written) {
    for (long seed = 0; seed < SAMPLES; seed++) {
      T value = written.sample(seed);
      T turned = written.turned(seed);

      String text = written.codec().encode(value);

      assertThat(turned).isEqualTo(value);
      assertThat(written.codec().encode(turned)).isEqualTo(text);
      assertThat(written.codec().encode(written.codec().decode(text))).isEqualTo(text);
    }
  }

  @ParameterizedTest
  @MethodSource("everything")
  <T> void abuse_127_what_is_unknown_or_double_or_trailing_is_refused(Written<T> written) {
    String text = written.codec().encode(written.sample(1));
    String first = text.substring(1, text.indexOf(':') + 1) + "\"twice\",";

    assertRefused(written, "{\"unknown\":1," + text.substring(1));
    assertRefused(written, "{" + first + text.substring(1));
    assertRefused(written, text + " {}");
    assertRefused(written, text + text);
    assertRefused(written, text.substring(0, text.length() - 1));
  }

  @ParameterizedTest
  @MethodSource("everything")
  <T> void abuse_127_anything_but_an_object_is_refused(Written<T> written) {
    for (String text : List.of("", "null", "[]", "{}", "1", "\"x\"", "NaN", "// {}", "\uFEFF{}")) {
      assertRefused(written, text);
    }
  }

  @ParameterizedTest
  @MethodSource("everything")
  <T> void abuse_128_no_class_can_be_named(Written<T> written) {
    String text = written.codec().encode(written.sample(1));

    assertRefused(written, "{\"@class\":\"java.lang.ProcessBuilder\"," + text.substring(1));
    assertRefused(written, "[\"java.lang.ProcessBuilder\"," + text + "]");
  }

  private static void assertRefused(Written<?> written, String text) {
    assertThatThrownBy(() -> written.codec().decode(text), written.name() + ": " + text)
        .isInstanceOf(InvalidInputException.class)
        .extracting(thrown -> ((CommerceException) thrown).code())
        .isEqualTo(Json.INVALID);
  }

  private static Written<?> document(JavaField field) {
    try {
      Field reflected = field.reflect();
      reflected.setAccessible(true);
      Class<?> type =
          (Class<?>) ((ParameterizedType) reflected.getGenericType()).getActualTypeArguments()[0];
      return document((DocumentType<?>) reflected.get(null), type);
    } catch (IllegalAccessException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @SuppressWarnings("unchecked")
  private static <T> Written<T> document(DocumentType<T> document, Class<?> type) {
    return new Written<>(document.name(), document.codec(), (Class<T>) type);
  }

  private static Written<DomainEvent> event(JavaClass type) {
    return new Written<>(
        type.getSimpleName(), Json.events(), type.reflect().asSubclass(DomainEvent.class));
  }
}
