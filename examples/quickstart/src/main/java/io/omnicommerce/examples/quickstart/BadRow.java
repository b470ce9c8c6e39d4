package io.omnicommerce.examples.quickstart;

/**
 * A row that could not be read.
 *
 * @param code the reason as a code
 * @param reason the reason in words
 */
record BadRow(String file, long line, String code, String reason) {

  @Override
  public String toString() {
    return file + " line " + line + ": " + reason + " [" + code + "]";
  }
}
