package io.ringwright.directory;

import io.ringwright.call.CallerId;
import io.ringwright.call.DirectoryNumber;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a call forwarding applies. Conditions combine with {@link AllOf}, {@link AnyOf} and {@link
 * Not}.
 *
 * <p>Thread safety: immutable.
 */
public sealed interface Condition {

  /**
   * What a condition is asked about.
   *
   * @param caller who calls
   * @param throughGroup the hunt group through which the call comes, or empty if dialled directly
   * @param now the instant of the decision, on the wall clock
   * @param answers what the host's predicates said
   */
  record Circumstances(
      CallerId caller,
      Optional<DirectoryNumber> throughGroup,
      Instant now,
      Predicate<HostAnswers.Question> answers) {

    /**
     * Circumstances in which no predicate of the host was asked.
     *
     * @param caller who calls
     * @param throughGroup the hunt group through which the call comes, or empty if dialled directly
     * @param now the instant of the decision, on the wall clock
     */
    public Circumstances(CallerId caller, Optional<DirectoryNumber> throughGroup, Instant now) {
      this(caller, throughGroup, now, HostAnswers.NONE);
    }
  }

  /**
   * Whether the condition holds.
   *
   * @param circumstances of this call, now
   * @return whether the forwarding applies
   */
  boolean holds(Circumstances circumstances);

  /**
   * The conditions of which this one is combined.
   *
   * @return in order; none if it is no combination
   */
  default List<Condition> parts() {
    return List.of();
  }

  /**
   * The conditions that are asked in the end, each of which is no combination of others.
   *
   * @return in order; this condition alone if it has no parts
   */
  default Stream<Condition> elements() {
    return parts().isEmpty() ? Stream.of(this) : parts().stream().flatMap(Condition::elements);
  }

  /**
   * Whether two callers can get different answers at the same instant.
   *
   * @return true if the caller's own number or a host predicate is asked
   */
  default boolean dependsOnCaller() {
    return parts().stream().anyMatch(Condition::dependsOnCaller);
  }

  /**
   * Whether the same caller can get different answers at different instants.
   *
   * @return true if a schedule or a host predicate is asked
   */
  default boolean dependsOnTime() {
    return parts().stream().anyMatch(Condition::dependsOnTime);
  }

  /**
   * When opening hours can next change the answer. What a host predicate says at other instants is
   * not known here.
   *
   * @param after an instant
   * @return the first instant after it at which a schedule opens or closes; empty if none ever does
   */
  default Optional<Instant> nextChange(Instant after) {
    return parts().stream()
        .flatMap(part -> part.nextChange(after).stream())
        .min(Comparator.naturalOrder());
  }

  /** Always. */
  record Always() implements Condition {
    @Override
    public boolean holds(Circumstances circumstances) {
      return true;
    }

    @Override
    public String toString() {
      return "always";
    }
  }

  /**
   * While a schedule is open.
   *
   * @param schedule the opening hours
   */
  record During(Schedule schedule) implements Condition {
    @Override
    public boolean holds(Circumstances circumstances) {
      return schedule.isOpen(circumstances.now());
    }

    @Override
    public boolean dependsOnTime() {
      return true;
    }

    @Override
    public Optional<Instant> nextChange(Instant after) {
      return schedule.nextChange(after);
    }

    @Override
    public String toString() {
      return "during " + schedule;
    }
  }

  /**
   * For callers whose number fits a pattern. An unknown number fits none.
   *
   * @param pattern what the number must look like
   */
  record CallerMatches(NumberPattern pattern) implements Condition {
    @Override
    public boolean holds(Circumstances circumstances) {
      return pattern.matches(circumstances.caller().number());
    }

    @Override
    public boolean dependsOnCaller() {
      return true;
    }

    @Override
    public String toString() {
      return "caller matches " + pattern;
    }
  }

  /** When the extension itself was dialled. */
  record DialledDirectly() implements Condition {
    @Override
    public boolean holds(Circumstances circumstances) {
      return circumstances.throughGroup().isEmpty();
    }

    @Override
    public String toString() {
      return "dialled directly";
    }
  }

  /** When the call comes through a hunt group. */
  record ThroughGroup() implements Condition {
    @Override
    public boolean holds(Circumstances circumstances) {
      return circumstances.throughGroup().isPresent();
    }

    @Override
    public String toString() {
      return "through a hunt group";
    }
  }

  /**
   * What the host application decides. The predicate is asked before an event is put in order, by
   * {@link HostPredicates}, and its answer stands in the event; this condition looks the answer up
   * and calls nothing. A predicate that was not asked does not hold; nor does one that throws, or
   * takes longer than {@link io.ringwright.CallRouterBuilder#hostAnswersWithin}.
   *
   * <p>Two of them are equal if they have the same name, which is also what the text of a phone
   * list keeps of it.
   *
   * @param name its name, in explanations and in the text of a phone list; one name means one
   *     predicate throughout a phone list
   * @param predicate the host's answer
   */
  record Host(String name, Predicate<Circumstances> predicate) implements Condition {

    /**
     * A condition of which only the name is known, as it is read from text. Its predicate throws.
     *
     * @param name what to call it
     */
    public Host(String name) {
      this(name, new Unknown(name));
    }

    private record Unknown(String name) implements Predicate<Circumstances> {
      @Override
      public boolean test(Circumstances circumstances) {
        throw new IllegalStateException(
            "host predicate '"
                + name
                + "' has no code: its phone list was read from text.\n"
                + "Give the router a phone list that is built with this predicate.");
      }
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Host host && name.equals(host.name);
    }

    @Override
    public int hashCode() {
      return name.hashCode();
    }

    @Override
    public boolean holds(Circumstances circumstances) {
      return circumstances
          .answers()
          .test(
              new HostAnswers.Question(name, circumstances.caller(), circumstances.throughGroup()));
    }

    @Override
    public boolean dependsOnCaller() {
      return true;
    }

    @Override
    public boolean dependsOnTime() {
      return true;
    }

    @Override
    public String toString() {
      return name;
    }
  }

  /**
   * When all of them hold; an empty list holds.
   *
   * @param conditions the parts
   */
  record AllOf(List<Condition> conditions) implements Condition {
    /** Copies the list. */
    public AllOf {
      conditions = List.copyOf(conditions);
    }

    @Override
    public boolean holds(Circumstances circumstances) {
      return conditions.stream().allMatch(each -> each.holds(circumstances));
    }

    @Override
    public List<Condition> parts() {
      return conditions;
    }

    @Override
    public String toString() {
      return "all of " + conditions;
    }
  }

  /**
   * When at least one of them holds; an empty list does not.
   *
   * @param conditions the parts
   */
  record AnyOf(List<Condition> conditions) implements Condition {
    /** Copies the list. */
    public AnyOf {
      conditions = List.copyOf(conditions);
    }

    @Override
    public boolean holds(Circumstances circumstances) {
      return conditions.stream().anyMatch(each -> each.holds(circumstances));
    }

    @Override
    public List<Condition> parts() {
      return conditions;
    }

    @Override
    public String toString() {
      return "any of " + conditions;
    }
  }

  /**
   * When the other does not hold.
   *
   * @param condition the other
   */
  record Not(Condition condition) implements Condition {
    @Override
    public boolean holds(Circumstances circumstances) {
      return !condition.holds(circumstances);
    }

    @Override
    public List<Condition> parts() {
      return List.of(condition);
    }

    @Override
    public String toString() {
      return "not " + condition;
    }
  }
}
