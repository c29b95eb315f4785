package io.ringwright.it;

/** No Asterisk of the wanted release can be had on this machine. */
public final class AsteriskNotHereException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean otherMayServe;

  AsteriskNotHereException(String message, boolean otherMayServe) {
    super(message);
    this.otherMayServe = otherMayServe;
  }

  /**
   * Whether another release may be had here: the machine is of the right kind, only this release
   * cannot be unpacked today.
   *
   * @return true if it is worth asking for another
   */
  public boolean otherMayServe() {
    return otherMayServe;
  }
}
