package io.ringwright.fakeasterisk.switchboard;

/**
 * Number and name of somebody at the end of a line, as they came from outside: any text.
 *
 * <p>Thread safety: immutable.
 *
 * @param number the number, empty if unknown
 * @param name the name, empty if unknown
 */
public record Party(String number, String name) {

  /** Nobody knows who. */
  public static final Party UNKNOWN = new Party("", "");
}
