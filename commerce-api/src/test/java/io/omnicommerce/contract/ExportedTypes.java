package io.omnicommerce.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a module shows to others: the public types, nested ones included, of the packages that its
 * {@code module-info} exports. Read from the folder or jar of the module, also on the class path.
 */
public final class ExportedTypes {

  private ExportedTypes() {}

  /** The exported types of the module that a class comes from, by name. */
  public static List<Class<?>> ofModuleOf(Class<?> member) {
    Path place = placeOf(member);
    Set<String> packages = exportsOf(place);
    return namesIn(place).stream()
        .filter(name -> packages.contains(name.substring(0, name.lastIndexOf('.'))))
        .<Class<?>>map(name -> load(name, member.getClassLoader()))
        .filter(ExportedTypes::isShown)
        .toList();
  }

  private static boolean isShown(Class<?> type) {
    Class<?> enclosing = type.getEnclosingClass();
    return java.lang.reflect.Modifier.isPublic(type.getModifiers())
        && !type.isAnonymousClass()
        && !type.isLocalClass()
        && (enclosing == null || isShown(enclosing));
  }

  private static Set<String> exportsOf(Path place) {
    return ModuleFinder.of(place).findAll().iterator().next().descriptor().exports().stream()
        .filter(exports -> !exports.isQualified())
        .map(ModuleDescriptor.Exports::source)
        .collect(Collectors.toSet());
  }

  private static Set<String> namesIn(Path place) {
    try {
      if (Files.isDirectory(place)) {
        return namesBelow(place);
      }
      try (FileSystem jar = FileSystems.newFileSystem(place)) {
        return namesBelow(jar.getPath("/"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> namesBelow(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .filter(
              name ->
                  name.endsWith(".class") && name.contains("/") && !name.endsWith("-info.class"))
          .filter(name -> !name.startsWith("META-INF"))
          .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  private static Path placeOf(Class<?> member) {
    try {
      return Path.of(member.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Class<?> load(String name, ClassLoader loader) {
    try {
      return Class.forName(name, false, loader);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }
}
