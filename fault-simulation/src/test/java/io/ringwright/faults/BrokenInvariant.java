package io.ringwright.faults;

import java.util.List;

/** Something that must hold does not. */
final class BrokenInvariant extends AssertionError {

  private static final long serialVersionUID = 1L;

  BrokenInvariant(String what, List<String> story) {
    super(what + "\nWhat happened last:\n" + String.join("\n", story));
  }
}
