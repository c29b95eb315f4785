package io.ringwright.files;

/**
 * Something in a phone file that is wrong.
 *
 * <p>Thread safety: immutable.
 *
 * @param at where it stands
 * @param item whose setting it is, such as {@code extension 101}
 * @param problem what is wrong, with the value
 * @param expected what would be right
 * @param remedy what to do about it; empty where that is clear from what was expected
 */
public record FileMistake(
    FilePlace at, String item, String problem, String expected, String remedy) {

  /** One line with place, item, problem and what was expected; a second one with the remedy. */
  @Override
  public String toString() {
    return at
        + ": "
        + item
        + ": "
        + problem
        + "; expected "
        + expected
        + (remedy.isEmpty() ? "" : "\n    " + remedy);
  }
}
