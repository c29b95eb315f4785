package io.ringwright.routing;

import io.ringwright.availability.Availability;
import io.ringwright.call.Requirements;
import io.ringwright.call.RoutingExplanation.Rule;
import io.ringwright.directory.CallForwarding;
import io.ringwright.directory.CallForwarding.Kind;
import io.ringwright.directory.Condition;
import io.ringwright.directory.Extension;
import java.time.Instant;
import java.util.Map;

/** What is said of one extension in an explanation: in the tree, and in short in the summary. */
final class PhoneAccount {

  private final RoutingFacts facts;
  private final Trail trail;

  PhoneAccount(RoutingFacts facts, Trail trail) {
    this.facts = facts;
    this.trail = trail;
  }

  /** A fact that needs no more words. */
  void note(Path way, Extension extension, Rule rule, String fact) {
    if (trail.isKept()) {
      step(way, extension, rule, rule == Rule.DO_NOT_DISTURB ? "on, as good as busy" : fact);
      trail.phone(extension.number(), fact, "");
    }
  }

  /** Whether it may ring, and the fact that settles it. */
  void availability(Extension extension, Availability found, Path way) {
    if (trail.isKept()) {
      String detail = AvailabilityText.detail(extension, found, way.throughGroup(), facts);
      Rule rule = found == Availability.NOT_REACHABLE ? Rule.REACHABLE : Rule.AVAILABILITY;
      step(way, extension, rule, found.words() + detail);
      trail.phone(extension.number(), found.words(), detail);
    }
  }

  /** It is left alone for a caller. */
  void backOff(Extension extension, RoutedCaller caller, Path way) {
    Instant until = caller.backOff().getOrDefault(extension.number(), facts.now());
    // For a ring that goes on it has no end: the phone rings already.
    if (trail.isKept() && !until.equals(Instant.MAX)) {
      String time = " until " + HouseTime.of(until, facts);
      step(way, extension, Rule.BACK_OFF, "did not take this call, left alone" + time);
      trail.phone(extension.number(), "left alone", time + " (did not take this call)");
    }
  }

  /** It lacks the skills that are asked for. */
  void skills(Extension extension, Requirements.Stage stage, Path way) {
    if (trail.isKept()) {
      Map<String, Integer> skills = extension.duty().skills();
      Object has = skills.isEmpty() ? "none" : Requirements.of(skills);
      String finding = "has " + has + ", asked for is " + stage;
      step(way, extension, Rule.SKILLS, finding);
      trail.phone(extension.number(), "lacks skills", " (" + finding + ")");
    }
  }

  /** A forwarding applies. */
  void forwards(Extension extension, Kind kind, CallForwarding.Entry entry, Path way) {
    if (trail.isKept()) {
      step(way, extension, rule(kind), "to " + entry.to() + ", " + entry.when());
      boolean always = entry.when() instanceof Condition.Always;
      String when = always ? "" : " (" + entry.when() + ")";
      trail.phone(extension.number(), words(kind), " to " + entry.to().digits() + when);
    }
  }

  private void step(Path way, Extension extension, Rule rule, String finding) {
    trail.note(way.depth(), "extension " + extension.number(), rule, finding);
  }

  private static String words(Kind kind) {
    return switch (kind) {
      case UNCONDITIONAL -> "forwards";
      case ON_BUSY -> "forwards on busy";
      case ON_NO_REPLY -> "forwards on no reply";
      case ON_NOT_REACHABLE -> "forwards on not reachable";
    };
  }

  private static Rule rule(Kind kind) {
    return switch (kind) {
      case UNCONDITIONAL -> Rule.FORWARDING_UNCONDITIONAL;
      case ON_BUSY -> Rule.FORWARDING_ON_BUSY;
      case ON_NO_REPLY -> Rule.FORWARDING_ON_NO_REPLY;
      case ON_NOT_REACHABLE -> Rule.FORWARDING_ON_NOT_REACHABLE;
    };
  }
}
