package io.omnicommerce.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.common.Permission;
import io.omnicommerce.contract.ExportedTypes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PermissionsTest {

  @Test
  void the_engine_lists_every_permission_of_the_api_by_name() throws Exception {
    assertThat(CommerceEngine.permissions()).containsExactlyElementsOf(constants());
  }

  @Test
  void each_permission_stands_on_a_page_of_a_room() throws IOException {
    String told = pages().map(PermissionsTest::read).collect(Collectors.joining());

    assertThat(CommerceEngine.permissions())
        .allSatisfy(permission -> assertThat(told).contains("`" + permission.name() + "`"));
  }

  private static Stream<Path> pages() throws IOException {
    try (Stream<Path> pages = Files.list(Path.of("..", "docs", "rooms"))) {
      return pages.toList().stream();
    }
  }

  private static String read(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Set<Permission> constants() throws IllegalAccessException {
    Set<Permission> constants = new TreeSet<>();
    for (Class<?> type : ExportedTypes.ofModuleOf(Permission.class)) {
      for (Field field : type.getDeclaredFields()) {
        if (field.getType() == Permission.class && Modifier.isStatic(field.getModifiers())) {
          constants.add((Permission) field.get(null));
        }
      }
    }
    return constants;
  }
}
