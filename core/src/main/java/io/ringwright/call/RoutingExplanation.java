package io.ringwright.call;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Why a decision is as it is: the rules asked, in order, each with the fact that settled it.
 *
 * <p>A value: two explanations can be compared. Prints as an indented text, one line a step.
 *
 * <p>Thread safety: immutable.
 *
 * @param steps what was asked, in order
 */
public record RoutingExplanation(List<Step> steps) {

  /** Copies the steps. */
  public RoutingExplanation {
    steps = List.copyOf(steps);
  }

  /**
   * One rule that was asked.
   *
   * @param depth how far into the diversions, 0 for what was called
   * @param subject what it was asked about: an extension, a hunt group, the queue
   * @param rule which rule
   * @param finding the fact that settled it
   */
  public record Step(int depth, String subject, Rule rule, String finding) {
    @Override
    public String toString() {
      return "  ".repeat(depth) + subject + " · " + rule.words() + ": " + finding;
    }
  }

  /** The rules of the engine, in the order in which they are asked. */
  public enum Rule {
    /** Who is called? */
    CALLED("called"),
    /** Is the extension in service? */
    IN_SERVICE("in service"),
    /** Is the extension logged in to its hunt groups? */
    LOGGED_IN("logged in"),
    /** Does a forwarding unconditional apply? */
    FORWARDING_UNCONDITIONAL("forwarding unconditional"),
    /** Has the extension the skills that the call asks for? */
    SKILLS("skills"),
    /** Is do-not-disturb on? */
    DO_NOT_DISTURB("do not disturb"),
    /** Can the device be reached? */
    REACHABLE("reachable"),
    /** Did this phone refuse or ignore this very caller a moment ago? */
    BACK_OFF("back-off"),
    /** Is the device free, engaged, with room for one more? */
    AVAILABILITY("availability"),
    /** Does a forwarding on busy apply? */
    FORWARDING_ON_BUSY("forwarding on busy"),
    /** Does a forwarding on no reply apply? */
    FORWARDING_ON_NO_REPLY("forwarding on no reply"),
    /** Does a forwarding on not reachable apply? */
    FORWARDING_ON_NOT_REACHABLE("forwarding on not reachable"),
    /** Do the forwardings lead in a circle, or too far? */
    CHAIN("chain"),
    /** Has the call waited long enough for members of this priority? */
    ESCALATION("escalation"),
    /** Which member comes first? */
    HUNT("hunt"),
    /** Is somebody ahead in line who could take the same phone? */
    FAIRNESS("fairness"),
    /** May the call wait? */
    ADMISSION("admission"),
    /** What it comes to. */
    DECISION("decision");

    private final String words;

    Rule(String words) {
      this.words = words;
    }

    /**
     * The rule in words.
     *
     * @return lower-case words
     */
    public String words() {
      return words;
    }
  }

  /**
   * This explanation with one more step at its end.
   *
   * @param step what was asked last
   * @return the longer explanation
   */
  public RoutingExplanation and(Step step) {
    List<Step> longer = new ArrayList<>(steps);
    longer.add(step);
    return new RoutingExplanation(longer);
  }

  /** One line a step, indented by depth. */
  @Override
  public String toString() {
    return steps.stream().map(Step::toString).collect(Collectors.joining("\n"));
  }
}
