package io.omnicommerce.core;

import static org.assertj.core.api.Assertions.assertThat;

import io.omnicommerce.common.Permission;
import io.omnicommerce.contract.ExportedTypes;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class PermissionsTest {

  @Test
  void the_engine_lists_every_permission_of_the_api_by_name() throws Exception {
    assertThat(CommerceEngine.permissions()).containsExactlyElementsOf(constants());
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
