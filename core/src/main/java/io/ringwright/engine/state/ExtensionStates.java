package io.ringwright.engine.state;

import io.ringwright.availability.Attendance;
import io.ringwright.availability.Workload;
import io.ringwright.call.DirectoryNumber;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who takes calls through hunt groups, and how much everybody has worked. Belongs to the {@link
 * EngineState} and its lock.
 */
public final class ExtensionStates {

  /** The reason of a pause that the engine itself decided. */
  static final String UNANSWERED = "unanswered";

  private final Map<DirectoryNumber, Attendance> attendance = new HashMap<>();
  private final Map<DirectoryNumber, Workload> workload = new HashMap<>();
  private final Map<DirectoryNumber, Integer> unanswered = new HashMap<>();

  public Attendance attendance(DirectoryNumber extension) {
    return attendance.getOrDefault(extension, Attendance.PRESENT);
  }

  public Workload workload(DirectoryNumber extension) {
    return workload.getOrDefault(extension, Workload.NONE);
  }

  public void attends(DirectoryNumber extension, Attendance now) {
    unanswered.remove(extension);
    if (now.equals(Attendance.PRESENT)) {
      attendance.remove(extension);
    } else {
      attendance.put(extension, now);
    }
  }

  public void answered(DirectoryNumber extension) {
    unanswered.remove(extension);
    workload.merge(extension, Workload.NONE.answered(), (known, one) -> known.answered());
  }

  public void talked(DirectoryNumber extension, Duration time) {
    workload.put(extension, workload(extension).talked(time));
  }

  /**
   * A call through a hunt group rang without a reply.
   *
   * @param most after how many in a row the extension is paused; 0 for never
   * @return whether it is paused now for that reason
   */
  public boolean leftUnanswered(DirectoryNumber extension, int most) {
    int rings = unanswered.merge(extension, 1, Integer::sum);
    if (most == 0 || rings < most) {
      return false;
    }
    boolean loggedIn = attendance(extension).loggedIn();
    attends(extension, new Attendance(loggedIn, Optional.of(UNANSWERED)));
    return true;
  }
}
