package io.ringwright.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * One half of a caller without media, as Asterisk's {@code Status} shows it.
 *
 * @param name of the channel; the half in the dialplan ends in {@code ;2}, the other in {@code ;1}
 * @param context where it is in the dialplan
 * @param application what runs there
 * @param variables those of its variables that were asked for and are set
 */
record LocalChannel(
    String name, String context, String application, Map<String, String> variables) {

  private static final String NEAR = ";2";

  LocalChannel {
    variables = Map.copyOf(variables);
  }

  /** From the headers of an event, by name. */
  static LocalChannel of(UnaryOperator<String> header) {
    Map<String, String> variables = new LinkedHashMap<>();
    header
        .apply("Variable")
        .lines()
        .map(line -> line.split("=", 2))
        .filter(pair -> pair.length == 2 && !pair[1].isEmpty())
        .forEach(pair -> variables.put(pair[0], pair[1]));
    return new LocalChannel(
        header.apply("Channel"), header.apply("Context"), header.apply("Application"), variables);
  }

  /** Whether it is the half that is in the dialplan as a caller is. */
  boolean isNear() {
    return name.endsWith(NEAR);
  }

  /** What both halves have in common. */
  String pair() {
    return name.substring(0, Math.max(0, name.length() - NEAR.length()));
  }

  /** A variable that is a number; 0 if it is not set. */
  long number(String variable) {
    String value = variables.getOrDefault(variable, "");
    return value.matches("[0-9]{1,18}") ? Long.parseLong(value) : 0;
  }
}
