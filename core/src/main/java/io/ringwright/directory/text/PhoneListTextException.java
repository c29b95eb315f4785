package io.ringwright.directory.text;

/**
 * The text of a phone list cannot be read. The message names the line, what is wrong there, what
 * was expected, and what to do.
 */
public final class PhoneListTextException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final int line;

  PhoneListTextException(int line, String problem, String remedy) {
    super("phone list text" + (line > 0 ? ", line " + line : "") + ": " + problem + ".\n" + remedy);
    this.line = line;
  }

  /**
   * Where the mistake is.
   *
   * @return the line, from 1; 0 if it lies in no single line
   */
  public int line() {
    return line;
  }
}
