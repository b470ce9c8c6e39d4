package io.omnicommerce.core.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.omnicommerce.jdbc.JdbcSchema;
import io.omnicommerce.storage.DocumentType;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;

/** Whatever a document type projects has its table and columns in the adapter's schema. */
class ProjectionSchemaTest {

  @Test
  void every_projection_finds_its_columns() throws ReflectiveOperationException {
    JdbcDataSource dataSource = new JdbcDataSource();
    dataSource.setURL("jdbc:h2:mem:projections;DB_CLOSE_DELAY=-1");
    JdbcSchema.create(dataSource);
    List<DocumentType<?>> types = documentTypes();

    JdbcSchema.check(dataSource, types);

    assertThat(types).anyMatch(type -> !type.projections().isEmpty());
  }

  private static List<DocumentType<?>> documentTypes() throws ReflectiveOperationException {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.omnicommerce.core");
    List<DocumentType<?>> types = new ArrayList<>();
    for (var type : classes) {
      for (JavaField declared : type.getFields()) {
        if (declared.getRawType().isEquivalentTo(DocumentType.class)
            && declared.getModifiers().contains(JavaModifier.STATIC)) {
          Field field = declared.reflect();
          field.setAccessible(true);
          types.add((DocumentType<?>) field.get(null));
        }
      }
    }
    return types;
  }
}
