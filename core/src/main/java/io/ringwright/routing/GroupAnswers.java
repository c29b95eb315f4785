package io.ringwright.routing;

import io.ringwright.call.DirectoryNumber;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What hunt groups came to on the ways on which one decision looked into them. An answer for which
 * no forwarding was asked holds on every way. Another can be a loop on one way and none on the
 * next, so the group is looked into anew; after {@value #MOST_REPEATS} of these in one decision the
 * last answer is taken, so that the work is bounded by the size of the directory.
 */
final class GroupAnswers {

  static final int MOST_REPEATS = 32;

  /**
   * What a group came to.
   *
   * @param way the way to the group
   * @param forwards whether any forwarding was asked from there on
   * @param resolution what was found
   */
  record Answer(Path way, boolean forwards, Resolution resolution) {

    /** The same phones, reached on another way. */
    private Answer on(Path other) {
      return resolution instanceof Resolution.RingNow ring
          ? new Answer(
              other,
              forwards,
              new Resolution.RingNow(
                  ring.candidates().stream().map(each -> moved(each, other)).toList()))
          : this;
    }

    private Candidate moved(Candidate each, Path other) {
      return new Candidate(each.extension(), each.availability(), each.path().moved(way, other));
    }
  }

  private Map<DirectoryNumber, Answer> known = Map.of();
  private int repeats;

  /** What a group comes to on a way; empty if it has to be looked into. */
  Optional<Answer> of(DirectoryNumber group, Path way) {
    Answer answer = known.get(group);
    if (answer == null) {
      return Optional.empty();
    }
    if (answer.forwards() && repeats < MOST_REPEATS) {
      repeats++;
      return Optional.empty();
    }
    return Optional.of(answer.on(way));
  }

  /** Keeps what a group came to. */
  void keep(DirectoryNumber group, Answer answer) {
    if (known.isEmpty()) {
      known = new HashMap<>(4);
    }
    known.put(group, answer);
  }
}
