package io.ringwright.call;

/**
 * What a caller who waits is asked, and answers by keys. The place stays, and a phone that becomes
 * free ends the inquiry.
 *
 * <p>Thread safety: immutable.
 */
public sealed interface Inquiry {

  /** The key by which a caller confirms a number. */
  DirectoryNumber CONFIRM = DirectoryNumber.of("1");

  /** The key by which a caller asks for another number. */
  DirectoryNumber ANOTHER = DirectoryNumber.of("2");

  /**
   * Whether a number is the one to be called back. One key answers it: {@link #CONFIRM}, {@link
   * #ANOTHER}, or any other to go on waiting.
   *
   * @param number what the caller heard
   */
  record IsThisYourNumber(ExternalNumber number) implements Inquiry {
    @Override
    public String toString() {
      return number.digits();
    }
  }

  /** At which number to call back. It is entered by keys, which a hash or a pause ends. */
  record WhichNumber() implements Inquiry {
    @Override
    public String toString() {
      return WORD;
    }
  }

  /** How {@link WhichNumber} is written: a star, which is no number. */
  String WORD = "*";

  /**
   * Reads what {@code toString} wrote.
   *
   * @param text a number outside the house, or {@value #WORD}
   * @return the inquiry
   * @throws IllegalArgumentException if it is anything else
   */
  static Inquiry of(String text) {
    return text.equals(WORD) ? new WhichNumber() : new IsThisYourNumber(ExternalNumber.of(text));
  }
}
