package io.omnicommerce.core.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;

/** The classes under the rules, read once. No package is split, so a package tells its module. */
final class House {

  /** Main classes of every module on this class path: api, core, inmemory, jdbc. */
  static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(House::isMain)
          .importPackages(Rules.ROOT);

  /** Where no clock, chance, thread or floating point is. */
  static final JavaClasses API_AND_CORE =
      ALL.that(Rules.outside(Rules.ROOT + ".inmemory..", Rules.ROOT + ".jdbc.."));

  /** What hosts call and what adapters implement. */
  static final JavaClasses API = API_AND_CORE.that(Rules.outside(Rules.ROOT + ".core.."));

  private House() {}

  private static boolean isMain(Location location) {
    return !location.contains("-contract.jar")
        && !location.contains("-databases.jar")
        && !location.contains("/test-classes/");
  }
}
