package io.ringwright.fakeasterisk.ami;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The actions of a server by their names. Filled by one thread, then read by the timeline's. */
final class AmiActions {

  private final Map<String, AmiAction> byName = new TreeMap<>();

  void add(String name, AmiAction action) {
    byName.put(name, action);
  }

  /** The action of a name, in whatever case. */
  Optional<AmiAction> find(String name) {
    return byName.entrySet().stream()
        .filter(known -> known.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** The actions for a user who has the right to write these classes. */
  Map<String, AmiAction> permitted(Set<AmiClass> writable) {
    Map<String, AmiAction> permitted = new TreeMap<>(byName);
    permitted.values().removeIf(action -> !action.isAllowed(writable));
    return permitted;
  }
}
