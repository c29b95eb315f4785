package io.ringwright.directory.text;

import io.ringwright.directory.Condition;
import io.ringwright.directory.NumberPattern;
import io.ringwright.directory.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Conditions in the text of a phone list: {@code always}, {@code directly}, {@code through-group},
 * {@code caller(030.)}, {@code hours(1)}, {@code host("name")}, {@code not(…)}, {@code all(…)},
 * {@code any(…)}. Schedules have numbers.
 */
final class ConditionText {

  private ConditionText() {}

  static String write(Condition condition, Function<Schedule, Integer> number) {
    if (condition instanceof Condition.Always) {
      return "always";
    }
    if (condition instanceof Condition.DialledDirectly) {
      return "directly";
    }
    if (condition instanceof Condition.ThroughGroup) {
      return "through-group";
    }
    if (condition instanceof Condition.CallerMatches caller) {
      return "caller(" + caller.pattern() + ")";
    }
    if (condition instanceof Condition.During during) {
      return "hours(" + number.apply(during.schedule()) + ")";
    }
    if (condition instanceof Condition.Host host) {
      return "host(" + Quoted.write(host.name()) + ")";
    }
    String name =
        condition instanceof Condition.Not
            ? "not"
            : condition instanceof Condition.AllOf ? "all" : "any";
    return condition.parts().stream()
        .map(part -> write(part, number))
        .collect(Collectors.joining(",", name + "(", ")"));
  }

  /** Reads a condition; the exception says what was expected. */
  static Condition read(String text, Function<String, Optional<Schedule>> schedules) {
    Reading reading = new Reading(text, schedules);
    Condition condition = reading.condition();
    if (reading.at < text.length()) {
      throw new IllegalArgumentException("expected nothing after " + text.substring(0, reading.at));
    }
    return condition;
  }

  private static final class Reading {

    private final String text;
    private final Function<String, Optional<Schedule>> schedules;
    private int at;

    Reading(String text, Function<String, Optional<Schedule>> schedules) {
      this.text = text;
      this.schedules = schedules;
    }

    Condition condition() {
      String word = until("(),");
      return switch (word) {
        case "always" -> new Condition.Always();
        case "directly" -> new Condition.DialledDirectly();
        case "through-group" -> new Condition.ThroughGroup();
        case "caller" -> new Condition.CallerMatches(new NumberPattern(argument()));
        case "hours" -> new Condition.During(schedule(argument()));
        case "host" -> new Condition.Host(name());
        case "not" -> new Condition.Not(only(parts()));
        case "all" -> new Condition.AllOf(parts());
        case "any" -> new Condition.AnyOf(parts());
        default -> throw new IllegalArgumentException("'" + word + "' is no condition");
      };
    }

    private Schedule schedule(String number) {
      return schedules
          .apply(number)
          .orElseThrow(() -> new IllegalArgumentException("there is no schedule " + number));
    }

    private static Condition only(List<Condition> parts) {
      if (parts.size() != 1) {
        throw new IllegalArgumentException("not() has " + parts.size() + " parts: expected 1");
      }
      return parts.get(0);
    }

    private List<Condition> parts() {
      List<Condition> parts = new ArrayList<>();
      expect('(');
      if (!next(')')) {
        parts.add(condition());
        while (next(',')) {
          at++;
          parts.add(condition());
        }
      }
      expect(')');
      return parts;
    }

    private String argument() {
      expect('(');
      String argument = until(")");
      expect(')');
      return argument;
    }

    private String name() {
      expect('(');
      int end = next('"') ? Quoted.end(text, at).orElse(-1) : -1;
      if (end < 0) {
        throw new IllegalArgumentException("host() has no name between quotation marks");
      }
      String name = Quoted.read(text.substring(at, end));
      at = end;
      expect(')');
      return name;
    }

    private String until(String marks) {
      int from = at;
      while (at < text.length() && marks.indexOf(text.charAt(at)) < 0) {
        at++;
      }
      return text.substring(from, at);
    }

    private boolean next(char mark) {
      return at < text.length() && text.charAt(at) == mark;
    }

    private void expect(char mark) {
      if (!next(mark)) {
        throw new IllegalArgumentException("expected " + mark + " after " + text.substring(0, at));
      }
      at++;
    }
  }
}
