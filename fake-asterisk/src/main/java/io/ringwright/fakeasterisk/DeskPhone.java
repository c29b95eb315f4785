package io.ringwright.fakeasterisk;

/**
 * A telephone on somebody's desk, or a mobile outside, that does what a test tells it: it calls,
 * and answers when told. A phone that is told nothing rings.
 *
 * <p>Thread safety: may be used by many threads.
 */
public interface DeskPhone extends AutoCloseable {

  /**
   * Calls a number, with the account's name as the caller's number.
   *
   * @param dialled letters, digits, {@code *}, {@code #}
   * @return the call, which has just begun
   */
  DeskCall call(String dialled);

  /**
   * Calls a number, with a caller's number that is not the account's.
   *
   * @param number the caller's
   * @param dialled letters, digits, {@code *}, {@code #}
   * @return the call, which has just begun
   */
  DeskCall callAs(String number, String dialled);

  /**
   * Waits for the next call that rings here; each is returned once.
   *
   * @return the call, not answered yet
   * @throws IllegalStateException if none comes within 10 s
   */
  DeskCall awaitCall();

  /**
   * Whether a call rings here that {@link #awaitCall()} has not returned.
   *
   * @return false as well for a call that has stopped ringing
   */
  boolean rings();

  /**
   * Has a key of the phone show a lamp: the phone subscribes to a number.
   *
   * @param number what the key watches, such as {@code *458301}
   * @return the lamp, whose first state has been shown
   * @throws IllegalStateException if the switch has nothing to show there
   */
  Lamp lamp(String number);

  /** Hangs up all its calls, and cannot be reached any more. */
  @Override
  void close();
}
