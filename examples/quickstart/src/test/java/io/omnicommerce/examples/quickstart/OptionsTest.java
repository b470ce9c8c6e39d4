package io.omnicommerce.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {

  @Test
  void without_a_word_the_bundled_week_is_replayed_in_memory() throws Exception {
    Options options = OptionsParser.parse();

    assertThat(options.sources()).containsExactly(Source.BUNDLED);
    assertThat(options.storage()).isEqualTo("memory");
    assertThat(options.stock()).isEmpty();
    assertThat(options.journey()).isTrue();
  }

  @Test
  void files_are_taken_until_the_next_option(@TempDir Path folder) throws Exception {
    String first = file(folder, "one.csv");
    String second = file(folder, "two.csv");

    Options options =
        OptionsParser.parse("--data", first, second, "--stock=7", "--no-journey", "--quiet");

    assertThat(options.data()).containsExactly(Path.of(first), Path.of(second));
    assertThat(options.stock()).hasValue(7);
    assertThat(options.journey()).isFalse();
    assertThat(options.quiet()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--data",
        "--data nowhere.csv",
        "--stock",
        "--stock -1",
        "--stock many",
        "--storage",
        "--storage tape",
        "--stock 99999999999",
        "--unknown",
        "week.csv"
      })
  void what_cannot_be_done_is_said(String line) {
    assertThatThrownBy(() -> OptionsParser.parse(line.split(" ")))
        .isInstanceOf(WrongOptionException.class);
  }

  private static String file(Path folder, String name) throws IOException {
    return Files.writeString(folder.resolve(name), "").toString();
  }
}
