package io.ringwright.fakeasterisk.dialplan;

import java.util.ArrayList;
import java.util.List;

/**
 * The arguments of an application or a function, separated by commas.
 *
 * <p>A comma in quotes, parentheses or brackets, or after a backslash, separates nothing; quotes
 * and such backslashes are taken away. Source: {@code __ast_app_separate_args} in Asterisk's {@code
 * main/app.c}.
 *
 * <p>Thread safety: may be used by many threads.
 */
public final class Arguments {

  private Arguments() {}

  /**
   * Parts a text at every comma that separates.
   *
   * @param text the text in the parentheses
   * @return the arguments; none if the text is empty
   */
  public static List<String> of(String text) {
    return of(text, Integer.MAX_VALUE);
  }

  /**
   * Parts a text at the first commas that separate.
   *
   * @param text the text in the parentheses
   * @param most how many arguments there may be, at least 1; the last one takes the rest as it is
   * @return the arguments; none if the text is empty
   */
  public static List<String> of(String text, int most) {
    List<String> arguments = new ArrayList<>();
    int at = 0;
    while (!text.isEmpty() && arguments.size() < most - 1) {
      int end = endOfArgument(text, at);
      arguments.add(cleaned(text.substring(at, end)));
      at = end + 1;
      if (end == text.length()) {
        return arguments;
      }
    }
    if (!text.isEmpty()) {
      arguments.add(text.substring(at));
    }
    return arguments;
  }

  /**
   * An argument that may be missing.
   *
   * @param arguments the arguments
   * @param index which one, from 0
   * @return the argument, or empty text
   */
  public static String at(List<String> arguments, int index) {
    return index < arguments.size() ? arguments.get(index) : "";
  }

  private static int endOfArgument(String text, int from) {
    boolean quoted = false;
    int parentheses = 0;
    int brackets = 0;
    for (int at = from; at < text.length(); at++) {
      switch (text.charAt(at)) {
        case '"' -> quoted = !quoted;
        case '\\' -> at++;
        case '(' -> parentheses++;
        case ')' -> parentheses = Math.max(0, parentheses - 1);
        case '[' -> brackets++;
        case ']' -> brackets = Math.max(0, brackets - 1);
        case ',' -> {
          if (!quoted && parentheses == 0 && brackets == 0) {
            return at;
          }
        }
        default -> {
          // An ordinary character belongs to the argument.
        }
      }
    }
    return text.length();
  }

  private static String cleaned(String argument) {
    StringBuilder cleaned = new StringBuilder();
    for (int at = 0; at < argument.length(); at++) {
      char c = argument.charAt(at);
      if (c == '\\' && at + 1 < argument.length()) {
        cleaned.append(argument.charAt(++at));
      } else if (c != '"') {
        cleaned.append(c);
      }
    }
    return cleaned.toString();
  }
}
