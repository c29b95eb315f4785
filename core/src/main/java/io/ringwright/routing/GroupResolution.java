package io.ringwright.routing;

import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.RejectReason;
import io.ringwright.call.Requirements;
import io.ringwright.call.RoutingExplanation.Rule;
import io.ringwright.directory.CallForwarding.Kind;
import io.ringwright.directory.Condition.Circumstances;
import io.ringwright.directory.HuntGroup;
import io.ringwright.directory.HuntGroup.Absence;
import io.ringwright.directory.HuntGroup.Member;
import io.ringwright.directory.HuntGroup.MemberForwarding;
import io.ringwright.directory.Strategy;
import io.ringwright.routing.HuntSequence.Contender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Who of one hunt group rings next for one caller. */
final class GroupResolution {

  private final HuntGroup group;
  private final RoutedCaller caller;
  private final RoutingFacts facts;
  private final Trail trail;
  private final Requirements asked;
  private final Requirements.Stage stage;
  private final Duration wanted;
  private boolean hope;
  private boolean unqualified;

  GroupResolution(HuntGroup group, RoutedCaller caller, RoutingFacts facts, Trail trail) {
    this.group = group;
    this.caller = caller;
    this.facts = facts;
    this.trail = trail;
    this.asked = caller.asked(group);
    this.stage = asked.at(caller.waited(facts.now()));
    this.wanted = caller.wanted(facts.now());
  }

  /**
   * Looks at the members.
   *
   * @param path the way to this group
   * @param absences which ways to be missing mean that nobody is there
   * @param resolve what a member comes to
   */
  Resolution resolve(
      Path path, Set<Absence> absences, BiFunction<Destination, Path, Resolution> resolve) {
    Strategy.Memory memory = facts.memory(group);
    Optional<PlainMembers> index =
        trail.isKept() ? Optional.empty() : facts.plainMembers(group, asked, stage);
    if (index.isPresent()) {
      List<Contender> contenders = new ArrayList<>(index.get().best(caller, memory, path));
      hope = index.get().hope(caller, absences);
      unqualified = !hope && index.get().unqualified();
      index.get().others().forEach(order -> ask(order, path, resolve, contenders));
      return chosen(HuntSequence.next(group, facts::askStrategy, memory, contenders));
    }
    return askAll(path, resolve, memory);
  }

  private Resolution askAll(
      Path path, BiFunction<Destination, Path, Resolution> resolve, Strategy.Memory memory) {
    HuntAccount account = new HuntAccount(group, path, facts, trail);
    List<Contender> contenders = new ArrayList<>();
    for (int order = 0; order < group.members().size(); order++) {
      ask(order, path, resolve, contenders);
      account.asked();
    }
    List<Contender> next = HuntSequence.next(group, facts::askStrategy, memory, contenders);
    if (trail.isKept()) {
      account.give(next, contenders, nobody());
    }
    return chosen(next);
  }

  private void ask(
      int order,
      Path path,
      BiFunction<Destination, Path, Resolution> resolve,
      List<Contender> contenders) {
    Member member = group.members().get(order);
    Path way = path.into(member.to());
    if (skipped(member, way)) {
      return;
    }
    Resolution found = resolve.apply(member.to(), way);
    if (found instanceof Resolution.Outside outside) {
      trail.note(
          way.depth(),
          member.to(),
          Rule.HUNT,
          "leads outside to ",
          outside.to(),
          ", which a hunt group does not follow");
      hope |= outside.hope();
      return;
    }
    hope |= found instanceof Resolution.Later || found instanceof Resolution.RingNow;
    unqualified |=
        found instanceof Resolution.Hopeless hopeless
            && hopeless.reason() == RejectReason.NOBODY_QUALIFIED;
    if (found instanceof Resolution.RingNow ring) {
      boolean open = opened(member, way);
      for (Candidate candidate : ring.candidates()) {
        if (open) {
          contenders.add(contender(candidate, member, order, facts));
        } else {
          noteClosed(candidate, member);
        }
      }
    }
  }

  private void noteClosed(Candidate candidate, Member member) {
    if (trail.isKept()) {
      String why =
          "not open yet (priority " + member.priority() + " of group " + group.number() + ")";
      trail.notChosen(candidate.extension().number(), why);
    }
  }

  /** Whether a member is left out because it forwards. */
  boolean skipped(Member member, Path way) {
    boolean skips = group.hunting().forwarding() == MemberForwarding.SKIP;
    if (skips && member.to() instanceof Destination.ToExtension to && diverts(to.number())) {
      trail.note(
          way.depth(),
          member.to(),
          Rule.FORWARDING_UNCONDITIONAL,
          "on, and this group skips a member that forwards");
      trail.phone(to.number(), "forwards", " (left out by its group)");
      return true;
    }
    return false;
  }

  private boolean diverts(DirectoryNumber member) {
    Circumstances circumstances = facts.circumstances(caller.id(), Optional.of(group.number()));
    return facts
        .phones()
        .extension(member)
        .flatMap(found -> found.forwarding().applying(Kind.UNCONDITIONAL, circumstances))
        .isPresent();
  }

  /** Whether the caller has waited long enough for a member's priority. */
  boolean opened(Member member, Path way) {
    if (group.hunting().escalation().open(member.priority(), wanted)) {
      return true;
    }
    trail.note(
        way.depth(),
        member.to(),
        Rule.ESCALATION,
        "priority ",
        member.priority(),
        " is not open yet after ",
        wanted.toSeconds(),
        " s");
    return false;
  }

  /** A member's phone as the strategy sees it. */
  static Contender contender(Candidate candidate, Member member, int order, RoutingFacts facts) {
    DirectoryNumber number = candidate.extension().number();
    return new Contender(
        candidate,
        member.priority(),
        new Strategy.Contender(
            number,
            order,
            member.weight(),
            facts.of(candidate.extension()).idleSince(),
            facts.workload(number)));
  }

  private Resolution chosen(List<Contender> next) {
    if (next.size() == 1) {
      return new Resolution.RingNow(next.get(0).candidate());
    }
    if (!next.isEmpty()) {
      return new Resolution.RingNow(next.stream().map(Contender::candidate).toList());
    }
    if (hope) {
      return new Resolution.Later();
    }
    return new Resolution.Hopeless(
        unqualified ? RejectReason.NOBODY_QUALIFIED : RejectReason.NOBODY_IN_SERVICE);
  }

  private String nobody() {
    if (hope) {
      return "no member may ring now";
    }
    return unqualified ? "no member has the skills" : "no member is in service";
  }
}
