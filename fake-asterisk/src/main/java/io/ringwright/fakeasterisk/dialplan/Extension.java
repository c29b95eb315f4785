package io.ringwright.fakeasterisk.dialplan;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One extension of a context with its steps, in the making and after. One thread. */
final class Extension {

  private final ExtensionPattern pattern;
  private final Map<Integer, Step> steps = new TreeMap<>();

  Extension(ExtensionPattern pattern) {
    this.pattern = pattern;
  }

  ExtensionPattern pattern() {
    return pattern;
  }

  /** Adds a step; the first one read for a priority stays. */
  void add(Step step) {
    steps.putIfAbsent(step.priority(), step);
  }

  Optional<Step> step(int priority) {
    return Optional.ofNullable(steps.get(priority));
  }

  Optional<Step> labelled(String label) {
    return steps.values().stream().filter(step -> step.label().equals(label)).findFirst();
  }

  Iterable<Step> steps() {
    return steps.values();
  }
}
