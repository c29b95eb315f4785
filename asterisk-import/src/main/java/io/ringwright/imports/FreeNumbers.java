package io.ringwright.imports;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Numbers that nobody has yet. */
final class FreeNumbers {

  private final Set<String> taken = new HashSet<>();

  void take(Collection<String> numbers) {
    taken.addAll(numbers);
  }

  /** True if it was free. */
  boolean take(String number) {
    return taken.add(number);
  }

  /** The first free number from one on; it is taken then. */
  String next(int from) {
    int number = from;
    while (!taken.add(Integer.toString(number))) {
      number++;
    }
    return Integer.toString(number);
  }
}
