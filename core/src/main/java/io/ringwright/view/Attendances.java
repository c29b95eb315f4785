package io.ringwright.view;

import io.ringwright.availability.Attendance;
import io.ringwright.call.DirectoryNumber;
import java.util.Map;

/**
 * Who is logged in and who is paused, of all extensions at one moment.
 *
 * <p>Thread safety: immutable.
 *
 * @param phoneList the version of the phone list in force
 * @param settings how often any attendance was set, counted since the engine started
 * @param whole the attendance of each extension that is not simply present
 * @param inGroups the same in single hunt groups: by extension, then by group
 */
public record Attendances(
    long phoneList,
    long settings,
    Map<DirectoryNumber, Attendance> whole,
    Map<DirectoryNumber, Map<DirectoryNumber, Attendance>> inGroups) {

  /** Before anything was asked. */
  public static final Attendances NONE = new Attendances(-1, -1, Map.of(), Map.of());

  /** Copies the maps. */
  public Attendances {
    whole = Map.copyOf(whole);
    inGroups = Map.copyOf(inGroups);
  }

  /**
   * The attendance of an extension as a whole.
   *
   * @param extension its number
   * @return {@link Attendance#PRESENT} if nothing else was said
   */
  public Attendance of(DirectoryNumber extension) {
    return whole.getOrDefault(extension, Attendance.PRESENT);
  }

  /**
   * The attendance of an extension in one hunt group, whatever holds for it as a whole.
   *
   * @param extension its number
   * @param group the number of the group
   * @return {@link Attendance#PRESENT} if nothing else was said
   */
  public Attendance of(DirectoryNumber extension, DirectoryNumber group) {
    return inGroups.getOrDefault(extension, Map.of()).getOrDefault(group, Attendance.PRESENT);
  }
}
