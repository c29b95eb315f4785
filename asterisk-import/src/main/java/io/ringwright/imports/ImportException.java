package io.ringwright.imports;

/** A configuration that cannot be imported as a whole: not there, no text, or too large. */
public final class ImportException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * A reason.
   *
   * @param message file and line, if they are known, what is wrong, and what would be right
   */
  public ImportException(String message) {
    super(message);
  }
}
