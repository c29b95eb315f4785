package io.ringwright.files;

import io.ringwright.directory.Condition;
import io.ringwright.directory.NumberPattern;
import java.util.List;
import java.util.Optional;

/** Reads when a forwarding applies. */
final class ConditionReader {

  private final HoursReader hours;
  private final HostCode code;

  ConditionReader(HoursReader hours, HostCode code) {
    this.hours = hours;
    this.code = code;
  }

  /** Empty if a part of it is wrong. */
  Optional<Condition> condition(Spot at) {
    return at.isTable() ? combined(at) : word(at);
  }

  private static Optional<Condition> word(Spot at) {
    return at.choice(List.of("always", "dialled-directly", "through-group"))
        .map(
            word ->
                switch (word) {
                  case "dialled-directly" -> new Condition.DialledDirectly();
                  case "through-group" -> new Condition.ThroughGroup();
                  default -> new Condition.Always();
                });
  }

  private Optional<Condition> combined(Spot at) {
    Part part = Part.of(at, Shape.CONDITION);
    List<String> given = Shape.CONDITION.keys().stream().filter(part::has).toList();
    if (given.size() != 1) {
      at.problem(
          at.setting()
              + (given.isEmpty() ? " says nothing" : " has " + String.join(" and ", given)),
          "one of " + String.join(", ", Shape.CONDITION.keys()),
          given.isEmpty() ? "" : "Combine several by all: or any: and a list.");
      return Optional.empty();
    }
    Spot value = part.at(given.get(0)).orElse(at);
    return switch (given.get(0)) {
      case "caller" ->
          value.made(
              text -> new Condition.CallerMatches(new NumberPattern(text)),
              "a pattern in Asterisk's notation, such as 0049X.");
      case "hours" -> hours.hours(value).map(Condition.During::new);
      case "host" -> host(value);
      case "not" -> condition(value).map(Condition.Not::new);
      case "all" -> parts(value).map(Condition.AllOf::new);
      default -> parts(value).map(Condition.AnyOf::new);
    };
  }

  private Optional<Condition> host(Spot at) {
    Optional<String> name = at.text();
    Optional<Condition> found = name.flatMap(code::predicate);
    if (name.isPresent() && found.isEmpty()) {
      at.problem(
          "predicate " + Words.quoted(name.get()) + " is not known",
          "a name that the program registers",
          at.meant(name.get(), code.predicates().keySet()));
    }
    return found;
  }

  private Optional<List<Condition>> parts(Spot at) {
    List<Optional<Condition>> parts = at.each().stream().map(this::condition).toList();
    return parts.stream().allMatch(Optional::isPresent)
        ? Optional.of(parts.stream().flatMap(Optional::stream).toList())
        : Optional.empty();
  }
}
