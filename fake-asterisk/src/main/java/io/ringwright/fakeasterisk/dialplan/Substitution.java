package io.ringwright.fakeasterisk.dialplan;

import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the values of variables, functions and expressions into a text: <code>${NAME}</code>, <code>
 * ${NAME:1:2}</code>, <code>${FUNCTION(arguments)}</code> and {@code $[expression]}, one in another
 * as deep as one likes. A value is put in as it is: what looks like a variable in it stays text.
 *
 * <p>Source: {@code ast_str_substitute_variables_full2} in Asterisk's {@code main/pbx_variables.c}.
 *
 * <p>Thread safety: one thread at a time, as its source of values.
 */
public final class Substitution {

  private static final Pattern FUNCTION = Pattern.compile("(\\w+)\\((.*)\\)", Pattern.DOTALL);
  private static final Pattern PART = Pattern.compile(":(-?\\d+)(?::(-?\\d+))?.*", Pattern.DOTALL);
  private static final Pattern CALLED = Pattern.compile("\\$\\{(\\w+)\\(");

  private final VariableSource source;

  /**
   * Puts in the values of one source.
   *
   * @param source where values come from
   */
  public Substitution(VariableSource source) {
    this.source = source;
  }

  /**
   * The functions that turn text into text and so work everywhere.
   *
   * @return their names
   */
  public static Set<String> textFunctions() {
    return TextFunctions.NAMES;
  }

  /**
   * The functions that a text calls.
   *
   * @param text a text with variables
   * @return names, each once
   */
  public static Set<String> functionsIn(String text) {
    Set<String> names = new LinkedHashSet<>();
    Matcher called = CALLED.matcher(text);
    while (called.find()) {
      names.add(called.group(1));
    }
    return names;
  }

  /**
   * The text with all values put in.
   *
   * @param text a text with variables
   * @return the text without
   */
  public String in(String text) {
    StringBuilder result = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int dollar = text.indexOf('$', at);
      if (dollar < 0 || dollar + 1 >= text.length()) {
        return result.append(text, at, text.length()).toString();
      }
      result.append(text, at, dollar);
      char opening = text.charAt(dollar + 1);
      int end = opening == '{' ? closing(text, dollar, '{', '}') : closing(text, dollar, '[', ']');
      if (end < 0) {
        result.append('$');
        at = dollar + 1;
      } else {
        String inner = in(text.substring(dollar + 2, end));
        result.append(opening == '{' ? worth(inner) : Expression.worth(inner));
        at = end + 1;
      }
    }
    return result.toString();
  }

  /** The place of the bracket that closes the one after the dollar, or -1. */
  private static int closing(String text, int dollar, char open, char close) {
    if (text.charAt(dollar + 1) != open) {
      return -1;
    }
    int depth = 0;
    for (int at = dollar + 1; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == open) {
        depth++;
      } else if (c == close) {
        depth--;
        if (depth == 0) {
          return at;
        }
      }
    }
    return -1;
  }

  private String worth(String name) {
    int colon = freeColon(name);
    return colon < 0
        ? worthOfWhole(name)
        : part(worthOfWhole(name.substring(0, colon)), name.substring(colon));
  }

  private String worthOfWhole(String name) {
    Matcher function = FUNCTION.matcher(name);
    return function.matches()
        ? function(function.group(1), function.group(2)).orElse("")
        : source.variable(name).orElse("");
  }

  /**
   * The place of the colon before an offset: the first outside parentheses, or -1. Parentheses that
   * came in with a value count too ({@code parse_variable_name}).
   */
  private static int freeColon(String name) {
    int open = 0;
    for (int at = 0; at < name.length(); at++) {
      switch (name.charAt(at)) {
        case '(' -> open++;
        case ')' -> open--;
        case ':' -> {
          if (open == 0) {
            return at;
          }
        }
        default -> {
          // An ordinary character belongs to the name or the arguments.
        }
      }
    }
    return -1;
  }

  /**
   * The value of a function, for those who read one without a dollar.
   *
   * @param name the name of the function
   * @param arguments what stands in its parentheses
   * @return the value, or empty if there is no such function
   */
  public Optional<String> function(String name, String arguments) {
    return name.equals("EVAL")
        ? Optional.of(in(arguments))
        : TextFunctions.worth(name, arguments, source).or(() -> source.function(name, arguments));
  }

  private static String part(String value, String range) {
    Matcher part = PART.matcher(range);
    if (!part.matches()) {
      return value;
    }
    int offset = Integer.parseInt(part.group(1));
    int start =
        Math.max(0, Math.min(offset < 0 ? value.length() + offset : offset, value.length()));
    int length = part.group(2) == null ? value.length() : Integer.parseInt(part.group(2));
    int end = length < 0 ? value.length() + length : Math.min(start + length, value.length());
    return end <= start ? "" : value.substring(start, end);
  }
}
