package io.ringwright.lint;

import io.ringwright.directory.Condition;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Conditions that must hold, and others that must not, at the same time. Finds contradictions that
 * are cheap to see; what it cannot tell counts as possible.
 */
final class Demand {

  /** One simple condition, and whether it must hold or must not. */
  record Part(Condition condition, boolean holds) {}

  private final Set<Part> parts = new LinkedHashSet<>();
  private final Calendar calendar;
  private boolean impossible;

  Demand(Calendar calendar) {
    this.calendar = calendar;
  }

  /** A copy with one more condition. */
  Demand and(Condition condition, boolean holds) {
    Demand longer = new Demand(calendar);
    longer.addAll(this);
    longer.add(condition, holds);
    return longer;
  }

  /** A copy with all that another demands. */
  Demand and(Demand other) {
    Demand both = new Demand(calendar);
    both.addAll(this);
    both.addAll(other);
    return both;
  }

  /** Adds all that another demands. */
  void addAll(Demand other) {
    impossible |= other.impossible;
    other.parts.forEach(this::put);
  }

  /** False only if it can never be met. */
  boolean possible() {
    return !impossible;
  }

  /** Whether it is always met. */
  boolean certain() {
    return !impossible && parts.isEmpty();
  }

  private void add(Condition condition, boolean holds) {
    if (condition instanceof Condition.Always) {
      impossible |= !holds;
    } else if (condition instanceof Condition.Not not) {
      add(not.condition(), !holds);
    } else if (condition instanceof Condition.AllOf all && holds) {
      all.conditions().forEach(each -> add(each, true));
    } else if (condition instanceof Condition.AnyOf any && !holds) {
      any.conditions().forEach(each -> add(each, false));
    } else if (condition instanceof Condition.AnyOf any) {
      addOneOf(any.conditions(), true, condition);
    } else if (condition instanceof Condition.AllOf all) {
      addOneOf(all.conditions(), false, condition);
    } else if (condition instanceof Condition.DialledDirectly) {
      put(new Part(new Condition.ThroughGroup(), !holds));
    } else {
      put(new Part(condition, holds));
    }
  }

  /** At least one of several must hold, or fail to. */
  private void addOneOf(Iterable<Condition> several, boolean holds, Condition whole) {
    Set<Condition> left = new LinkedHashSet<>();
    for (Condition each : several) {
      Demand alone = new Demand(calendar).and(each, holds);
      if (alone.certain()) {
        return;
      }
      if (and(alone).possible()) {
        left.add(each);
      }
    }
    if (left.isEmpty()) {
      impossible = true;
    } else if (left.size() == 1) {
      add(left.iterator().next(), holds);
    } else {
      parts.add(new Part(whole, holds));
    }
  }

  private void put(Part part) {
    if (part.condition() instanceof Condition.During during) {
      impossible |= part.holds() && calendar.neverOpens(during.schedule());
      if (!part.holds() && calendar.neverOpens(during.schedule())) {
        return;
      }
    }
    if (!parts.contains(part)) {
      impossible |= parts.stream().anyMatch(other -> contradict(part, other));
      parts.add(part);
    }
  }

  private boolean contradict(Part one, Part other) {
    if (one.condition().equals(other.condition())) {
      return one.holds() != other.holds();
    }
    return one.holds()
        && other.holds()
        && one.condition() instanceof Condition.During first
        && other.condition() instanceof Condition.During second
        && calendar.neverBothOpen(first.schedule(), second.schedule());
  }
}
