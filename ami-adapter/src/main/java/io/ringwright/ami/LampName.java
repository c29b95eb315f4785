package io.ringwright.ami;

import io.ringwright.call.DirectoryNumber;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a lamp: a custom device state of Asterisk, {@code Custom:rw-login-8260} or {@code
 * Custom:rw-pause-8260-700}. No other state can be named by one.
 *
 * @param kind what it shows
 * @param extension whose lamp, digits only
 * @param group in which hunt group, digits only; empty for all
 */
record LampName(Kind kind, String extension, String group) {

  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,20}");
  private static final Pattern SHAPE =
      Pattern.compile("(?i:custom):rw-(login|pause)-([0-9]{1,20})(?:-([0-9]{1,20}))?");

  /** What a lamp shows. */
  enum Kind {
    /** On: logged in. */
    LOGIN("login"),
    /** On: paused. */
    PAUSE("pause");

    private final String word;

    Kind(String word) {
      this.word = word;
    }
  }

  LampName {
    boolean valid = DIGITS.matcher(extension).matches();
    if (!valid || !(group.isEmpty() || DIGITS.matcher(group).matches())) {
      throw new IllegalArgumentException("the name of a lamp is not valid: expected digits");
    }
  }

  /** The lamp of an extension; empty if its number or that of the group is not of digits. */
  static Optional<LampName> of(Kind kind, DirectoryNumber extension, String group) {
    boolean digits = DIGITS.matcher(extension.digits()).matches();
    return digits && (group.isEmpty() || DIGITS.matcher(group).matches())
        ? Optional.of(new LampName(kind, extension.digits(), group))
        : Optional.empty();
  }

  /** Reads the name of a device; empty if it is none of our lamps. */
  static Optional<LampName> parse(String device) {
    Matcher shape = SHAPE.matcher(device);
    if (!shape.matches()) {
      return Optional.empty();
    }
    Kind kind = shape.group(1).equals(Kind.LOGIN.word) ? Kind.LOGIN : Kind.PAUSE;
    String group = shape.group(3) == null ? "" : shape.group(3);
    return Optional.of(new LampName(kind, shape.group(2), group));
  }

  /** The device whose state it is. */
  String device() {
    return "Custom:rw-" + kind.word + "-" + extension + (group.isEmpty() ? "" : "-" + group);
  }
}
