package io.ringwright.testkit;

import io.ringwright.journal.StateMachine.Image;
import java.util.Optional;
import java.util.Set;

/**
 * The state of a {@link RecordingMachine}, and its form as text.
 *
 * <p>Thread safety: immutable.
 *
 * @param count how many entries led to it
 * @param mixed a number that depends on each of them and on their order
 * @param list the hash of the phone list that came last, or a dash
 */
record MixedState(long count, long mixed, String list) {

  private static final String NO_LIST = "-";

  static final MixedState FIRST = new MixedState(0, 17, NO_LIST);

  /** An entry: what it says, behind the hash of the phone list that it brings, if any. */
  static String entry(Optional<String> phoneList, String saying) {
    return phoneList.orElse(NO_LIST) + " " + saying;
  }

  /** The hash of the phone list that an entry brings. */
  static Optional<String> phoneListIn(String entry) {
    return hash(entry.split(" ", 2)[0]);
  }

  private static Optional<String> hash(String text) {
    return text.equals(NO_LIST) ? Optional.empty() : Optional.of(text);
  }

  static MixedState parse(String text) {
    String[] parts = text.split(" ", 3);
    return new MixedState(Long.parseLong(parts[0]), Long.parseUnsignedLong(parts[1], 16), parts[2]);
  }

  String text() {
    return count + " " + Long.toHexString(mixed) + " " + list;
  }

  Optional<String> phoneList() {
    return hash(list);
  }

  /** The state after one more entry. */
  MixedState after(String entry) {
    return new MixedState(
        count + 1, mixed * 1_000_003 + entry.hashCode(), phoneListIn(entry).orElse(list));
  }

  /** The state as an image, with lines of 80 characters added. */
  Image image(int lines) {
    return new MixedImage(this, lines);
  }

  private record MixedImage(MixedState state, int lines) implements Image {
    @Override
    public String text() {
      StringBuilder text = new StringBuilder(state.text()).append('\n');
      for (int line = 0; line < lines; line++) {
        text.append("%80d%n".formatted(line));
      }
      return text.toString();
    }

    @Override
    public Set<String> phoneLists() {
      return state.phoneList().map(Set::of).orElse(Set.of());
    }
  }
}
