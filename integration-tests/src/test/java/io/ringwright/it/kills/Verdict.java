package io.ringwright.it.kills;

import io.ringwright.it.kills.CallerTrace.EndedBy;
import io.ringwright.it.kills.CallerTrace.Who;
import io.ringwright.it.kills.Overtakings.Overtaking;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a run came to.
 *
 * @param callers what was seen of each
 * @param overtakings who was overtaken
 * @param ends how often the engine told each end, by the name of the call and the end
 */
record Verdict(
    List<CallerTrace> callers, List<Overtaking> overtakings, Map<String, List<String>> ends) {

  static Verdict of(List<CallerTrace> callers, Map<String, List<String>> ends) {
    return new Verdict(List.copyOf(callers), Overtakings.among(callers), Map.copyOf(ends));
  }

  long with(Experience experience) {
    return callers.stream().filter(each -> each.experience() == experience).count();
  }

  /** The callers who were overtaken where it is known who was ahead, or where it is not. */
  List<Who> overtaken(boolean withinBlur) {
    return overtakings.stream()
        .filter(each -> each.withinBlur() == withinBlur)
        .map(Overtaking::ahead)
        .distinct()
        .toList();
  }

  /** The rings at a phone that was engaged by another call then, that one's ringing included. */
  List<Ring> rungWhileEngaged() {
    Map<String, List<Ring>> phones = rings().stream().collect(Collectors.groupingBy(Ring::phone));
    return rings().stream()
        .filter(
            ring ->
                phones.getOrDefault(ring.phone(), List.of()).stream()
                    .anyMatch(other -> !other.equals(ring) && other.isUnderWay(ring.from())))
        .toList();
  }

  /** The callers whom two phones answered, or for whom two rang at once. */
  List<Who> deliveredTwice() {
    return callers.stream().filter(Verdict::isTwice).map(CallerTrace::who).toList();
  }

  /** The calls that the engine told of as ended more than once. */
  List<String> endedTwice() {
    return ends.entrySet().stream()
        .filter(each -> each.getValue().size() > 1)
        .map(each -> each.getKey() + " " + each.getValue())
        .toList();
  }

  /**
   * The callers who ended with their Asterisk, or gave up, and of whom the engine told otherwise.
   */
  List<String> endedOtherwise() {
    return callers.stream()
        .filter(Verdict::isAbandoned)
        .filter(each -> told(each).stream().anyMatch(end -> !mayBeTold(each, end)))
        .map(each -> each.who().number() + " " + told(each))
        .toList();
  }

  /** The callers whom the engine knew, and of whose end it told nothing. */
  long untold() {
    return callers.stream()
        .filter(each -> !each.who().call().isEmpty())
        .filter(each -> told(each).isEmpty())
        .count();
  }

  /** From the arrival to the answer, of those who were answered, shortest first. */
  List<Duration> waits() {
    return callers.stream()
        .filter(each -> each.experience() == Experience.ANSWERED)
        .map(CallerTrace::waited)
        .sorted()
        .toList();
  }

  /** What must not happen and did, a line each; empty if all is in order. */
  List<String> faults() {
    List<String> faults = new ArrayList<>();
    for (CallerTrace each : callers) {
      if (!each.experience().isAllowed()) {
        faults.add(each.experience() + ": " + each.who());
      }
    }
    rungWhileEngaged().forEach(each -> faults.add("rung while engaged: " + each));
    deliveredTwice().forEach(each -> faults.add("delivered twice: " + each));
    endedTwice().forEach(each -> faults.add("ended twice: " + each));
    endedOtherwise().forEach(each -> faults.add("told otherwise: " + each));
    overtakings.stream()
        .filter(Predicate.not(Overtaking::withinBlur))
        .forEach(each -> faults.add(each.toString()));
    return faults;
  }

  private List<Ring> rings() {
    return callers.stream()
        .map(CallerTrace::rings)
        .flatMap(Collection::stream)
        .filter(Ring::isSeen)
        .sorted(Comparator.comparing(Ring::from))
        .toList();
  }

  private List<String> told(CallerTrace caller) {
    return ends.getOrDefault(caller.who().call(), List.of());
  }

  private static boolean isAbandoned(CallerTrace caller) {
    return caller.experience() == Experience.ENDED_WITH_ASTERISK
        || caller.experience() == Experience.GAVE_UP;
  }

  /** An Asterisk may take the answer of a phone that rings in its last moment, and tell it. */
  private static boolean mayBeTold(CallerTrace caller, String end) {
    boolean rang =
        caller.rings().stream().anyMatch(ring -> !ring.to().isBefore(caller.ending().at()));
    return end.equals("ABANDONED")
        || (end.equals("ANSWERED") && rang && caller.ending().by() == EndedBy.ASTERISK_GONE);
  }

  private static boolean isTwice(CallerTrace caller) {
    List<Ring> rings = caller.rings().stream().filter(Ring::isSeen).toList();
    boolean overlap =
        rings.stream()
            .anyMatch(
                one ->
                    rings.stream().anyMatch(two -> !one.equals(two) && one.isUnderWay(two.from())));
    return overlap || rings.stream().filter(Ring::isAnswered).count() > 1;
  }
}
