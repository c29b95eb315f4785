package io.ringwright.fakeasterisk.dialplan;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The functions that only turn text into text: LEN, FILTER, REPLACE, CUT, FIELDNUM, IF, ISNULL,
 * EXISTS, TOLOWER, TOUPPER; and EVAL, which {@link Substitution} does itself. Source: {@code
 * funcs/func_strings.c}, {@code func_cut.c} and {@code func_logic.c} of Asterisk.
 */
final class TextFunctions {

  static final Set<String> NAMES =
      Set.of(
          "LEN",
          "FILTER",
          "REPLACE",
          "CUT",
          "FIELDNUM",
          "IF",
          "ISNULL",
          "EXISTS",
          "TOLOWER",
          "TOUPPER",
          "EVAL");

  private static final Pattern ESCAPED = Pattern.compile("\\\\?x([0-9A-Fa-f]{2})");
  private static final Pattern RANGE = Pattern.compile("(\\d*)(-?)(\\d*)");

  private TextFunctions() {}

  static Optional<String> worth(String name, String arguments, VariableSource variables) {
    return switch (name) {
      case "LEN" -> Optional.of(String.valueOf(arguments.length()));
      case "FILTER" -> Optional.of(filter(Arguments.of(arguments, 2)));
      case "REPLACE" -> Optional.of(replace(Arguments.of(arguments), variables));
      case "CUT" -> Optional.of(cut(Arguments.of(arguments), variables));
      case "FIELDNUM" -> Optional.of(fieldNumber(Arguments.of(arguments), variables));
      case "IF" -> Optional.of(choose(arguments));
      case "ISNULL" -> Optional.of(arguments.isEmpty() ? "1" : "0");
      case "EXISTS" -> Optional.of(arguments.isEmpty() ? "0" : "1");
      case "TOLOWER" -> Optional.of(arguments.toLowerCase(Locale.ROOT));
      case "TOUPPER" -> Optional.of(arguments.toUpperCase(Locale.ROOT));
      default -> Optional.empty();
    };
  }

  private static String filter(List<String> arguments) {
    String allowed = unescaped(Arguments.at(arguments, 0));
    BitSet characters = new BitSet();
    for (int at = 0; at < allowed.length(); at++) {
      char first = allowed.charAt(at);
      boolean isRange = at + 2 < allowed.length() && allowed.charAt(at + 1) == '-';
      char last = isRange ? allowed.charAt(at + 2) : first;
      if (first <= last) {
        characters.set(first, last + 1);
      }
      at += isRange ? 2 : 0;
    }
    StringBuilder kept = new StringBuilder();
    Arguments.at(arguments, 1).chars().filter(characters::get).forEach(c -> kept.append((char) c));
    return kept.toString();
  }

  private static String unescaped(String characters) {
    return ESCAPED
        .matcher(characters)
        .replaceAll(
            found -> {
              char named = (char) Integer.parseInt(found.group(1), 16);
              return Matcher.quoteReplacement(String.valueOf(named));
            });
  }

  /** REPLACE takes the name of a variable, with an offset at most, and not its value. */
  private static String replace(List<String> arguments, VariableSource variables) {
    String value = new Substitution(variables).in("${" + Arguments.at(arguments, 0) + "}");
    String wanted = Arguments.at(arguments, 1);
    String other = Arguments.at(arguments, 2);
    StringBuilder replaced = new StringBuilder();
    for (char c : value.toCharArray()) {
      replaced.append(wanted.indexOf(c) < 0 ? String.valueOf(c) : other);
    }
    return replaced.toString();
  }

  /** CUT takes the name of a variable, not its value. */
  private static String cut(List<String> arguments, VariableSource variables) {
    String value = variables.variable(Arguments.at(arguments, 0)).orElse("");
    String delimiter = Arguments.at(arguments, 1);
    String separator = delimiter.isEmpty() ? "-" : delimiter.substring(0, 1);
    String[] fields = value.split(Pattern.quote(separator), -1);
    List<String> taken = new ArrayList<>();
    for (String range : Arguments.at(arguments, 2).split("&")) {
      Matcher numbers = RANGE.matcher(range);
      if (numbers.matches() && !range.isEmpty()) {
        addRange(numbers, fields, taken);
      }
    }
    return String.join(separator, taken);
  }

  private static void addRange(Matcher numbers, String[] fields, List<String> taken) {
    boolean isRange = !numbers.group(2).isEmpty();
    int first = numbers.group(1).isEmpty() ? 1 : Integer.parseInt(numbers.group(1));
    int open = isRange ? fields.length : first;
    int last = numbers.group(3).isEmpty() ? open : Integer.parseInt(numbers.group(3));
    for (int field = Math.max(1, first); field <= Math.min(last, fields.length); field++) {
      taken.add(fields[field - 1]);
    }
  }

  /** FIELDNUM: which part of a variable has a value, from 1; 0 for none. */
  private static String fieldNumber(List<String> arguments, VariableSource variables) {
    String value = variables.variable(Arguments.at(arguments, 0)).orElse("");
    String delimiter = Arguments.at(arguments, 1);
    if (value.isEmpty() || delimiter.isEmpty()) {
      return "0";
    }
    String[] fields = value.split(Pattern.quote(delimiter.substring(0, 1)), -1);
    for (int at = 0; at < fields.length; at++) {
      if (fields[at].equalsIgnoreCase(Arguments.at(arguments, 2))) {
        return String.valueOf(at + 1);
      }
    }
    return "0";
  }

  private static String choose(String arguments) {
    int question = arguments.indexOf('?');
    if (question < 0) {
      return "";
    }
    String rest = arguments.substring(question + 1);
    int colon = rest.indexOf(':');
    String yes = colon < 0 ? rest : rest.substring(0, colon);
    String no = colon < 0 ? "" : rest.substring(colon + 1);
    return Condition.holds(arguments.substring(0, question).strip()) ? yes : no;
  }
}
