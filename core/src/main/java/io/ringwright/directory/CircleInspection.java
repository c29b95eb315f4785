package io.ringwright.directory;

import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.directory.Extension.Service;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds what leads back to itself whatever happens: forwardings that always apply, and hunt groups
 * that are members of their own members. Iterative, and linear in the size of the list.
 */
final class CircleInspection {

  /** Hunt groups within hunt groups deeper than this are a mistake rather than a plan. */
  static final int DEEPEST_NESTING = 10;

  private static final int MOST_STOPS_SHOWN = 12;

  private final Mistakes mistakes;

  CircleInspection(Mistakes mistakes) {
    this.mistakes = mistakes;
  }

  /** Circles of unconditional forwardings from which no call can ever get out. */
  CircleInspection forwardings(Map<DirectoryNumber, Extension> extensions) {
    Set<DirectoryNumber> settled = new HashSet<>();
    for (DirectoryNumber start : extensions.keySet()) {
      Map<DirectoryNumber, Integer> way = new LinkedHashMap<>();
      Optional<DirectoryNumber> at = Optional.of(start);
      while (at.isPresent() && settled.add(at.get())) {
        way.put(at.get(), way.size());
        at = Optional.ofNullable(extensions.get(at.get())).flatMap(CircleInspection::always);
      }
      if (at.isPresent() && way.containsKey(at.get())) {
        List<DirectoryNumber> circle =
            List.copyOf(way.keySet()).subList(way.get(at.get()), way.size());
        mistakes.add(
            "extension " + at.get(),
            "its unconditional forwarding leads back to itself, always: " + shown(circle),
            "a condition, or another number, somewhere on the way");
      }
    }
    return this;
  }

  /** Where every call to an extension goes on to, if no condition, state or setting matters. */
  private static Optional<DirectoryNumber> always(Extension extension) {
    return Optional.of(extension)
        .filter(each -> each.service() != Service.OUT_OF_SERVICE)
        .flatMap(each -> each.forwarding().unconditional().stream().findFirst())
        .filter(first -> first.when() instanceof Condition.Always)
        .map(CallForwarding.Entry::to)
        .filter(Destination.ToExtension.class::isInstance)
        .map(to -> ((Destination.ToExtension) to).number());
  }

  /** Hunt groups that contain themselves, and groups within groups within groups. */
  CircleInspection memberships(Map<DirectoryNumber, HuntGroup> groups) {
    Map<DirectoryNumber, Integer> levels = new LinkedHashMap<>();
    for (DirectoryNumber start : groups.keySet()) {
      if (!levels.containsKey(start)) {
        new Descent(groups, levels).from(start);
      }
    }
    levels.forEach(
        (group, below) ->
            mistakes.require(
                below != DEEPEST_NESTING,
                "hunt group " + group,
                "has hunt groups within hunt groups, more than " + DEEPEST_NESTING + " levels deep",
                "at most " + DEEPEST_NESTING + " levels"));
    return this;
  }

  private static String shown(List<DirectoryNumber> circle) {
    List<String> stops = new ArrayList<>();
    circle.stream().limit(MOST_STOPS_SHOWN).forEach(stop -> stops.add(stop.digits()));
    if (circle.size() > MOST_STOPS_SHOWN) {
      stops.add("… (" + (circle.size() - MOST_STOPS_SHOWN) + " more)");
    }
    stops.add(circle.get(0).digits());
    return String.join(" → ", stops);
  }

  /** A way down through members of members, one group below the other. */
  private final class Descent {

    private final Map<DirectoryNumber, HuntGroup> groups;
    private final Map<DirectoryNumber, Integer> levels;
    private final Deque<Iterator<DirectoryNumber>> open = new ArrayDeque<>();
    private final Map<DirectoryNumber, Integer> way = new LinkedHashMap<>();
    private final List<DirectoryNumber> stops = new ArrayList<>();

    Descent(Map<DirectoryNumber, HuntGroup> groups, Map<DirectoryNumber, Integer> levels) {
      this.groups = groups;
      this.levels = levels;
    }

    void from(DirectoryNumber start) {
      enter(start);
      while (!open.isEmpty()) {
        if (!open.peek().hasNext()) {
          leave();
          continue;
        }
        DirectoryNumber member = open.peek().next();
        if (way.containsKey(member)) {
          tell(stops.subList(way.get(member), stops.size()));
        } else if (!levels.containsKey(member)) {
          enter(member);
        }
      }
    }

    private void enter(DirectoryNumber group) {
      way.put(group, stops.size());
      stops.add(group);
      open.push(members(group).iterator());
    }

    private void leave() {
      open.pop();
      DirectoryNumber done = stops.remove(stops.size() - 1);
      way.remove(done);
      int below =
          members(done).stream().mapToInt(each -> levels.getOrDefault(each, 0) + 1).max().orElse(0);
      levels.put(done, below);
    }

    private List<DirectoryNumber> members(DirectoryNumber group) {
      return Optional.ofNullable(groups.get(group)).stream()
          .flatMap(found -> found.members().stream())
          .map(HuntGroup.Member::to)
          .filter(Destination.ToHuntGroup.class::isInstance)
          .map(to -> ((Destination.ToHuntGroup) to).number())
          .filter(member -> !member.equals(group))
          .toList();
    }

    private void tell(List<DirectoryNumber> circle) {
      mistakes.add(
          "hunt group " + circle.get(0),
          "is a member of itself: " + shown(circle),
          "hunt groups that do not lead back to themselves");
    }
  }
}
