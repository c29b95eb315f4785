package io.ringwright.call;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Why a decision is as it is: the rules asked, in order, each with the fact that settled it.
 *
 * <p>A value: two explanations can be compared, and {@link #differences} says where they part.
 * Prints first a summary of one to three lines, in which each phone is named once, and then a tree,
 * one line a step; below a hunt group stand its members, each with what it was taken out by, or why
 * it rings or comes after another. Times are those of the {@linkplain
 * io.ringwright.directory.PhoneListBuilder#timeZone time zone} of the phone list:
 *
 * <pre>
 * rings 101: free, idle for longest among 101, 102
 * not rung: 100 engaged: in 1 call; 102 free, after 101
 * number 700 · called: hunt group 700
 * hunt group 700 · hunt: longest idle among 2: 101
 * ├─ extension 100 · availability: engaged: in 1 call
 * ├─ extension 101 · availability: free
 * ├─ extension 101 · hunt: rings, idle since 09:20:00
 * ├─ extension 102 · availability: free
 * └─ extension 102 · hunt: idle since 09:55:00, after 101
 * call 7 · decision: ring 101 for 20 s
 * </pre>
 *
 * <p>Thread safety: immutable.
 *
 * @param summary what was decided, who is not rung, and who is ahead: lines for a supervisor; empty
 *     if nothing was decided
 * @param steps what was asked, in order
 */
public record RoutingExplanation(String summary, List<Step> steps) {

  /** Copies the steps. */
  public RoutingExplanation {
    steps = List.copyOf(steps);
  }

  /**
   * Steps without a summary.
   *
   * @param steps what was asked, in order
   */
  public RoutingExplanation(List<Step> steps) {
    this("", steps);
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
    private Question asked() {
      return new Question(depth, subject, rule);
    }

    @Override
    public String toString() {
      return subject + " · " + rule.words() + ": " + finding;
    }
  }

  /** The rules of the engine, in the order in which they are asked. */
  public enum Rule {
    /** Who is called? */
    CALLED("called"),
    /** What did the host order? */
    ORDER("order of the host"),
    /** Has the first snapshot of the caller's PBX come? */
    PBX_SEEN("PBX seen"),
    /** Does the call prefer an extension that could answer? */
    PREFERENCE("preference"),
    /** Is the hunt group open at this time? */
    OPENING_HOURS("opening hours"),
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
    /** Did this phone refuse this same caller, or not answer, a moment ago? */
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
    /** Does somebody wait ahead who could take the same phone? */
    FAIRNESS("fairness"),
    /** May the call wait? */
    ADMISSION("admission"),
    /** What was decided? */
    DECISION("decision"),
    /** What is the caller told who waits, and why? */
    ANNOUNCEMENT("announcement");

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
    return new RoutingExplanation(summary, longer);
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
        return "+ " + step;
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
        return "- " + step;
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
        return "~ " + from + " ⇒ " + to.finding();
      }
    }
  }

  /** The summary, and below it the tree. */
  @Override
  public String toString() {
    return summary.isEmpty() || steps.isEmpty() ? summary + tree() : summary + "\n" + tree();
  }

  /**
   * The steps as a tree, one line a step.
   *
   * @return lines without the summary
   */
  public String tree() {
    Deque<String> lines = new ArrayDeque<>();
    BitSet goesOn = new BitSet();
    for (int at = steps.size() - 1; at >= 0; at--) {
      Step step = steps.get(at);
      lines.addFirst(branch(step.depth(), goesOn) + step);
      goesOn.clear(step.depth() + 1, Math.max(goesOn.length(), step.depth() + 1));
      goesOn.set(step.depth());
    }
    return String.join("\n", lines);
  }

  /**
   * What is drawn before a step.
   *
   * @param goesOn the depths at which another step follows below the same one
   */
  private static String branch(int depth, BitSet goesOn) {
    StringBuilder drawn = new StringBuilder();
    for (int above = 1; above < depth; above++) {
      drawn.append(goesOn.get(above) ? "│  " : "   ");
    }
    if (depth > 0) {
      drawn.append(goesOn.get(depth) ? "├─ " : "└─ ");
    }
    return drawn.toString();
  }
}
