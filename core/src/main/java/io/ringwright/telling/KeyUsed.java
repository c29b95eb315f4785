package io.ringwright.telling;

import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.Visit;
import java.util.Optional;

/**
 * A caller pressed a key.
 *
 * <p>Thread safety: immutable.
 *
 * @param visit which call
 * @param key which key; the number, where the caller was asked to enter one
 * @param meaning what came of it
 * @param to where the key leads; empty where it leads nowhere
 */
public record KeyUsed(Visit visit, DirectoryNumber key, Meaning meaning, Optional<Destination> to) {

  /** What comes of a key. */
  public enum Meaning {
    /** The call goes to another destination. */
    LEAVES,
    /** The key leads to another destination, which does not take the call: it stays. */
    STAYS,
    /** The caller asked to be called back, and is asked at which number. */
    ASKED,
    /** The caller is called back. */
    CALL_BACK,
    /** The caller asked to be called back and is not. */
    CALL_BACK_REFUSED,
    /** The key has no meaning where the call waits, or the call does not wait. */
    NOTHING
  }
}
