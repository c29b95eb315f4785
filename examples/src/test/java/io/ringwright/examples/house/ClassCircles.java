package io.ringwright.examples.house;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which classes need each other, directly or by way of others. A nested class is part of its outer
 * one.
 */
final class ClassCircles {

  private final Map<String, Set<String>> needs = new HashMap<>();
  private final Map<String, Set<String>> reached = new HashMap<>();

  private ClassCircles() {}

  static ClassCircles of(Collection<JavaClass> classes) {
    ClassCircles circles = new ClassCircles();
    classes.forEach(each -> circles.needs.computeIfAbsent(outer(each), none -> new TreeSet<>()));
    for (JavaClass each : classes) {
      for (Dependency dependency : each.getDirectDependenciesFromSelf()) {
        circles.note(outer(each), outer(dependency.getTargetClass().getBaseComponentType()));
      }
    }
    return circles;
  }

  private static String outer(JavaClass type) {
    return type.getName().split("\\$", 2)[0];
  }

  private void note(String from, String to) {
    if (needs.containsKey(to) && !from.equals(to)) {
      needs.getOrDefault(from, new TreeSet<>()).add(to);
    }
  }

  /** The circle in which a class stands, by name; the class alone if it stands in none. */
  Set<String> of(JavaClass type) {
    String name = outer(type);
    Set<String> circle = new TreeSet<>(Set.of(name));
    for (String other : reachedFrom(name)) {
      if (reachedFrom(other).contains(name)) {
        circle.add(other);
      }
    }
    return circle;
  }

  private Set<String> reachedFrom(String name) {
    Set<String> known = reached.get(name);
    if (known == null) {
      known = searched(name);
      reached.put(name, known);
    }
    return known;
  }

  private Set<String> searched(String name) {
    Set<String> found = new TreeSet<>();
    Deque<String> open = new ArrayDeque<>(needs.getOrDefault(name, Set.of()));
    while (!open.isEmpty()) {
      String at = open.remove();
      if (found.add(at)) {
        open.addAll(needs.getOrDefault(at, Set.of()));
      }
    }
    return found;
  }
}
