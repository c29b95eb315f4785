package io.ringwright.imports;

import io.ringwright.call.DirectoryNumber;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A member as app_queue names it: interface, penalty, name, state interface, ringinuse, wrapuptime,
 * paused.
 */
record MemberLine(ConfigLine line, List<String> parts) {

  private static final String LOCAL = "Local/";

  static MemberLine of(ConfigLine line) {
    return new MemberLine(line, Values.arguments(line.value()));
  }

  /** Technology and resource; the technology as Asterisk reports it, whatever the line has. */
  String device() {
    String given = Values.at(parts, 0);
    int slash = given.indexOf('/');
    if (slash < 0) {
      return given;
    }
    String technology = given.substring(0, slash);
    boolean local = technology.equalsIgnoreCase("local");
    String shown =
        local
            ? "Local"
            : technology.equalsIgnoreCase("agent") ? "Agent" : technology.toUpperCase(Locale.ROOT);
    return shown + given.substring(slash);
  }

  boolean isLocal() {
    return device().startsWith(LOCAL);
  }

  boolean isAgent() {
    return device().startsWith("Agent/");
  }

  /** Whether the phone stands behind a trunk. */
  boolean isOutside() {
    String resource = device().substring(device().indexOf('/') + 1);
    return !isLocal() && (resource.contains("@") || resource.contains("/"));
  }

  int penalty() {
    return Math.max(0, Values.number(Values.at(parts, 1)));
  }

  boolean hasNegativePenalty() {
    return Values.number(Values.at(parts, 1)) < 0;
  }

  Optional<String> name() {
    return Optional.of(Values.at(parts, 2))
        .filter(each -> !each.isBlank() && each.length() <= 80)
        .filter(each -> each.chars().noneMatch(Character::isISOControl));
  }

  Optional<String> state() {
    return Optional.of(Values.at(parts, 3)).filter(each -> !each.isEmpty());
  }

  Optional<Boolean> ringsInUse() {
    String word = Values.at(parts, 4);
    return Values.yes(word) || Values.isNo(word) ? Optional.of(Values.yes(word)) : Optional.empty();
  }

  OptionalInt wrapUp() {
    int seconds = Values.number(Values.at(parts, 5));
    return seconds > 0 ? OptionalInt.of(seconds) : OptionalInt.empty();
  }

  boolean isPaused() {
    return Values.yes(Values.at(parts, 6));
  }

  /** The digits of the interface, if they can be the number of an extension. */
  Optional<String> digits() {
    String resource = device().substring(device().indexOf('/') + 1);
    String first = resource.replaceAll("[@/].*", "");
    return DirectoryNumber.parse(first).map(DirectoryNumber::digits);
  }
}
