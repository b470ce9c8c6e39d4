package io.omnicommerce.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

/** The api is what hosts read: nothing that is exported goes without an explanation. */
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DocumentationTest {

  private static final Path SOURCES = Path.of("src", "main", "java", "io");

  private static final Pattern PUBLIC =
      Pattern.compile("(?m)^public [^\\n]*\\b(class|interface|record|enum)\\b");

  @Test
  void every_public_type_is_documented() throws IOException {
    assertThat(sources().filter(file -> isPublic(file)))
        .hasSizeGreaterThan(60)
        .allSatisfy(file -> assertThat(isDocumented(read(file))).as("%s", file).isTrue());
  }

  @Test
  void the_rule_knows_a_type_without_documentation() {
    assertThat(isDocumented("package a;\n\n/** Says it. */\npublic record Good(int n) {}\n"))
        .isTrue();
    assertThat(isDocumented("package a;\n\n/** S. */\n@Deprecated\npublic final class Good {}\n"))
        .isTrue();
    assertThat(isDocumented("package a;\n\npublic record Bare(int n) {}\n")).isFalse();
    assertThat(isDocumented("package a;\n\n/* not this */\npublic enum Bare {}\n")).isFalse();
  }

  @Test
  void every_package_is_explained_and_null_marked() throws IOException {
    List<Path> packages = sources().map(Path::getParent).distinct().toList();

    assertThat(packages)
        .isNotEmpty()
        .allSatisfy(
            folder ->
                assertThat(read(folder.resolve("package-info.java")))
                    .as("%s", folder)
                    .matches("(?s)\\s*/\\*\\*.+\\*/.*@NullMarked\\s+package .*"));
  }

  /** Whether the last thing before the declaration and its annotations is a comment for it. */
  private static boolean isDocumented(String source) {
    Matcher type = PUBLIC.matcher(source);
    if (!type.find()) {
      return false;
    }
    String before = source.substring(0, type.start()).replaceAll("(?m)^@.*$", "").strip();
    return before.endsWith("*/") && before.startsWith("/**", before.lastIndexOf("/*"));
  }

  private static boolean isPublic(Path file) {
    return PUBLIC.matcher(read(file)).find();
  }

  private static Stream<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
