package io.ringwright.it.kills;

import io.ringwright.it.kills.CallerTrace.Who;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Who was overtaken: a phone rang for a caller behind while one ahead waited who could have had it.
 *
 * <p><b>Ahead</b> is who has a higher priority, or the same and was <em>known</em> before the other
 * arrived. A caller is known when the dialplan has the engine's first answer. Between the arrival
 * and that answer lies the <b>blur</b>: the engine takes the caller in at some instant of it, so of
 * two callers of one priority whose blurs overlap nobody outside can say who is ahead. It takes
 * milliseconds, and as long as the disturbance where no answer comes.
 *
 * <p>The phone was chosen at some instant after it became free, and after the other had come, or
 * was done with the phone before; and before it rang. Somebody was overtaken only if known before
 * all of that, and waiting during all of it. Nobody is overtaken at a phone that rang for the same
 * caller in vain before, nor if the caller's own next phone was free before the other's rang, and
 * rings within the time in which a move that was lost is sent again.
 *
 * <p>Without a link to Asterisk nobody can be moved: each caller is given a phone when the next
 * sign of life asks for it, and phones are kept for those ahead. So where a phone rings by the
 * caller's own question nobody was overtaken while as many other phones were free as waited ahead.
 */
final class Overtakings {

  /** A lost move is sent again twice, after 2 s each. */
  private static final Duration MOVED_AGAIN = Duration.ofSeconds(7);

  /** From a move to the ring it leads to, and by how much the one may be seen after the other. */
  private static final Duration MOVE_TAKES = Duration.ofSeconds(3);

  private static final Duration SEEN_LATE = Duration.ofSeconds(1);

  private final List<CallerTrace> callers;
  private final Map<String, List<Ring>> atPhone;

  /**
   * A caller was overtaken.
   *
   * @param ahead who
   * @param behind by whom
   * @param ring at which phone, and when
   * @param withinBlur whether it cannot be known who was ahead
   */
  record Overtaking(Who ahead, Who behind, Ring ring, boolean withinBlur) {

    /** How much earlier the overtaken one had come; below zero for a higher priority. */
    Duration lead() {
      return Duration.between(ahead.arrived(), behind.arrived());
    }

    @Override
    public String toString() {
      return "%s (priority %d, came %s) overtaken by %s (priority %d, came %s) at %s, %s"
          .formatted(
              ahead.number(),
              ahead.priority(),
              ahead.arrived(),
              behind.number(),
              behind.priority(),
              behind.arrived(),
              ring.phone(),
              ring.from());
    }
  }

  private Overtakings(List<CallerTrace> callers) {
    this.callers = callers;
    this.atPhone =
        callers.stream()
            .map(CallerTrace::rings)
            .flatMap(Collection::stream)
            .filter(Ring::isSeen)
            .sorted(Comparator.comparing(Ring::from))
            .collect(Collectors.groupingBy(Ring::phone));
  }

  /** All of them, a line for each pair and ring. */
  static List<Overtaking> among(List<CallerTrace> callers) {
    return new Overtakings(callers).all();
  }

  private List<Overtaking> all() {
    List<Overtaking> found = new ArrayList<>();
    for (CallerTrace behind : callers) {
      for (Ring ring : behind.rings().stream().filter(Ring::isSeen).toList()) {
        List<Overtaking> overtaken = at(behind, ring);
        if (isMoved(behind, ring) || freeBeside(ring) < overtaken.size()) {
          found.addAll(overtaken);
        }
      }
    }
    return found;
  }

  private List<Overtaking> at(CallerTrace behind, Ring ring) {
    Instant chosenFrom = chosenFrom(behind, ring);
    return callers.stream()
        .filter(ahead -> !ahead.equals(behind))
        .map(ahead -> compare(ahead, behind, ring, chosenFrom))
        .flatMap(Optional::stream)
        .toList();
  }

  private static boolean isMoved(CallerTrace caller, Ring ring) {
    return caller.moves().stream()
        .anyMatch(
            move ->
                move.isAfter(ring.from().minus(MOVE_TAKES))
                    && move.isBefore(ring.from().plus(SEEN_LATE)));
  }

  /** How many other phones were in no call when one rang. */
  private long freeBeside(Ring ring) {
    return atPhone.entrySet().stream()
        .filter(each -> !each.getKey().equals(ring.phone()))
        .filter(each -> each.getValue().stream().noneMatch(one -> one.isUnderWay(ring.from())))
        .count();
  }

  private Optional<Overtaking> compare(
      CallerTrace ahead, CallerTrace behind, Ring ring, Instant chosenFrom) {
    if (!waits(ahead, ring, chosenFrom) || hasOtherPhone(ahead, ring)) {
      return Optional.empty();
    }
    boolean same = ahead.who().priority() == behind.who().priority();
    boolean certain =
        same
            ? ahead.known().isBefore(behind.who().arrived())
            : ahead.who().priority() < behind.who().priority()
                && ahead.known().isBefore(chosenFrom);
    boolean blurred = same && ahead.who().arrived().isBefore(behind.who().arrived());
    return certain || blurred
        ? Optional.of(new Overtaking(ahead.who(), behind.who(), ring, !certain))
        : Optional.empty();
  }

  /**
   * Whether a caller waits all the time in which a phone was chosen, and could have had it. A phone
   * that rings for the caller already was chosen before, whatever the wait context says.
   */
  private static boolean waits(CallerTrace caller, Ring ring, Instant chosenFrom) {
    return caller.waits().stream().anyMatch(stay -> stay.covers(chosenFrom, ring.from()))
        && caller.rings().stream()
            .filter(each -> each.from().isBefore(ring.from()))
            .noneMatch(each -> each.phone().equals(ring.phone()) || each.isUnderWay(ring.from()));
  }

  /**
   * Whether a caller may have been given another phone before this one was chosen. A phone that was
   * not seen to ring is taken for one that was free.
   */
  private boolean hasOtherPhone(CallerTrace caller, Ring ring) {
    return caller.rings().stream()
        .filter(each -> !each.from().isBefore(ring.from()))
        .findFirst()
        .filter(next -> next.from().isBefore(ring.from().plus(MOVED_AGAIN)))
        .filter(next -> freeSince(next).isBefore(ring.from()))
        .isPresent();
  }

  /** The earliest instant at which a phone can have been chosen for a caller. */
  private Instant chosenFrom(CallerTrace caller, Ring ring) {
    Instant began =
        caller.rings().stream()
            .map(Ring::to)
            .filter(to -> to.isBefore(ring.from()))
            .max(Comparator.naturalOrder())
            .orElse(caller.who().arrived());
    Instant free = freeSince(ring);
    return began.isAfter(free) ? began : free;
  }

  /** The end of the last call at the phone before a ring. */
  private Instant freeSince(Ring ring) {
    return atPhone.getOrDefault(ring.phone(), List.of()).stream()
        .filter(each -> each.from().isBefore(ring.from()))
        .map(Ring::to)
        .filter(to -> !to.isAfter(ring.from()))
        .max(Comparator.naturalOrder())
        .orElse(Instant.MIN);
  }
}
