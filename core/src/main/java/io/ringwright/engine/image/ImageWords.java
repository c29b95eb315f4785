package io.ringwright.engine.image;

import io.ringwright.call.CallId;
import io.ringwright.text.FieldReader;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How the values are written that occur in images alone. */
final class ImageWords {

  private static final String FAR_PAST = "far-past";
  private static final String FAR_END = "far-end";

  private ImageWords() {}

  static String instant(Instant instant) {
    if (instant.equals(Instant.MIN)) {
      return FAR_PAST;
    }
    return instant.equals(Instant.MAX) ? FAR_END : instant.toString();
  }

  /** An instant that is written only if there is one. */
  static Optional<String> unlessNever(Instant instant) {
    return instant.equals(Instant.MIN) ? Optional.empty() : Optional.of(instant(instant));
  }

  static Instant instant(String word) {
    return switch (word) {
      case FAR_PAST -> Instant.MIN;
      case FAR_END -> Instant.MAX;
      default -> Instant.parse(word);
    };
  }

  /** With every bit: a decimal fraction would be rounded. */
  static String number(double number) {
    return Double.toHexString(number);
  }

  static double number(String word) {
    if (!word.contains("0x")) {
      throw new IllegalArgumentException("expected a hexadecimal number such as 0x1.8p1");
    }
    double number = Double.parseDouble(word);
    if (!Double.isFinite(number)) {
      throw new IllegalArgumentException("expected a number that is not too large");
    }
    return number;
  }

  static String flag(boolean flag) {
    return flag ? "yes" : "no";
  }

  static List<String> sorted(Collection<CallId> calls) {
    return calls.stream().map(CallId::value).sorted().toList();
  }

  static Set<CallId> calls(FieldReader line, String name) {
    return new HashSet<>(line.list(name, CallId::of));
  }
}
