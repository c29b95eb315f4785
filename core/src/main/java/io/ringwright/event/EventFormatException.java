package io.ringwright.event;

/**
 * A line, or a file of them, is not what it should be. The message names the place, the value, what
 * was expected, and what to do.
 */
public final class EventFormatException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /**
   * A mistake.
   *
   * @param message the place, the value, what was expected, and what to do
   */
  public EventFormatException(String message) {
    super(message);
  }

  /**
   * This mistake, found at a place.
   *
   * @param place file and line, or whatever else leads there
   * @param remedy what to do
   * @return the same with both, in two lines
   */
  public EventFormatException at(String place, String remedy) {
    return new EventFormatException(place + ": " + getMessage() + ".\n" + remedy);
  }
}
