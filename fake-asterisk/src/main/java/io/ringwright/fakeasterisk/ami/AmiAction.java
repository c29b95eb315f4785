package io.ringwright.fakeasterisk.ami;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * One action: who may use it and what it does.
 *
 * <p>Thread safety: immutable; carried out on the timeline's thread.
 *
 * @param classes one of which a user must be allowed to write; none means that everybody may
 * @param work what it does
 */
record AmiAction(Set<AmiClass> classes, Work work) {

  AmiAction {
    classes = Set.copyOf(classes);
  }

  /** The classes in the words of ListCommands. */
  String privileges() {
    return classes.isEmpty()
        ? "<none>"
        : classes.stream().map(AmiClass::word).sorted().collect(Collectors.joining(",")) + ",all";
  }

  boolean isAllowed(Set<AmiClass> writable) {
    return classes.isEmpty() || classes.stream().anyMatch(writable::contains);
  }

  /** What an action does. */
  @FunctionalInterface
  interface Work {

    void carryOut(AmiSession session, AmiMessage message, Reply reply);
  }
}
