package io.ringwright.micrometer;

import java.util.Locale;

/** The keys of all tags, and how constants become values of them. */
final class Tags {

  static final String GROUP = "group";
  static final String OUTCOME = "outcome";
  static final String STATE = "state";
  static final String PBX = "pbx";

  /** The group of calls for extensions, and of numbers that nobody has. */
  static final String NO_GROUP = "none";

  private Tags() {}

  /** A constant as a value of a tag: {@code caller-gone} for {@code CALLER_GONE}. */
  static String value(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
