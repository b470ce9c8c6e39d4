package io.omnicommerce.examples.quickstart;

/** The first program to read and to run. */
public final class Quickstart {
  private Quickstart() {}

  /** Runs the example and prints what it does. */
  public static void main(String[] args) {
    System.out.println("Omnicommerce quickstart " + String.join(" ", args));
  }
}
