package io.ringwright.directory;

import io.ringwright.call.CallerId;
import io.ringwright.call.DirectoryNumber;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * When a call forwarding applies. Conditions combine with {@link AllOf}, {@link AnyOf} and {@link
 * Not}.
 *
 * <p>Thread safety: immutable, as far as a {@link Host} predicate is.
 */
public sealed interface Condition {

  /**
   * What a condition is asked about.
   *
   * @param caller who calls
   * @param throughGroup the hunt group through which the call comes, or empty if dialled directly
   * @param now the instant of the decision
   */
  record Circumstances(CallerId caller, Optional<DirectoryNumber> throughGroup, Instant now) {}

  /**
   * Whether the condition holds.
   *
   * @param circumstances of this call, now
   * @return whether the forwarding applies
   */
  boolean holds(Circumstances circumstances);

  /**
   * Whether two callers can get different answers at the same instant.
   *
   * @return true if the caller's own number or a host predicate is asked
   */
  default boolean dependsOnCaller() {
    return false;
  }

  /**
   * Whether the same caller can get different answers at different instants.
   *
   * @return true if a schedule or a host predicate is asked
   */
  default boolean dependsOnTime() {
    return false;
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
   * What the host application decides. Asked under the engine's lock, so it must be fast, must not
   * throw and must not block; if it throws, the condition does not hold.
   *
   * @param name what to call it in explanations
   * @param predicate the host's answer
   */
  record Host(String name, Predicate<Circumstances> predicate) implements Condition {
    @Override
    public boolean holds(Circumstances circumstances) {
      try {
        return predicate.test(circumstances);
      } catch (RuntimeException refused) {
        return false;
      }
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
    public boolean dependsOnCaller() {
      return conditions.stream().anyMatch(Condition::dependsOnCaller);
    }

    @Override
    public boolean dependsOnTime() {
      return conditions.stream().anyMatch(Condition::dependsOnTime);
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
    public boolean dependsOnCaller() {
      return conditions.stream().anyMatch(Condition::dependsOnCaller);
    }

    @Override
    public boolean dependsOnTime() {
      return conditions.stream().anyMatch(Condition::dependsOnTime);
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
    public boolean dependsOnCaller() {
      return condition.dependsOnCaller();
    }

    @Override
    public boolean dependsOnTime() {
      return condition.dependsOnTime();
    }

    @Override
    public String toString() {
      return "not " + condition;
    }
  }
}
