package io.ringwright.fakeasterisk;

import java.util.List;

/**
 * A lamp at a {@link DeskPhone}, as the switch has it shown. Every wait ends after 10 s with an
 * {@link IllegalStateException}.
 *
 * <p>Thread safety: may be used by many threads.
 */
public interface Lamp {

  /** Waits until it is on. */
  void awaitOn();

  /** Waits until it is off. */
  void awaitOff();

  /**
   * What it was told to show, the first first.
   *
   * @return {@code on} and {@code off}
   */
  List<String> shown();
}
