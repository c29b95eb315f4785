package io.ringwright.directory.text;

import java.util.Locale;

/** How constants and flags stand in the text of a phone list. */
final class FieldWords {

  private FieldWords() {}

  static String yes(boolean flag) {
    return flag ? "yes" : "no";
  }

  /** In lower case, with dashes. */
  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
