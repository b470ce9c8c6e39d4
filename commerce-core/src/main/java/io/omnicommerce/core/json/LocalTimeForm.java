package io.omnicommerce.core.json;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/** A time of day always has its seconds, which its own text leaves out when they are zero. */
final class LocalTimeForm extends TextForm<LocalTime> {

  @Override
  String text(LocalTime value) {
    return DateTimeFormatter.ISO_LOCAL_TIME.format(value);
  }

  @Override
  LocalTime parse(String text) {
    return LocalTime.parse(text);
  }
}
