package io.ringwright.call;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    /** The step without its depth. */
    String words() {
      return subject + " · " + rule.words() + ": " + finding;
    }

    private Question asked() {
      return new Question(depth, subject, rule);
    }

    @Override
    public String toString() {
      return "  ".repeat(depth) + words();
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

  /**
   * What is otherwise in another explanation. Steps are the same where depth, subject and rule are;
   * of several such, the first is compared with the first, and so on.
   *
   * @param other the other explanation
   * @return in the order of the other, and what is missing there at the end; none if they are equal
   *     but for the order
   */
  public List<Difference> differences(RoutingExplanation other) {
    Map<Question, Deque<Step>> here = new LinkedHashMap<>();
    steps.forEach(step -> here.computeIfAbsent(step.asked(), q -> new ArrayDeque<>()).add(step));
    List<Difference> differences = new ArrayList<>();
    for (Step there : other.steps) {
      Deque<Step> same = here.getOrDefault(there.asked(), new ArrayDeque<>());
      if (same.isEmpty()) {
        differences.add(new Difference.Added(there));
      } else {
        Step step = same.remove();
        if (!step.equals(there)) {
          differences.add(new Difference.Changed(step, there));
        }
      }
    }
    Set<Step> left = Collections.newSetFromMap(new IdentityHashMap<>());
    here.values().forEach(left::addAll);
    steps.stream().filter(left::contains).map(Difference.Removed::new).forEach(differences::add);
    return differences;
  }

  /** What a step is about. */
  private record Question(int depth, String subject, Rule rule) {}

  /**
   * One step in which two explanations differ.
   *
   * <p>Thread safety: immutable.
   */
  public sealed interface Difference {

    /**
     * Only the other has it.
     *
     * @param step the step
     */
    record Added(Step step) implements Difference {
      @Override
      public String toString() {
        return "+ " + step.words();
      }
    }

    /**
     * The other lacks it.
     *
     * @param step the step
     */
    record Removed(Step step) implements Difference {
      @Override
      public String toString() {
        return "- " + step.words();
      }
    }

    /**
     * The same rule was settled by another fact.
     *
     * @param from the step here
     * @param to the step in the other
     */
    record Changed(Step from, Step to) implements Difference {
      @Override
      public String toString() {
        return "~ " + from.words() + " ⇒ " + to.finding();
      }
    }
  }

  /** One line a step, indented by depth. */
  @Override
  public String toString() {
    return steps.stream().map(Step::toString).collect(Collectors.joining("\n"));
  }
}
