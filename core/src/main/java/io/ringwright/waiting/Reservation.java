package io.ringwright.waiting;

import io.ringwright.call.CallId;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.Token;
import java.time.Instant;
import java.util.List;

/**
 * One slot each of one or several extensions, held for one call.
 *
 * <p>Thread safety: immutable.
 *
 * @param call for which call
 * @param token the fencing token of this attempt
 * @param extensions the extensions held; several only where all of them ring at once
 * @param leaseUntil when the reservation lapses unless the switch says that the call rings or talks
 */
public record Reservation(
    CallId call, Token token, List<DirectoryNumber> extensions, Instant leaseUntil) {

  /** Copies the extensions. */
  public Reservation {
    extensions = List.copyOf(extensions);
  }
}
