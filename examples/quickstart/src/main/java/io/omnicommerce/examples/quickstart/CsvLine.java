package io.omnicommerce.examples.quickstart;

/**
 * A physical line of a file.
 *
 * @param number counted from 1
 * @param tooLong whether the rest of it was cut off
 */
record CsvLine(long number, String text, boolean tooLong) {}
