package io.ringwright.engine;

/**
 * A question that is answered in pieces: events may be applied between two of them, and the answer
 * is as of the moment at which it began. It changes nothing.
 *
 * <p>Thread safety: all but {@link #answer} as the engine; the answer may be made by any thread.
 *
 * @param <T> the answer
 */
public interface Reading<T> {

  /**
   * Reads a piece, in a fraction of a millisecond.
   *
   * @return whether there is more to read
   */
  boolean goOn();

  /** Ends it, whether or not all is read. */
  void close();

  /**
   * Makes the answer of what was read, after all was.
   *
   * @return the answer
   */
  T answer();

  /** Reads all that is left, without an event in between. */
  default T whole() {
    try {
      boolean more = true;
      while (more) {
        more = goOn();
      }
    } finally {
      close();
    }
    return answer();
  }
}
