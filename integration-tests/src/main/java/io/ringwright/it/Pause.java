package io.ringwright.it;

import java.io.InterruptedIOException;

/** The time between two looks at something that has not happened yet. */
final class Pause {

  private static final long MILLIS = 10;

  private Pause() {}

  static void briefly() throws InterruptedIOException {
    try {
      Thread.sleep(MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while waiting");
    }
  }
}
