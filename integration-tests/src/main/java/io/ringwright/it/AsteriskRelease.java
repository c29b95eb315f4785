package io.ringwright.it;

/**
 * A release of Asterisk that the scenarios run on: today's, and the oldest that is still in wide
 * use.
 *
 * <p>Thread safety: immutable.
 */
public enum AsteriskRelease {
  /** Asterisk 22, the default. */
  V22("22"),
  /** Asterisk 16. */
  V16("16");

  private final String number;

  AsteriskRelease(String number) {
    this.number = number;
  }

  /**
   * The release that the system property {@code asterisk} asks for.
   *
   * @return 22 unless the property says otherwise
   * @throws IllegalArgumentException if the property is neither 22 nor 16
   */
  public static AsteriskRelease chosen() {
    String wanted = System.getProperty("asterisk", V22.number);
    for (AsteriskRelease release : values()) {
      if (release.number.equals(wanted)) {
        return release;
      }
    }
    throw new IllegalArgumentException(
        "System property asterisk is '" + wanted + "', expected 22 or 16");
  }

  /**
   * The number by which the release is known.
   *
   * @return 22 or 16
   */
  public String number() {
    return number;
  }

  /**
   * The one of the two that this is not.
   *
   * @return the release that serves when this one cannot be had
   */
  AsteriskRelease other() {
    return this == V22 ? V16 : V22;
  }
}
