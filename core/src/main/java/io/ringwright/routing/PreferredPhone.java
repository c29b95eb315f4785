package io.ringwright.routing;

import io.ringwright.availability.Attendance;
import io.ringwright.availability.Availability;
import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.OrderRefusal;
import io.ringwright.call.RoutingExplanation.Rule;
import io.ringwright.directory.CallForwarding.Kind;
import io.ringwright.directory.Condition;
import io.ringwright.directory.Extension;
import io.ringwright.directory.Extension.Service;
import io.ringwright.routing.RoutedCaller.Preferred;
import java.util.Optional;

/**
 * What a destination comes to for a call that prefers an extension: while that could answer, it is
 * the only phone for the call, whoever else is free. Its forwardings are not followed.
 */
public final class PreferredPhone {

  private PreferredPhone() {}

  /**
   * Why an extension cannot answer for now, although it might be preferred.
   *
   * @param reason why
   * @param words the same in words
   */
  public record Away(OrderRefusal reason, String words) {}

  /**
   * What a destination comes to.
   *
   * @param at where the call stands
   * @param caller for whom
   * @param facts of this moment
   * @param trail where to note it
   * @return empty if the call prefers nobody now: it is then a call as any other
   */
  static Optional<Resolution> of(
      Destination at, RoutedCaller caller, RoutingFacts facts, Trail trail) {
    if (caller.preferred().isEmpty()) {
      return Optional.empty();
    }
    Optional<Preferred> preferred =
        caller.preferred().filter(each -> facts.now().isBefore(each.until()));
    if (preferred.isEmpty() || !isOpen(at, facts) || isItself(at, preferred.get())) {
      return Optional.empty();
    }
    DirectoryNumber number = preferred.get().extension();
    Optional<DirectoryNumber> group = group(at);
    Optional<Away> away =
        caller.leaves(number, facts.now())
            ? Optional.of(new Away(OrderRefusal.AWAY, "did not take this call"))
            : away(number, group, facts);
    if (away.isPresent()) {
      note(number, "preferred, but " + away.get().words(), trail);
      return Optional.empty();
    }
    note(number, "preferred until " + HouseTime.of(preferred.get().until(), facts), trail);
    return facts.phones().extension(number).map(found -> asked(found, group, facts, trail));
  }

  private static void note(DirectoryNumber number, String what, Trail trail) {
    if (trail.isKept()) {
      trail.note(0, "extension " + number, Rule.PREFERENCE, what);
    }
  }

  private static Optional<DirectoryNumber> group(Destination at) {
    return at instanceof Destination.ToHuntGroup to ? Optional.of(to.number()) : Optional.empty();
  }

  private static boolean isOpen(Destination at, RoutingFacts facts) {
    return group(at)
        .map(number -> facts.phones().huntGroup(number).filter(facts::isOpen).isPresent())
        .orElse(true);
  }

  private static boolean isItself(Destination at, Preferred preferred) {
    return at instanceof Destination.ToExtension to && to.number().equals(preferred.extension());
  }

  private static Resolution asked(
      Extension extension, Optional<DirectoryNumber> group, RoutingFacts facts, Trail trail) {
    Availability found = facts.availability(extension, group);
    Path path = Path.from(new Destination.ToExtension(extension.number()));
    new PhoneAccount(facts, trail).availability(extension, found, path);
    if (!found.mayRing()) {
      return new Resolution.Later();
    }
    trail.choice("preferred");
    return new Resolution.RingNow(new Candidate(extension, found, path));
  }

  /**
   * Whether it is plain that an extension cannot answer. One that is engaged, or in wrap-up, could.
   *
   * @param number the number of the extension
   * @param group the hunt group for which the call stands, or empty
   * @param facts of this moment
   * @return why not; empty if it could answer
   */
  public static Optional<Away> away(
      DirectoryNumber number, Optional<DirectoryNumber> group, RoutingFacts facts) {
    Optional<Extension> found = facts.phones().extension(number);
    if (found.isEmpty()) {
      return away(OrderRefusal.UNKNOWN_EXTENSION, "not in the phone list");
    }
    Extension extension = found.get();
    if (extension.service() != Service.IN_SERVICE) {
      return extension.service() == Service.DO_NOT_DISTURB
          ? away(OrderRefusal.DO_NOT_DISTURB, "on do-not-disturb")
          : away(OrderRefusal.OUT_OF_SERVICE, "out of service");
    }
    if (isAlwaysForwarded(extension)) {
      return away(OrderRefusal.FORWARDED, "forwarded");
    }
    Attendance attendance = facts.attendance(number, group);
    if (!attendance.isPresent()) {
      return away(OrderRefusal.AWAY, attendance.words());
    }
    if (group.isPresent() && facts.now().isBefore(facts.leftAloneUntil(number))) {
      return away(OrderRefusal.AWAY, "left alone, because it did not take the last calls");
    }
    return facts.of(extension).state().reachable()
        ? Optional.empty()
        : away(OrderRefusal.NOT_REACHABLE, Availability.NOT_REACHABLE.words());
  }

  private static Optional<Away> away(OrderRefusal reason, String words) {
    return Optional.of(new Away(reason, words));
  }

  /** Other conditions ask for the caller or the hour; whoever has one of them is there at times. */
  private static boolean isAlwaysForwarded(Extension extension) {
    return extension.forwarding().entries(Kind.UNCONDITIONAL).stream()
        .anyMatch(entry -> entry.when() instanceof Condition.Always);
  }
}
