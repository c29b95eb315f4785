package io.ringwright.it.kills;

import io.ringwright.dialplan.ChannelVariables;
import io.ringwright.fakeasterisk.Sighting;
import io.ringwright.fakeasterisk.Sighting.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A caller's way through the dialplan, as the laboratory's own AMI session saw it.
 *
 * @param number the caller's number
 * @param seen what was seen of the caller, oldest first
 */
record DialplanWay(String number, List<Sighting> seen) {

  private static final String WAIT = "ringwright-wait";
  private static final String DELIVER = "ringwright-deliver";
  private static final String FALLBACK = "ringwright-fallback";

  /** What the engine calls the call; empty if it never said. */
  String call() {
    return values(ChannelVariables.CALL).map(Sighting::detail).reduce("", (old, last) -> last);
  }

  /** When the engine's first answer came; {@link Instant#MAX} if none did. */
  Instant known() {
    return values(ChannelVariables.DECISION).map(Sighting::at).findFirst().orElse(Instant.MAX);
  }

  boolean fellBack() {
    return seen.stream().anyMatch(each -> isAt(each, FALLBACK));
  }

  /** The stays in the wait context, the last one until the end of the call. */
  List<Stay> waits(Instant end) {
    List<Stay> stays = new ArrayList<>();
    Instant from = Instant.MAX;
    for (Sighting each : steps()) {
      boolean waits = isAt(each, WAIT);
      if (waits && from.equals(Instant.MAX)) {
        from = each.at();
      } else if (!waits && from.isBefore(Instant.MAX)) {
        stays.add(new Stay(from, each.at().isBefore(end) ? each.at() : end));
        from = Instant.MAX;
      }
    }
    if (from.isBefore(Instant.MAX)) {
      stays.add(new Stay(from, end));
    }
    return stays;
  }

  /** Adds the moves to a phone after which none rang until the caller waited again. */
  List<Ring> withUnseen(List<Ring> rings) {
    List<Ring> all = new ArrayList<>(rings);
    List<Sighting> steps = steps();
    for (int each = 0; each < steps.size(); each++) {
      if (isMove(steps, each)) {
        Instant from = steps.get(each).at();
        Instant to = backInLine(steps.subList(each, steps.size()));
        if (rings.stream().noneMatch(ring -> new Stay(from, to).overlaps(ring.from(), ring.to()))) {
          all.add(new Ring(Ring.UNSEEN, number, from, Instant.MAX, to));
        }
      }
    }
    return all;
  }

  /** When the caller was moved, by the engine's order, to where a phone is rung. */
  List<Instant> moves() {
    List<Sighting> steps = steps();
    return IntStream.range(0, steps.size())
        .filter(each -> isMove(steps, each))
        .mapToObj(each -> steps.get(each).at())
        .toList();
  }

  /** Questions are asked at other extensions of the same context. */
  private static boolean isMove(List<Sighting> steps, int each) {
    return isAt(steps.get(each), DELIVER) && (each == 0 || !isAt(steps.get(each - 1), DELIVER));
  }

  private static Instant backInLine(List<Sighting> steps) {
    return steps.stream()
        .filter(each -> isAt(each, WAIT) || each.kind() == Kind.CALLER_ENDED)
        .map(Sighting::at)
        .findFirst()
        .orElse(Instant.MAX);
  }

  private List<Sighting> steps() {
    return seen.stream()
        .filter(each -> each.kind() == Kind.CONTEXT_ENTERED || each.kind() == Kind.CALLER_ENDED)
        .toList();
  }

  private static boolean isAt(Sighting seen, String context) {
    return seen.kind() == Kind.CONTEXT_ENTERED && seen.subject().equals(context);
  }

  private Stream<Sighting> values(String variable) {
    return seen.stream()
        .filter(each -> each.kind() == Kind.VARIABLE_SET && each.subject().equals(variable))
        .filter(each -> !each.detail().isEmpty());
  }
}
