package io.omnicommerce.core.json;

import java.util.function.Function;

/** A value that says by itself how it is written. */
final class ParsedForm<T> extends TextForm<T> {

  private final Function<String, T> parse;

  ParsedForm(Function<String, T> parse) {
    this.parse = parse;
  }

  @Override
  String text(T value) {
    return value.toString();
  }

  @Override
  T parse(String text) {
    return parse.apply(text);
  }
}
