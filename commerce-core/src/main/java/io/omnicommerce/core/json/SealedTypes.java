package io.omnicommerce.core.json;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.cfg.MapperConfig;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.fasterxml.jackson.databind.jsontype.TypeResolverBuilder;
import com.fasterxml.jackson.databind.jsontype.impl.StdTypeResolverBuilder;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes which of a sealed interface's records a value is, by its simple name; no other class can
 * be named by the data.
 */
final class SealedTypes extends JacksonAnnotationIntrospector {

  private static final long serialVersionUID = 1L;

  @Override
  public @Nullable TypeResolverBuilder<?> findTypeResolver(
      MapperConfig<?> config, AnnotatedClass ac, JavaType baseType) {
    Class<?> root = sealedRoot(ac.getRawType());
    if (root == null) {
      return super.findTypeResolver(config, ac, baseType);
    }
    return new StdTypeResolverBuilder()
        .init(JsonTypeInfo.Id.NAME, null)
        .inclusion(JsonTypeInfo.As.PROPERTY)
        .typeProperty("is");
  }

  @Override
  public @Nullable List<NamedType> findSubtypes(Annotated a) {
    Class<?> root = sealedRoot(a.getRawType());
    if (root == null) {
      return super.findSubtypes(a);
    }
    return Arrays.stream(root.getPermittedSubclasses())
        .map(type -> new NamedType(type, type.getSimpleName()))
        .toList();
  }

  @Override
  public @Nullable String findTypeName(AnnotatedClass ac) {
    return sealedRoot(ac.getRawType()) == null
        ? super.findTypeName(ac)
        : ac.getRawType().getSimpleName();
  }

  private static @Nullable Class<?> sealedRoot(Class<?> type) {
    if (type.isInterface() && type.isSealed()) {
      return type;
    }
    return Arrays.stream(type.getInterfaces()).filter(Class::isSealed).findFirst().orElse(null);
  }
}
