package io.ringwright;

import io.ringwright.directory.PhoneList;
import io.ringwright.port.Telephony;
import java.time.Duration;
import java.util.List;

/**
 * How a router is set up and served at one moment, for whoever checks the installation.
 *
 * <p>Thread safety: immutable.
 *
 * @param phones the phone list in force
 * @param telephony by what it moves callers
 * @param sinceTick how long ago {@link CallRouter#runDue()} was called last, or the router was made
 *     if it never was
 * @param failures what code of the host failed at, each once, the first first; at most 20
 */
public record RouterSetup(
    PhoneList phones, Telephony telephony, Duration sinceTick, List<String> failures) {

  /** Copies the list. */
  public RouterSetup {
    failures = List.copyOf(failures);
  }
}
