package io.omnicommerce.examples.modulepath;

import java.util.stream.Collectors;

/** Runs only where every module of the library can be read as one. */
public final class OnTheModulePath {
  private OnTheModulePath() {}

  /** Prints the library's modules that this program runs with. */
  public static void main(String[] args) {
    Module own = OnTheModulePath.class.getModule();
    if (!own.isNamed()) {
      throw new IllegalStateException("this program is meant to run on the module path");
    }
    System.out.println(
        own.getLayer().modules().stream()
            .map(Module::getName)
            .filter(name -> name.startsWith("io.omnicommerce"))
            .sorted()
            .collect(Collectors.joining(", ")));
  }
}
