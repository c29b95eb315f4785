package io.ringwright.life;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Which classes are entered, in which order, and which while they are on the stack already. */
public final class Trace {

  private static final Deque<String> STACK = new ArrayDeque<>();
  private static final Set<String> ENTERED = new LinkedHashSet<>();
  private static final List<String> AGAIN = new ArrayList<>();

  private Trace() {}

  /** Forgets everything. */
  public static void begin() {
    STACK.clear();
    ENTERED.clear();
    AGAIN.clear();
  }

  /** A method of a class begins. */
  public static void enter(String type) {
    String top = type.split("\\$", 2)[0];
    if (!top.equals(STACK.peek()) && STACK.contains(top)) {
      AGAIN.add(top + " from " + STACK.peek());
    }
    ENTERED.add(top);
    STACK.push(top);
  }

  /** It ends. */
  public static void leave() {
    STACK.pop();
  }

  /** The classes that were entered, in the order of their first entry. */
  public static List<String> entered() {
    return List.copyOf(ENTERED);
  }

  /** The classes that were entered from another while they were on the stack. */
  public static List<String> again(Predicate<String> which) {
    return AGAIN.stream().filter(which).distinct().toList();
  }
}
