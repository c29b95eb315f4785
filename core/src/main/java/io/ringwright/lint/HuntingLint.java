package io.ringwright.lint;

import io.ringwright.call.Destination;
import io.ringwright.call.Priority;
import io.ringwright.directory.DurationText;
import io.ringwright.directory.Extension;
import io.ringwright.directory.HuntGroup;
import io.ringwright.directory.HuntGroup.Hunting;
import io.ringwright.directory.HuntGroup.Member;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.StandardStrategy;
import java.time.Duration;
import java.util.Collection;
import java.util.IntSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Settings of hunt groups that change nothing. */
final class HuntingLint {

  private final PhoneList phones;
  private final Findings findings;

  HuntingLint(PhoneList phones, Findings findings) {
    this.phones = phones;
    this.findings = findings;
  }

  void look() {
    for (HuntGroup group : phones.huntGroups()) {
      openings(group);
      weights(group);
      growth(group);
    }
  }

  private void openings(HuntGroup group) {
    TreeSet<Priority> staffed = new TreeSet<>();
    group.members().forEach(member -> staffed.add(member.priority()));
    Duration before = Duration.ZERO;
    var opening = group.hunting().escalation().opening();
    for (Map.Entry<Priority, Duration> each : opening.entrySet()) {
      findings.step();
      Duration after = each.getValue();
      Priority priority = each.getKey();
      Optional<Priority> next = Optional.ofNullable(opening.higherKey(priority));
      if (after.compareTo(before) <= 0) {
        idle(group, each, "a higher priority opens only after " + DurationText.of(before));
      } else if (after.compareTo(group.waiting().longestWait()) >= 0) {
        idle(group, each, "no call waits longer than " + text(group.waiting().longestWait()));
      } else if (next.isPresent() && staffed.subSet(priority, next.get()).isEmpty()) {
        later(group, each, after, opening.tailMap(next.get(), true).values());
      }
      before = after.compareTo(before) > 0 ? after : before;
    }
  }

  /** A level without members matters only if those below it would open sooner without it. */
  private void later(
      HuntGroup group,
      Map.Entry<Priority, Duration> each,
      Duration after,
      Collection<Duration> below) {
    Duration first = below.iterator().next();
    if (first.compareTo(after) >= 0) {
      idle(group, each, "no member has it, and the next priority opens no sooner");
    }
  }

  private void idle(HuntGroup group, Map.Entry<Priority, Duration> opening, String why) {
    findings.add(
        Finding.Kind.OPENING_WITHOUT_EFFECT,
        Findings.item(group),
        "priority "
            + opening.getKey()
            + " opens after "
            + text(opening.getValue())
            + ", but "
            + why,
        "remove the opening time, or correct it");
  }

  private void weights(HuntGroup group) {
    IntSummaryStatistics weights =
        group.members().stream().mapToInt(Member::weight).summaryStatistics();
    if (weights.getMin() != weights.getMax()
        && group.hunting().strategy() instanceof StandardStrategy standard
        && standard != StandardStrategy.WEIGHTED_RANDOM) {
      findings.add(
          Finding.Kind.SETTING_WITHOUT_EFFECT,
          Findings.item(group),
          "its members have weights, which the strategy " + standard.words() + " does not ask",
          "choose weighted random, or leave the weights out");
    }
  }

  private void growth(HuntGroup group) {
    Duration growth = group.hunting().growth();
    boolean progressive = group.hunting().strategy() == StandardStrategy.PROGRESSIVE;
    if (!progressive && !growth.equals(Hunting.DEFAULT.growth()) && standard(group)) {
      findings.add(
          Finding.Kind.SETTING_WITHOUT_EFFECT,
          Findings.item(group),
          "it rings one more every " + text(growth) + ", which only the strategy progressive does",
          "choose progressive, or leave the time out");
    }
    Optional<Duration> ring = longestRing(group);
    if (progressive && ring.filter(longest -> growth.compareTo(longest) >= 0).isPresent()) {
      findings.add(
          Finding.Kind.SETTING_WITHOUT_EFFECT,
          Findings.item(group),
          "it rings one more every "
              + text(growth)
              + ", but no phone rings longer than "
              + text(ring.orElseThrow()),
          "add phones sooner, or let them ring longer");
    }
  }

  private static boolean standard(HuntGroup group) {
    return group.hunting().strategy() instanceof StandardStrategy;
  }

  /** Empty if members are hunt groups, whose phones are not looked into. */
  private Optional<Duration> longestRing(HuntGroup group) {
    Duration longest = Duration.ZERO;
    for (Member member : group.members()) {
      if (!(member.to() instanceof Destination.ToExtension to)) {
        return Optional.empty();
      }
      Duration ring = phones.extension(to.number()).map(Extension::times).orElseThrow().ring();
      longest = ring.compareTo(longest) > 0 ? ring : longest;
    }
    return Optional.of(longest);
  }

  private static String text(Duration time) {
    return DurationText.of(time);
  }
}
