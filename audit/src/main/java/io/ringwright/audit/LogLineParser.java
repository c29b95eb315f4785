package io.ringwright.audit;

import io.ringwright.audit.LogEvent.Kind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes an event of a line, or says why it cannot.
 *
 * <p>Thread safety: immutable.
 */
final class LogLineParser {

  private static final Map<String, Kind> KINDS =
      Arrays.stream(Kind.values()).collect(Collectors.toMap(Kind::name, Function.identity()));

  /** Of these, numbers are read. */
  private static final Set<Kind> WITH_NUMBERS =
      EnumSet.of(Kind.ENTERQUEUE, Kind.CONNECT, Kind.RINGNOANSWER, Kind.RINGCANCELED);

  private static final long LAST_SECOND = 99_999_999_999L;

  private final Map<String, String> aliases;

  LogLineParser(Map<String, String> aliases) {
    this.aliases = aliases;
  }

  /** A line that cannot be read. */
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1;

    Unreadable(String why) {
      super(why, null, false, false);
    }
  }

  LogEvent parse(String line) throws Unreadable {
    String[] fields = line.split("\\|", -1);
    if (fields.length < 5) {
      throw new Unreadable("fewer than five fields between bars");
    }
    long second = second(fields[0]);
    Kind kind = KINDS.getOrDefault(fields[4], Kind.OTHER);
    List<String> data = List.of(fields).subList(5, fields.length);
    LogEvent event =
        new LogEvent(
            second,
            kind,
            fields[1],
            fields[2],
            aliases.getOrDefault(fields[3], fields[3]),
            List.copyOf(data));
    if (WITH_NUMBERS.contains(kind)) {
      requireNumbers(event);
    }
    return event;
  }

  private static long second(String text) throws Unreadable {
    long second = digits(text, "the time is no number of seconds");
    if (text.isEmpty() || second > LAST_SECOND) {
      throw new Unreadable("the time is no number of seconds");
    }
    return second;
  }

  private static void requireNumbers(LogEvent event) throws Unreadable {
    int[] read =
        switch (event.kind()) {
          case ENTERQUEUE -> new int[] {2};
          case CONNECT -> new int[] {0, 2};
          default -> new int[] {0};
        };
    for (int field : read) {
      if (field < event.data().size()) {
        long unused = digits(event.data().get(field), "a field that should be a number is none");
      }
    }
  }

  private static long digits(String text, String why) throws Unreadable {
    if (text.length() > 12) {
      throw new Unreadable(why);
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        throw new Unreadable(why);
      }
    }
    return text.isEmpty() ? 0 : Long.parseLong(text);
  }
}
