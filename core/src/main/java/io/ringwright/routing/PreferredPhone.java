package io.ringwright.routing;

import io.ringwright.availability.Attendance;
import io.ringwright.availability.Availability;
import io.ringwright.call.CallerId;
import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.OrderRefusal;
import io.ringwright.call.RoutingExplanation.Rule;
import io.ringwright.call.RoutingExplanation.Step;
import io.ringwright.directory.CallForwarding.Kind;
import io.ringwright.directory.Extension;
import io.ringwright.directory.Extension.Service;
import io.ringwright.directory.HuntGroup.Absence;
import io.ringwright.directory.HuntGroup.MemberForwarding;
import io.ringwright.routing.RoutedCaller.Preferred;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a destination comes to for a call that prefers an extension: while that, or whoever it
 * forwards to, could answer, no other phone is for the call. The extension is asked as a member of
 * the hunt group where the call stands would be, forwardings included; but for skills, which nobody
 * asks of whom the host names.
 */
public final class PreferredPhone {

  /** Nobody who is missing in any of these ways is waited for. */
  private static final Set<Absence> ANY = Set.of(Absence.values());

  private static final Found BACK = new Back();
  private static final Found LATER = new Comes(new Resolution.Later());

  private final Destination at;
  private final Optional<DirectoryNumber> group;
  private final RoutedCaller caller;
  private final RoutingFacts facts;
  private final Trail trail;
  private final ForwardingChain chain;

  private PreferredPhone(Destination at, RoutedCaller caller, RoutingFacts facts, Trail trail) {
    this.at = at;
    this.group =
        at instanceof Destination.ToHuntGroup to ? Optional.of(to.number()) : Optional.empty();
    this.caller = caller;
    this.facts = facts;
    this.trail = trail;
    this.chain = new ForwardingChain(caller, facts, trail);
    chain.counts(ANY);
  }

  /**
   * Why an extension cannot answer for now, although it might be preferred.
   *
   * @param reason why
   * @param words the same in words
   */
  public record Away(OrderRefusal reason, String words) {}

  private sealed interface Found {}

  /** Somebody could answer in place of all others. */
  private record Comes(Resolution to) implements Found {}

  /** It forwards to where the call stands, so the call is one of that queue as any other. */
  private record Back() implements Found {}

