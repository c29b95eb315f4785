package io.ringwright.lint;

import io.ringwright.call.Destination;
import io.ringwright.directory.DurationText;
import io.ringwright.directory.Extension;
import io.ringwright.directory.HuntGroup;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.WaitingPolicy;
import io.ringwright.directory.WaitingPolicy.Leaving;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Queues in which nobody may wait, or not for long enough, and overflows in a circle. */
final class WaitingLint {

  private static final int MOST_OVERFLOWS = 20;

  private final PhoneList phones;
  private final Findings findings;

  WaitingLint(PhoneList phones, Findings findings) {
    this.phones = phones;
    this.findings = findings;
  }

  void look() {
    phones.extensions().forEach(each -> idle(Findings.item(each), each.waiting()));
    for (HuntGroup group : phones.huntGroups()) {
      idle(Findings.item(group), group.waiting());
      nobodyWaits(group);
      tooShort(group);
    }
    overflowCircles();
  }

  private void idle(String item, WaitingPolicy policy) {
    Leaving leaving = policy.leaving();
    boolean keys = !leaving.keys().isEmpty() || leaving.callBackKey().isPresent();
    if (policy.queueLimit() == 0 && (keys || !leaving.placeKeptFor().isZero())) {
      findings.add(
          Finding.Kind.SETTING_WITHOUT_EFFECT,
          item,
          "it has keys or keeps places for callers who wait, but its queue limit is 0",
          "raise the queue limit, or leave the other settings out");
    }
    if (!leaving.digitsWithin().equals(Leaving.DEFAULT.digitsWithin())
        && leaving.longKeys().beginnings().isEmpty()) {
      findings.add(
          Finding.Kind.SETTING_WITHOUT_EFFECT,
          item,
          "it has a time within which the next digit of a key comes, but no key of several digits",
          "leave the time out");
    }
    if (leaving.byNumber() && leaving.placeKeptFor().isZero()) {
      findings.add(
          Finding.Kind.SETTING_WITHOUT_EFFECT,
          item,
          "it knows returning callers by their number, but keeps places for 0 s",
          "keep places for a while");
    }
  }

  private void nobodyWaits(HuntGroup group) {
    if (group.waiting().queueLimit() == 0 && group.waiting().overflow().isEmpty()) {
      findings.add(
          Finding.Kind.NOBODY_MAY_WAIT,
          Findings.item(group),
          "queue limit 0 and no overflow: whoever finds all phones engaged is rejected",
          "raise the queue limit, or name an overflow");
    }
  }

  private void tooShort(HuntGroup group) {
    Duration longest = group.waiting().longestWait();
    Optional<Duration> ring =
        group.members().stream()
            .map(HuntGroup.Member::to)
            .filter(Destination.ToExtension.class::isInstance)
            .flatMap(to -> phones.extension(((Destination.ToExtension) to).number()).stream())
            .map(each -> each.times().ring())
            .min(Comparator.naturalOrder());
    if (group.members().size() > 1 && ring.filter(r -> longest.compareTo(r) <= 0).isPresent()) {
      findings.add(
          Finding.Kind.WAIT_TOO_SHORT,
          Findings.item(group),
          "longest wait "
              + DurationText.of(longest)
              + " leaves no time for a second phone: the first rings for "
              + DurationText.of(ring.orElseThrow()),
          "let calls wait longer, or phones ring shorter");
    }
  }

  /** Each destination overflows to one other at most, so a walk finds each circle once. */
  private void overflowCircles() {
    Map<Destination, Destination> overflows = new LinkedHashMap<>();
    for (Extension each : phones.extensions()) {
      each.waiting()
          .overflow()
          .ifPresent(to -> overflows.put(new Destination.ToExtension(each.number()), to));
    }
    for (HuntGroup each : phones.huntGroups()) {
      each.waiting()
          .overflow()
          .ifPresent(to -> overflows.put(new Destination.ToHuntGroup(each.number()), to));
    }
    Set<Destination> settled = new HashSet<>();
    overflows.keySet().forEach(start -> follow(start, overflows, settled));
  }

  private void follow(
      Destination start, Map<Destination, Destination> overflows, Set<Destination> settled) {
    Map<Destination, Integer> way = new LinkedHashMap<>();
    Optional<Destination> at = Optional.of(start);
    while (at.isPresent() && settled.add(at.get())) {
      findings.step();
      way.put(at.get(), way.size());
      at = Optional.ofNullable(overflows.get(at.get()));
    }
    if (at.isPresent() && way.containsKey(at.get())) {
      List<Destination> circle =
          new java.util.ArrayList<>(
              List.copyOf(way.keySet()).subList(way.get(at.get()), way.size()));
      circle.add(circle.get(0));
      findings.add(
          Finding.Kind.OVERFLOW_CIRCLE,
          circle.get(0).toString(),
          "overflows lead back to it: "
              + Findings.way(circle)
              + "; a call that nobody answers goes round until it has followed "
              + MOST_OVERFLOWS
              + " overflows, and is rejected then",
          "let the last one overflow elsewhere");
    }
  }
}
