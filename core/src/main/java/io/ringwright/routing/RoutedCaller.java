package io.ringwright.routing;

import io.ringwright.call.CallerId;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.Requirements;
import io.ringwright.directory.HuntGroup;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * The caller for whom the rules are asked.
 *
 * @param id who calls
 * @param backOff extensions that refused or ignored this very caller, and until when they are left
 *     alone
 * @param requirements the skills that the call asks for
 * @param since when the call arrived: requirements relax from then on
 * @param wantedSince since when it wants what it wants: priorities open from then on
 * @param preferred the extension that the call prefers, in force or over; empty for none
 */
public record RoutedCaller(
    CallerId id,
    Map<DirectoryNumber, Instant> backOff,
    Requirements requirements,
    Instant since,
    Instant wantedSince,
    Optional<Preferred> preferred) {

  /**
   * The extension that a call prefers.
   *
   * @param extension its number
   * @param until until when
   */
  public record Preferred(DirectoryNumber extension, Instant until) {}

  /** Copies the map. */
  public RoutedCaller {
    backOff = Map.copyOf(backOff);
  }

  /**
   * A caller who comes only now, asks for no skill, and whom nobody refused.
   *
   * @param id who calls
   * @return the caller
   */
  public static RoutedCaller of(CallerId id) {
    return new RoutedCaller(
        id, Map.of(), Requirements.NONE, Instant.MAX, Instant.MAX, Optional.empty());
  }

  /**
   * This caller, refused or ignored by some extensions.
   *
   * @param extensions which, and until when they are left alone
   * @return a copy
   */
  public RoutedCaller refusedBy(Map<DirectoryNumber, Instant> extensions) {
    return new RoutedCaller(id, extensions, requirements, since, wantedSince, preferred);
  }

  /**
   * This caller, wanting something else from a moment on.
   *
   * @param moment since when
   * @return a copy
   */
  public RoutedCaller wantingSince(Instant moment) {
    return new RoutedCaller(id, backOff, requirements, since, moment, preferred);
  }

  /**
   * This caller, preferring nobody.
   *
   * @return a copy, or the same if nobody is preferred
   */
  public RoutedCaller preferringNobody() {
    return preferred.isEmpty()
        ? this
        : new RoutedCaller(id, backOff, requirements, since, wantedSince, Optional.empty());
  }

  /**
   * Whether an extension is left alone for this caller.
   *
   * @param extension its number
   * @param now the instant of the decision
   * @return true while the back-off runs
   */
  public boolean leaves(DirectoryNumber extension, Instant now) {
    if (backOff.isEmpty()) {
      return false;
    }
    Instant until = backOff.get(extension);
    return until != null && now.isBefore(until);
  }

  /**
   * What a call asks of members of a group: its own word goes before the group's.
   *
   * @param group which group
   * @return the skills asked for
   */
  public Requirements asked(HuntGroup group) {
    return requirements.areNone() ? group.requirements() : requirements;
  }

  /**
   * How long the call has waited since it arrived.
   *
   * @param now the instant of the decision
   * @return zero for a call that comes only now
   */
  public Duration waited(Instant now) {
    return since.isBefore(now) ? Duration.between(since, now) : Duration.ZERO;
  }

  /**
   * How long the call has waited for what it wants.
   *
   * @param now the instant of the decision
   * @return zero for a call that comes only now
   */
  public Duration wanted(Instant now) {
    return wantedSince.isBefore(now) ? Duration.between(wantedSince, now) : Duration.ZERO;
  }
}
