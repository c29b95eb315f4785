package io.ringwright.it;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The parts of a laboratory, ended in the opposite order of their beginnings.
 *
 * <p>Thread safety: for one thread at a time.
 */
final class LabParts implements AutoCloseable {

  private final Deque<AutoCloseable> parts = new ArrayDeque<>();

  /** Takes in a part that has begun. */
  void add(AutoCloseable part) {
    parts.push(part);
  }

  /** Ends them all; ending again does nothing. */
  @Override
  public void close() {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        throw new IllegalStateException("could not end a part of the laboratory", e);
      }
    }
  }
}
