package io.omnicommerce.examples.quickstart;

import io.omnicommerce.common.Text;

/** Makes descriptions fit to be titles: a file may hold anything. */
final class Titles {

  private Titles() {}

  /** A description as one line without characters that no title may have. */
  static String of(String description, String otherwise) {
    String line = description.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]", " ").strip();
    String cut = line.substring(0, Math.min(line.length(), Text.NAME_LENGTH_MAX / 3));
    return cut.isBlank() ? otherwise : cut;
  }
}