  private record Nobody(Away why) implements Found {}

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
    if (preferred.isEmpty() || isItself(at, preferred.get())) {
      return Optional.empty();
    }
    PreferredPhone asked = new PreferredPhone(at, caller, facts, trail);
    return asked.isOpen() ? asked.resolution(preferred.get()) : Optional.empty();
  }

  /**
   * Whether it is plain that nobody could answer for an extension. Who is engaged, or in wrap-up,
   * could.
   *
   * @param at where a call stands
   * @param caller who calls; what this caller was refused before does not count
   * @param number the number of the extension
   * @param facts of this moment
   * @return why not; empty if somebody could answer
   */
  public static Optional<Away> away(
      Destination at, CallerId caller, DirectoryNumber number, RoutingFacts facts) {
    Found found =
        new PreferredPhone(at, RoutedCaller.of(caller), facts, Trail.silent()).find(number);
    return found instanceof Nobody nobody ? Optional.of(nobody.why()) : Optional.empty();
  }

  private static boolean isItself(Destination at, Preferred preferred) {
    return at instanceof Destination.ToExtension to && to.number().equals(preferred.extension());
  }

  private boolean isOpen() {
    return group
        .map(number -> facts.phones().huntGroup(number).filter(facts::isOpen).isPresent())
        .orElse(true);
  }

  private Optional<Resolution> resolution(Preferred preferred) {
    DirectoryNumber number = preferred.extension();
    int start = trail.length();
    Found found = find(number);
    List<Step> steps = trail.cut(start);
    if (found instanceof Comes comes) {
      note(number, "preferred until " + HouseTime.of(preferred.until(), facts));
      trail.add(steps);
      choose(number, comes.to());
      return Optional.of(comes.to());
    }
    String why = found instanceof Nobody nobody ? nobody.why().words() : "forwarded to " + at;
    note(number, "preferred, but " + why);
    trail.add(steps);
    trail.way(""); // Where its forwardings stopped is no reason to reject the call.
    return Optional.empty();
  }

  private void note(DirectoryNumber number, String what) {
    if (trail.isKept()) {
      trail.note(0, "extension " + number, Rule.PREFERENCE, what);
    }
  }

  private void choose(DirectoryNumber number, Resolution resolution) {
    if (trail.isKept() && resolution instanceof Resolution.RingNow ring) {
      boolean itself = ring.candidates().get(0).extension().number().equals(number);
      trail.choice(itself ? "preferred" : "for the preferred " + number);
    }
  }

  private Found find(DirectoryNumber number) {
    Optional<Extension> found = facts.phones().extension(number);
    if (found.isEmpty()) {
      return nobody(OrderRefusal.UNKNOWN_EXTENSION, "not in the phone list");
    }
    Extension extension = found.get();
    if (isLeftOut(extension)) {
      return nobody(OrderRefusal.FORWARDED, "forwarded, and this group skips who forwards");
    }
    if (group.isEmpty() && !facts.attendance(number).isPresent()) {
      return nobody(OrderRefusal.AWAY, facts.attendance(number).words());
    }
    Path path = Path.preferred(List.of(new Destination.ToExtension(number)), group);
    ChainEnd visit = chain.visit(extension, path);
    boolean returns =
        visit.end() instanceof ChainEnd.Occupied && extension.service() == Service.IN_SERVICE;
    if (visit instanceof ChainEnd.Diversion diversion) {
      return forwarded(extension, diversion.forward().to(), path, returns);
    }
    if (visit instanceof Candidate phone) {
      return new Comes(new Resolution.RingNow(phone));
    }
    return returns ? LATER : new Nobody(why(extension));
  }

  /** A hunt group that skips members that forward leaves out the preferred one too. */
  private boolean isLeftOut(Extension extension) {
    boolean skips =
        group
            .flatMap(facts.phones()::huntGroup)
            .filter(each -> each.hunting().forwarding() == MemberForwarding.SKIP)
            .isPresent();
    return skips && forwards(extension);
  }

  private boolean forwards(Extension extension) {
    return extension
        .forwarding()
        .applying(Kind.UNCONDITIONAL, facts.circumstances(caller.id(), group))
        .isPresent();
  }

  /**
   * What comes of a forwarding of the preferred extension.
   *
   * @param to where it leads
   * @param path the way to the extension
   * @param returns whether the extension itself is engaged, and will be free again
   */
  private Found forwarded(Extension extension, Destination to, Path path, boolean returns) {
    if (to.equals(at)) {
      return BACK;
    }
    if (chain.stop(path, to).isPresent()) {
      return returns ? LATER : new Nobody(why(extension));
    }
    ChainEnd end = chain.follow(to, path.to(to));
    boolean anybodyReturns = returns;
    if (end instanceof ChainEnd.AtGroup there) {
      if (at.equals(new Destination.ToHuntGroup(there.group()))) {
        return BACK;
      }
      anybodyReturns |= there.hope();
    }
    Resolution found = DestinationResolution.of(end, chain);
    if (found instanceof Resolution.Outside outside) {
      noteOutside(extension, outside);
      anybodyReturns |= outside.hope();
    } else if (!(found instanceof Resolution.Hopeless)) {
      return new Comes(found);
    }
    return anybodyReturns ? LATER : new Nobody(why(extension));
  }

  private void noteOutside(Extension extension, Resolution.Outside outside) {
    trail.note(
        0,
        "extension " + extension.number(),
        Rule.PREFERENCE,
        "leads outside to ",
        outside.to(),
        ", which a preference does not follow");
  }

  private static Found nobody(OrderRefusal reason, String words) {
    return new Nobody(new Away(reason, words));
  }

  /** Why nobody answers for an extension that is not engaged. */
  private Away why(Extension extension) {
    DirectoryNumber number = extension.number();
    if (extension.service() == Service.OUT_OF_SERVICE) {
      return new Away(OrderRefusal.OUT_OF_SERVICE, "out of service");
    }
    Attendance attendance = facts.attendance(number, group);
    if (!attendance.loggedIn()) {
      return new Away(OrderRefusal.AWAY, attendance.words());
    }
    if (forwards(extension)) {
      return new Away(OrderRefusal.FORWARDED, "forwarded to where nobody can answer");
    }
    if (extension.service() == Service.DO_NOT_DISTURB) {
      return new Away(OrderRefusal.DO_NOT_DISTURB, "on do-not-disturb");
    }
    if (!facts.of(extension).state().reachable()) {
      return new Away(OrderRefusal.NOT_REACHABLE, Availability.NOT_REACHABLE.words());
    }
    if (!attendance.isPresent()) {
      return new Away(OrderRefusal.AWAY, attendance.words());
    }
    return new Away(
        OrderRefusal.AWAY,
        caller.leaves(number, facts.now())
            ? "did not take this call"
            : "left alone, because it did not take the last calls");
  }
}
