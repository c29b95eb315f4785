package io.ringwright.fakeasterisk.dialplan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a dialplan line by line. Source: {@code pbx/pbx_config.c} and {@code
 * main/config.c} of Asterisk. One thread, one text.
 */
final class DialplanReader {

  private static final Pattern SECTION = Pattern.compile("\\[([^]]+)](\\(.*\\))?");
  private static final Pattern ASSIGNMENT = Pattern.compile("([^=>]+?)\\s*=>?\\s*(.*)");
  private static final Pattern PRIORITY =
      Pattern.compile("\\s*(\\d+|[ns](?:\\+\\d+)?|hint)\\s*(?:\\(([^)]*)\\))?\\s*");
  private static final Pattern APPLICATION = Pattern.compile("(\\w+)\\s*(?:\\((.*)\\))?\\s*");

  private final Map<String, Context> contexts = new LinkedHashMap<>();
  private final Map<String, String> globals = new LinkedHashMap<>();
  private final List<Hint> hints = new ArrayList<>();
  private String section = "";
  private @Nullable Extension extension;
  private int priority;
  private boolean inComment;

  Dialplan read(String text) {
    int number = 0;
    for (String line : text.split("\\R", -1)) {
      number++;
      String meaning = withoutComment(line).strip();
      if (!meaning.isEmpty()) {
        try {
          readLine(meaning, number);
        } catch (IllegalArgumentException problem) {
          throw new IllegalArgumentException(
              "dialplan, line " + number + ": " + problem.getMessage() + "\nThe line: " + line,
              problem);
        }
      }
    }
    return new Dialplan(contexts, globals, hints);
  }

  /** Cuts a comment off: from {@code ;} to the end, or between {@code ;--} and {@code --;}. */
  private String withoutComment(String line) {
    StringBuilder kept = new StringBuilder();
    for (int at = 0; at < line.length(); at++) {
      if (inComment) {
        if (line.startsWith("--;", at)) {
          inComment = false;
          at += 2;
        }
      } else if (line.startsWith("\\;", at)) {
        kept.append(';');
        at++;
      } else if (line.startsWith(";--", at) && !line.startsWith(";---", at)) {
        inComment = true;
      } else if (line.charAt(at) == ';') {
        break;
      } else {
        kept.append(line.charAt(at));
      }
    }
    return kept.toString();
  }

  private void readLine(String line, int number) {
    Matcher header = SECTION.matcher(line);
    if (header.matches()) {
      section = header.group(1);
      extension = null;
      return;
    }
    if (line.startsWith("#")) {
      throw new IllegalArgumentException(
          "directives such as #include are not followed; hand in the included text as well");
    }
    Matcher assignment = ASSIGNMENT.matcher(line);
    if (!assignment.matches()) {
      throw new IllegalArgumentException("expected [context] or name => value");
    }
    readAssignment(assignment.group(1).strip(), assignment.group(2), number);
  }

  private void readAssignment(String name, String value, int number) {
    if (section.equals("globals")) {
      globals.put(name, value);
    } else if (!section.equals("general")) {
      readContextLine(name.toLowerCase(Locale.ROOT), value, number);
    }
  }

  private void readContextLine(String name, String value, int number) {
    if (section.isEmpty()) {
      throw new IllegalArgumentException("there is no [context] before it");
    }
    Context context = contexts.computeIfAbsent(section, unused -> new Context());
    switch (name) {
      case "exten" -> readExtension(context, value, number);
      case "same" -> readStep(value, number);
      case "include" -> context.include(value.strip());
      default ->
          throw new IllegalArgumentException(
              "expected exten, same or include, found '" + name + "'");
    }
  }

  private void readExtension(Context context, String value, int number) {
    int comma = endOfName(value);
    extension = context.extension(value.substring(0, comma).strip());
    priority = 0;
    readStep(value.substring(comma + 1), number);
  }

  /** A set such as {@code [0-9,]} may hold the comma that would end the name. */
  private static int endOfName(String value) {
    boolean inSet = false;
    for (int at = 0; at < value.length(); at++) {
      char c = value.charAt(at);
      if (c == '[') {
        inSet = true;
      } else if (c == ']') {
        inSet = false;
      } else if (c == ',' && !inSet) {
        return at;
      }
    }
    throw new IllegalArgumentException("expected extension,priority,application");
  }

  private void readStep(String value, int number) {
    if (extension == null) {
      throw new IllegalArgumentException("there is no exten before it in this context");
    }
    int comma = value.indexOf(',');
    Matcher place = PRIORITY.matcher(comma < 0 ? "" : value.substring(0, comma));
    if (!place.matches()) {
      throw new IllegalArgumentException("expected a priority: a number, n, s or hint");
    }
    if (place.group(1).equals("hint")) {
      hints.add(new Hint(extension.pattern().text(), section, value.substring(comma + 1).strip()));
      return;
    }
    priority = priorityOf(place.group(1));
    Matcher call = APPLICATION.matcher(value.substring(comma + 1).strip());
    if (!call.matches()) {
      throw new IllegalArgumentException("expected Application(arguments)");
    }
    String label = place.group(2) == null ? "" : place.group(2).strip();
    String data = call.group(2) == null ? "" : call.group(2);
    extension.add(new Step(priority, label, call.group(1), data, number));
  }

  private int priorityOf(String text) {
    if (Character.isDigit(text.charAt(0))) {
      return Integer.parseInt(text);
    }
    int step = text.charAt(0) == 'n' ? 1 : 0;
    int plus = text.indexOf('+');
    return priority + step + (plus < 0 ? 0 : Integer.parseInt(text.substring(plus + 1)));
  }
}
