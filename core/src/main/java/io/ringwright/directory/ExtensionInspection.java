package io.ringwright.directory;

import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.Requirements;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.RingTarget;
import io.ringwright.directory.CallForwarding.Kind;
import io.ringwright.directory.Condition.Circumstances;
import io.ringwright.directory.MissedRings.Remedy;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Checks one extension after the other. Settings that are the default are one value for all of
 * them: a large list takes less memory, and what decisions look at stays in the processor's caches.
 */
final class ExtensionInspection {

  private final NumberBook numbers;
  private final Mistakes mistakes;
  private final DeviceInspection devices;
  private final WaitingInspection waiting;
  private final Map<String, Predicate<Circumstances>> hostPredicates = new HashMap<>();

  ExtensionInspection(NumberBook numbers, Mistakes mistakes) {
    this.numbers = numbers;
    this.mistakes = mistakes;
    this.devices = new DeviceInspection(numbers, mistakes);
    this.waiting = new WaitingInspection(numbers, mistakes);
  }

  /** The extension, or empty if it has no number or no device. */
  Optional<Extension> extension(ExtensionBuilder given) {
    String item = "extension " + Mistakes.visible(given.number);
    Optional<DirectoryNumber> number = numbers.claim(item, given.number);
    List<RingTarget> targets = devices.targets(item, number, given);
    mistakes.within(Mistakes.Range.ANY_COUNT, item, "hold capacity", given.holdCapacity());
    Extension.Times times = times(item, given);
    Extension.Duty duty = duty(item, given);
    CallForwarding forwarding = forwarding(item, given);
    WaitingPolicy policy = waiting.policy(item, given.number, given.waiting);
    return number.isEmpty() || targets.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Extension(
                number.get(),
                targets,
                given.service(),
                given.holdCapacity(),
                times,
                duty,
                forwarding,
                policy));
  }

  private Extension.Times times(String item, ExtensionBuilder given) {
    mistakes.within(Mistakes.Span.RING, item, "ring time", given.ringTime());
    mistakes.within(Mistakes.Span.REST, item, "wrap-up", given.wrapUp());
    mistakes.within(Mistakes.Span.REST, item, "back-off", given.backOff());
    Extension.Times times = new Extension.Times(given.ringTime(), given.wrapUp(), given.backOff());
    return Extension.Times.DEFAULT.equals(times) ? Extension.Times.DEFAULT : times;
  }

  private Extension.Duty duty(String item, ExtensionBuilder given) {
    given.missed().forEach((outcome, remedy) -> missed(item, outcome, remedy));
    given
        .skills()
        .forEach(
            (skill, level) -> {
              String what = "skill " + Mistakes.quoted(skill);
              mistakes.require(
                  Requirements.isSkill(skill),
                  item,
                  what + " is not valid",
                  "1 to 32 letters, digits, dashes or underscores");
              mistakes.within(Mistakes.Range.LEVEL, item, what + " at level", level);
            });
    MissedRings missed = new MissedRings(given.missed());
    Extension.Duty duty =
        new Extension.Duty(
            given.skills(), MissedRings.DEFAULT.equals(missed) ? MissedRings.DEFAULT : missed);
    return Extension.Duty.DEFAULT.equals(duty) ? Extension.Duty.DEFAULT : duty;
  }

  private void missed(String item, RingOutcome outcome, Remedy remedy) {
    String rings = "after rings that ended with " + outcome.words();
    mistakes.require(
        MissedRings.isMissed(outcome),
        item,
        rings + " something is to follow",
        "no reply, rejected, busy or not reachable");
    if (remedy instanceof Remedy.Pause pause) {
      mistakes.within(Mistakes.Range.RINGS, item, "pause " + rings, pause.after());
    } else if (remedy instanceof Remedy.LeaveAlone leave) {
      mistakes.within(Mistakes.Range.RINGS, item, "left alone " + rings, leave.after());
      mistakes.within(Mistakes.Span.OPENING, item, "left alone " + rings, leave.first());
      mistakes.within(Mistakes.Span.OPENING, item, "left alone at most " + rings, leave.longest());
      mistakes.require(
          leave.first().compareTo(leave.longest()) <= 0,
          item,
          "left alone " + rings + " for " + leave.first() + ", at most for " + leave.longest(),
          "a longest time that is not less than the first one");
    }
  }

  private CallForwarding forwarding(String item, ExtensionBuilder given) {
    if (given.forwards.isEmpty()) {
      return CallForwarding.OFF;
    }
    Map<Kind, List<CallForwarding.Entry>> entries = new EnumMap<>(Kind.class);
    for (ExtensionBuilder.Forward forward : given.forwards) {
      forward
          .when()
          .elements()
          .filter(Condition.Host.class::isInstance)
          .map(Condition.Host.class::cast)
          .forEach(host -> inspect(item, host));
      numbers
          .destination(item, given.number, "forwarding " + forward.kind().words(), forward.to())
          .map(to -> new CallForwarding.Entry(to, forward.when()))
          .ifPresent(
              entry ->
                  entries.computeIfAbsent(forward.kind(), kind -> new ArrayList<>()).add(entry));
    }
    return CallForwarding.of(entries);
  }

  /** The engine knows a host predicate by its name; one name must mean one predicate. */
  private void inspect(String item, Condition.Host host) {
    Predicate<Circumstances> before = hostPredicates.putIfAbsent(host.name(), host.predicate());
    mistakes.require(
        before == null || before.equals(host.predicate()),
        item,
        "host predicate " + Mistakes.quoted(host.name()) + " is not the one that has this name",
        "a name of its own for each predicate, or one condition object for all forwardings");
  }
}
