package io.ringwright.routing;

import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What hunt groups came to on the ways on which one decision looked into them. An answer is kept
 * with what it depends on of its way, and holds on each way that is the same in that. Otherwise the
 * group is looked into anew. After {@value #MOST_REPEATS} of these there are too many ways to look
 * at each: {@link NearestPhones} answers instead.
 */
final class GroupAnswers {

  static final int MOST_REPEATS = 64;

  /** For a chain outside any hunt group: nothing is looked into, so nothing is ever noted here. */
  static final GroupAnswers NONE = new GroupAnswers();

  /** What a group came to, and on which ways. */
  private record Answer(WayChecks checks, Resolution resolution) {

    /** The same phones, reached on another way. */
    private Resolution on(Path other) {
      return resolution instanceof Resolution.RingNow ring
          ? new Resolution.RingNow(
              ring.candidates().stream().map(each -> moved(each, other)).toList())
          : resolution;
    }

    private Candidate moved(Candidate each, Path other) {
      Path path = each.path().moved(checks.start(), other);
      return new Candidate(each.extension(), each.availability(), path);
    }
  }

  private Map<DirectoryNumber, List<Answer>> known = Map.of();
  private List<WayChecks> open = List.of();
  private int repeats;

  /** What a group comes to on a way; empty if it has to be looked into. */
  Optional<Resolution> of(DirectoryNumber group, Path way) {
    List<Answer> answers = known.getOrDefault(group, List.of());
    for (Answer answer : answers) {
      if (answer.checks().holdOn(way)) {
        open.forEach(checks -> checks.takeOver(answer.checks(), way));
        return Optional.of(answer.on(way));
      }
    }
    repeats += answers.isEmpty() ? 0 : 1;
    return Optional.empty();
  }

  /** Whether there are too many ways to look at each of them. */
  boolean areTooMany() {
    return repeats > MOST_REPEATS;
  }

  /** A group is looked into from here on. */
  void begin(Path way) {
    if (open.isEmpty()) {
      open = new ArrayList<>(2);
    }
    open.add(new WayChecks(way));
  }

  /** Keeps what the group that was begun last came to. */
  void end(DirectoryNumber group, Resolution resolution) {
    if (known.isEmpty()) {
      known = new HashMap<>(4);
    }
    known
        .computeIfAbsent(group, none -> new ArrayList<>(1))
        .add(new Answer(open.remove(open.size() - 1), resolution));
  }

  /** A forwarding was looked at: whether it leads back to a stop of the way. */
  void checkLoop(Path way, Destination to, boolean loops) {
    if (!open.isEmpty()) {
      open.forEach(checks -> checks.forwarding(way, to, loops));
    }
  }

  /** A diversion was followed, or refused because there were too many before it. */
  void checkDiversions(Path way, boolean refused) {
    if (!open.isEmpty()) {
      open.forEach(checks -> checks.diversion(way, refused));
    }
  }
}
