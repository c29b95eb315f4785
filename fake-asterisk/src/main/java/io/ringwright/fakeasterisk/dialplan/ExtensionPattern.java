package io.ringwright.fakeasterisk.dialplan;

import java.util.BitSet;

/**
 * What an extension of a dialplan matches: a name, or after an underscore a pattern of digits and
 * letters, {@code X} (0-9), {@code Z} (1-9), {@code N} (2-9), sets such as {@code [0-9*#]}, a dot
 * (one or more of anything) and an exclamation mark (anything or nothing). Dashes count for
 * nothing, in the pattern and in what is dialled.
 *
 * <p>The natural order puts the more specific first: names before patterns, and patterns by their
 * first difference, where fewer possible characters are more specific. Source: {@code
 * _extension_match_core} and {@code ext_cmp} in Asterisk's {@code main/pbx.c}.
 *
 * <p>Thread safety: immutable.
 *
 * @param text as written in the dialplan
 */
record ExtensionPattern(String text) implements Comparable<ExtensionPattern> {

  private static final int ANYTHING = 0x18000;
  private static final int ANYTHING_OR_NOTHING = 0x28000;
  private static final int END = 0x30000;

  private boolean isPattern() {
    return text.startsWith("_");
  }

  boolean matches(String dialled) {
    if (!isPattern()) {
      return withoutDashes(text).equals(withoutDashes(dialled));
    }
    Reader pattern = new Reader(text.substring(1));
    for (char digit : withoutDashes(dialled).toCharArray()) {
      Position position = pattern.next();
      if (position.takesAll()) {
        return true;
      }
      if (!position.takes(digit)) {
        return false;
      }
    }
    Position after = pattern.next();
    return after.rank() == END || after.rank() == ANYTHING_OR_NOTHING;
  }

  /** Whether something would match that begins with what was dialled, and is longer. */
  boolean mayBeLonger(String dialled) {
    String begun = withoutDashes(dialled);
    if (!isPattern()) {
      String name = withoutDashes(text);
      return name.length() > begun.length() && name.startsWith(begun);
    }
    Reader pattern = new Reader(text.substring(1));
    for (char digit : begun.toCharArray()) {
      Position position = pattern.next();
      if (position.takesAll()) {
        return position.rank() == ANYTHING;
      }
      if (!position.takes(digit)) {
        return false;
      }
    }
    Position after = pattern.next();
    return after.rank() != END && after.rank() != ANYTHING_OR_NOTHING;
  }

  /** Whether an exclamation mark makes whatever was dialled complete. */
  boolean isComplete(String dialled) {
    return isPattern() && text.endsWith("!") && matches(dialled);
  }

  @Override
  public int compareTo(ExtensionPattern other) {
    if (isPattern() != other.isPattern()) {
      return isPattern() ? 1 : -1;
    }
    if (!isPattern()) {
      return withoutDashes(text).compareTo(withoutDashes(other.text));
    }
    Reader mine = new Reader(text.substring(1));
    Reader theirs = new Reader(other.text.substring(1));
    while (true) {
      Position left = mine.next();
      Position right = theirs.next();
      int difference = left.compareTo(right);
      if (difference != 0 || left.rank() == END) {
        return difference;
      }
    }
  }

  private static String withoutDashes(String name) {
    return name.replace("-", "");
  }

  /** What may stand at one place: the fewer characters, the lower the rank. */
  private record Position(int rank, BitSet characters) implements Comparable<Position> {

    boolean takesAll() {
      return rank == ANYTHING || rank == ANYTHING_OR_NOTHING;
    }

    boolean takes(char digit) {
      return characters.get(digit);
    }

    @Override
    public int compareTo(Position other) {
      int byRank = Integer.compare(rank, other.rank);
      if (byRank != 0) {
        return byRank;
      }
      BitSet difference = (BitSet) characters.clone();
      difference.xor(other.characters);
      int first = difference.nextSetBit(0);
      if (first < 0) {
        return 0;
      }
      return characters.get(first) ? -1 : 1;
    }
  }

  /** Reads a pattern place by place. */
  private static final class Reader {
    private final String pattern;
    private int at;

    Reader(String pattern) {
      this.pattern = pattern;
    }

    Position next() {
      while (at < pattern.length()) {
        char c = pattern.charAt(at++);
        if (c == '[') {
          BitSet set = readSet();
          if (!set.isEmpty()) {
            return of(set);
          }
        } else if (c != '-') {
          return of(c);
        }
      }
      return new Position(END, new BitSet());
    }

    private static Position of(char c) {
      return switch (c) {
        case 'X', 'x' -> of(range('0', '9'));
        case 'Z', 'z' -> of(range('1', '9'));
        case 'N', 'n' -> of(range('2', '9'));
        case '.' -> new Position(ANYTHING, new BitSet());
        case '!' -> new Position(ANYTHING_OR_NOTHING, new BitSet());
        default -> of(range(c, c));
      };
    }

    private static Position of(BitSet characters) {
      return new Position((characters.cardinality() << 8) | characters.nextSetBit(0), characters);
    }

    private static BitSet range(char first, char last) {
      BitSet set = new BitSet();
      set.set(first, last + 1);
      return set;
    }

    private BitSet readSet() {
      int end = pattern.indexOf(']', at);
      if (end < 0) {
        throw new IllegalArgumentException("pattern _" + pattern + " has a [ without a ]");
      }
      BitSet set = new BitSet();
      while (at < end) {
        char first = pattern.charAt(at);
        boolean isRange = at + 2 < end && pattern.charAt(at + 1) == '-';
        char last = isRange ? pattern.charAt(at + 2) : first;
        if (first <= last) {
          set.or(range(first, last));
        }
        at += isRange ? 3 : 1;
      }
      at = end + 1;
      return set;
    }
  }
}
