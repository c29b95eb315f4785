package io.ringwright.agi;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The lines with which Asterisk opens an AGI session, checked before anybody reads meaning into
 * them.
 *
 * <p>Asterisk copies caller number and name into these lines as they came, so a line feed in a name
 * can forge a line. What forgery leaves behind — a line without prefix, a key given twice, an
 * argument out of its place — makes the whole head unfit.
 *
 * <p>Thread safety: immutable.
 *
 * @param fitness whether the request may be read
 * @param lines what to read, an empty line last; nothing else if the head is unfit
 * @param fault what is wrong, empty if nothing is
 */
record RequestHead(Fitness fitness, List<String> lines, String fault) {

  /** Most lines before the empty one; Asterisk sends 24 and one for each argument. */
  static final int MOST_LINES = 256;

  private static final String PREFIX = "agi_";
  private static final String ARGUMENT = "agi_arg_";

  /** What can be done with a head. */
  enum Fitness {
    /** Read it. */
    SOUND,
    /** It came whole but is malformed: the peer gets a refusal. */
    MALFORMED,
    /** It never came whole, or is too much: the peer gets nothing. */
    BROKEN
  }

  RequestHead {
    lines = List.copyOf(lines);
  }

  /** Reads up to the empty line. Never fails: a broken connection is a broken head. */
  static RequestHead read(AgiReader in) {
    List<String> lines = new ArrayList<>();
    try {
      for (String line = in.next(); line != null; line = in.next()) {
        if (line.isEmpty()) {
          return checked(lines);
        }
        if (lines.size() == MOST_LINES) {
          return unfit(Fitness.BROKEN, "more than " + MOST_LINES + " lines");
        }
        lines.add(line);
      }
      return unfit(Fitness.BROKEN, "no empty line at its end");
    } catch (IOException broken) {
      return unfit(Fitness.BROKEN, String.valueOf(broken.getMessage()));
    }
  }

  private static RequestHead checked(List<String> lines) {
    Check check = new Check();
    for (String line : lines) {
      String fault = check.faultOf(line);
      if (fault != null) {
        return unfit(Fitness.MALFORMED, fault);
      }
    }
    lines.add("");
    return new RequestHead(Fitness.SOUND, lines, "");
  }

  private static RequestHead unfit(Fitness fitness, String fault) {
    return new RequestHead(fitness, List.of(""), fault);
  }

  /** Looks at the lines in order, and remembers what they must not repeat. */
  private static final class Check {
    private final Set<String> keys = new HashSet<>();
    private int arguments;

    @Nullable String faultOf(String line) {
      if (hasControl(line)) {
        return "a control character in a line";
      }
      int colon = line.indexOf(": ");
      if (colon < 0 || !isKey(line.substring(0, colon))) {
        return "a line without a key that starts with " + PREFIX;
      }
      String key = line.substring(0, colon);
      if (!keys.add(key)) {
        return "the key " + key + " twice";
      }
      return inPlace(key) ? null : "an argument out of its place";
    }

    /** Arguments come last and are numbered from 1 (res_agi.c, setup_env). */
    private boolean inPlace(String key) {
      if (key.startsWith(ARGUMENT)) {
        arguments++;
        return key.equals(ARGUMENT + arguments);
      }
      return arguments == 0;
    }

    private static boolean isKey(String text) {
      if (!text.startsWith(PREFIX) || text.length() == PREFIX.length() || text.length() > 40) {
        return false;
      }
      for (int i = PREFIX.length(); i < text.length(); i++) {
        char c = text.charAt(i);
        if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_')) {
          return false;
        }
      }
      return true;
    }
  }

  /**
   * Whether a text holds a line feed, a NUL, an escape or the like (C0 and DEL). What else Unicode
   * calls a control cannot part lines, and may stand in a name.
   */
  static boolean hasControl(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) == '\u007f') {
        return true;
      }
    }
    return false;
  }
}
