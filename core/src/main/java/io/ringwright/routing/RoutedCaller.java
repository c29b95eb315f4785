package io.ringwright.routing;

import io.ringwright.call.CallerId;
import io.ringwright.call.DirectoryNumber;
import java.time.Instant;
import java.util.Map;

/**
 * The caller for whom the rules are asked.
 *
 * @param id who calls
 * @param backOff extensions that refused or ignored this very caller, and until when they are left
 *     alone
 */
public record RoutedCaller(CallerId id, Map<DirectoryNumber, Instant> backOff) {

  /** Copies the map. */
  public RoutedCaller {
    backOff = Map.copyOf(backOff);
  }

  /**
   * A caller whom nobody refused.
   *
   * @param id who calls
   * @return the caller
   */
  public static RoutedCaller of(CallerId id) {
    return new RoutedCaller(id, Map.of());
  }

  boolean leaves(DirectoryNumber extension, Instant now) {
    Instant until = backOff.get(extension);
    return until != null && now.isBefore(until);
  }
}
