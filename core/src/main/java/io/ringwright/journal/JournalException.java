package io.ringwright.journal;

/**
 * A journal cannot be opened or read. The first line of the message names the place, what was found
 * there, and what was expected; the second line says what helps.
 */
public final class JournalException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * A journal that cannot be used.
   *
   * @param message place, finding and remedy
   */
  public JournalException(String message) {
    super(message);
  }

  /**
   * The same with a cause.
   *
   * @param message place, finding and remedy
   * @param cause what happened
   */
  public JournalException(String message, Throwable cause) {
    super(message, cause);
  }
}
