package io.ringwright.examples;

import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision;
import io.ringwright.call.RoutingExplanation.Rule;
import io.ringwright.call.RoutingExplanation.Step;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** An explanation in a few words: for a wallboard, not for the engineer who asks why. */
final class Reason {

  private static final Set<Rule> PHONES =
      Set.of(Rule.AVAILABILITY, Rule.BACK_OFF, Rule.REACHABLE, Rule.IN_SERVICE);
  private static final Set<Rule> TURNS =
      Set.of(
          Rule.FORWARDING_UNCONDITIONAL,
          Rule.FORWARDING_ON_BUSY,
          Rule.FORWARDING_ON_NO_REPLY,
          Rule.FORWARDING_ON_NOT_REACHABLE);

  private Reason() {}

  static String of(RoutingAnswer answer) {
    List<Step> steps =
        answer.explanation().steps().stream().filter(step -> step.rule() != Rule.DECISION).toList();
    if (answer.decision() instanceof RoutingDecision.Wait) {
      return only(steps, PHONES);
    }
    if (has(steps, Rule.CHAIN)) {
      return only(steps, Set.of(Rule.CHAIN));
    }
    List<Step> hunts = steps.stream().filter(step -> step.subject().startsWith("hunt")).toList();
    return hunts.isEmpty() ? only(steps, union(steps)) : only(hunts, Set.of(Rule.HUNT));
  }

  /** The diversions, and the last rule that was asked. */
  private static Set<Rule> union(List<Step> steps) {
    Set<Rule> rules = new HashSet<>(TURNS);
    steps.stream().skip(Math.max(0, steps.size() - 1)).forEach(step -> rules.add(step.rule()));
    return rules;
  }

  private static String only(List<Step> steps, Set<Rule> rules) {
    return steps.stream()
        .filter(step -> rules.contains(step.rule()))
        .map(Reason::inShort)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private static String inShort(Step step) {
    String finding = step.finding().replaceAll(" \\(.*|, always", "");
    String subject = step.subject().replaceFirst("^(extension|hunt group|number) ", "");
    return switch (step.rule()) {
      case CHAIN, CALLED -> finding;
      case AVAILABILITY -> subject + " " + finding;
      case BACK_OFF -> subject + " did not take this call";
      case HUNT -> finding;
      default -> subject + " " + step.rule().words() + " " + finding;
    };
  }

  private static boolean has(List<Step> steps, Rule rule) {
    return steps.stream().anyMatch(step -> step.rule() == rule);
  }
}
