package io.ringwright.view;

import io.ringwright.availability.Attendance;
import io.ringwright.availability.Availability;
import io.ringwright.availability.Workload;
import io.ringwright.call.CallId;
import io.ringwright.call.DirectoryNumber;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One extension.
 *
 * <p>Thread safety: immutable.
 *
 * @param number its number
 * @param activity what it does, and since when
 * @param availability whether a call through a hunt group could ring it
 * @param attendance whether it is logged in, and why it is paused if it is
 * @param inGroups the same in single hunt groups, by their numbers, where it is not simply present
 * @param workload how much it has worked
 * @param talk the call that the engine routed there and that it talks to, if any
 * @param leftAloneUntil until when calls through hunt groups leave it alone, on the engine's time,
 *     because it did not take the last ones; empty if they do not
 */
public record ExtensionView(
    DirectoryNumber number,
    Activity activity,
    Availability availability,
    Attendance attendance,
    Map<DirectoryNumber, Attendance> inGroups,
    Workload workload,
    Optional<Talk> talk,
    Optional<Instant> leftAloneUntil) {

  /** Copies the map. */
  public ExtensionView {
    inGroups = Map.copyOf(inGroups);
  }

  /**
   * A talk.
   *
   * @param call with which caller
   * @param since when it was answered
   */
  public record Talk(CallId call, Instant since) {}
}
