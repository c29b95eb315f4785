package io.ringwright.routing;

import io.ringwright.availability.Attendance;
import io.ringwright.availability.Availability;
import io.ringwright.availability.DeviceLoad;
import io.ringwright.availability.Workload;
import io.ringwright.call.CallId;
import io.ringwright.call.CallerId;
import io.ringwright.call.Destination;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.Requirements;
import io.ringwright.directory.Condition.Circumstances;
import io.ringwright.directory.Extension;
import io.ringwright.directory.HostAnswers;
import io.ringwright.directory.HuntGroup;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.Strategy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What is known at the moment of a decision. Nothing of it changes while a decision is made. */
public interface RoutingFacts {

  /**
   * Who can be called.
   *
   * @return the phone list
   */
  PhoneList phones();

  /**
   * How much of a device is taken.
   *
   * @param device which
   * @return its load
   */
  DeviceLoad of(Device device);

  /**
   * How much of an extension is taken: that of all its devices together.
   *
   * @param extension which
   * @return the load of its device; of several, the strongest state, and each call once
   */
  default DeviceLoad of(Extension extension) {
    return of(extension.device());
  }

  /**
   * For which calls a device is reserved: it rings for them, or is about to.
   *
   * @param device which
   * @return the calls, by their identities
   */
  default List<CallId> reservedFor(Device device) {
    return List.of();
  }

  /**
   * For which callers ahead of the one who is decided about a device counts as taken.
   *
   * @param device which
   * @return the calls, by their identities
   */
  default List<CallId> keptFor(Device device) {
    return List.of();
  }

  /**
   * Whether every phone counts as taken, because callers ahead have their turn first.
   *
   * @return false unless there are more of them than one event can serve
   */
  default boolean isEverythingTaken() {
    return false;
  }

  /**
   * How many calls wait for a destination.
   *
   * @param destination for what
   * @return how many
   */
  int waiting(Destination destination);

  /**
   * The instant of the decision.
   *
   * @return now
   */
  Instant now();

  /**
   * The instant of the decision on the wall clock, by which opening hours go. It can go back, which
   * {@link #now} does not.
   *
   * @return the wall clock; the same as {@link #now} unless said otherwise
   */
  default Instant wallClock() {
    return now();
  }

  /**
   * Whether a hunt group is open.
   *
   * @param group which group
   * @return false outside its opening hours, if it has any
   */
  default boolean isOpen(HuntGroup group) {
    return group.presence().hours().isOpen(wallClock());
  }

  /**
   * What predicates of the host said.
   *
   * @return the answer to a question; false for one that was not asked
   */
  default Predicate<HostAnswers.Question> hostAnswers() {
    return HostAnswers.NONE;
  }

  /**
   * What conditions of forwardings are asked about.
   *
   * @param caller who calls
   * @param throughGroup the hunt group through which the call comes, or empty if dialled directly
   * @return the circumstances of this decision
   */
  default Circumstances circumstances(CallerId caller, Optional<DirectoryNumber> throughGroup) {
    return new Circumstances(caller, throughGroup, wallClock(), hostAnswers());
  }

  /**
   * Whether an extension is logged in and not paused.
   *
   * @param extension its number
   * @return its attendance
   */
  Attendance attendance(DirectoryNumber extension);

  /**
   * Whether an extension is logged in to one hunt group and not paused there, whatever holds for it
   * as a whole.
   *
   * @param extension its number
   * @param group the number of the group
   * @return its attendance there; present unless said otherwise
   */
  default Attendance attendanceIn(DirectoryNumber extension, DirectoryNumber group) {
    return Attendance.PRESENT;
  }

  /**
   * Whether an extension takes calls through a hunt group: as a whole, and there.
   *
   * @param extension its number
   * @param group the number of the group; empty for the extension as a whole
   * @return its attendance
   */
  default Attendance attendance(DirectoryNumber extension, Optional<DirectoryNumber> group) {
    Attendance whole = attendance(extension);
    return group.isEmpty() ? whole : whole.and(attendanceIn(extension, group.get()));
  }

  /**
   * Until when calls through hunt groups leave an extension alone because it did not take the last
   * ones.
   *
   * @param extension its number
   * @return an instant that has passed, if they do not
   */
  default Instant leftAloneUntil(DirectoryNumber extension) {
    return Instant.MIN;
  }

  /**
   * How much an extension has worked.
   *
   * @param extension its number
   * @return its workload
   */
  Workload workload(DirectoryNumber extension);

  /**
   * What a hunt group remembers of the times before.
   *
   * @param group which
   * @return its memory
   */
  Strategy.Memory memory(HuntGroup group);

  /**
   * Asks a hunt group's strategy.
   *
   * @param group which group
   * @param equals the members among whom it chooses, in the order of the list
   * @param memory what the group remembers
   * @return one or several of them
   */
  default List<Strategy.Contender> askStrategy(
      HuntGroup group, List<Strategy.Contender> equals, Strategy.Memory memory) {
    return group.hunting().strategy().next(equals, memory);
  }

  /**
   * What an index has ready of a hunt group's plain members.
   *
   * @param group which group
   * @param asked the skills that the call asks for
   * @param stage the stage of them that holds now
   * @return the index, or empty if there is none: then every member is asked
   */
  Optional<PlainMembers> plainMembers(
      HuntGroup group, Requirements asked, Requirements.Stage stage);

  /**
   * Whether an extension may be rung.
   *
   * @param extension which
   * @param throughGroup whether the call comes through a hunt group; only then wrap-up, pause and
   *     missed rings count
   * @return the conclusion
   */
  default Availability availability(Extension extension, boolean throughGroup) {
    Availability found =
        Availability.of(of(extension), extension.holdCapacity(), throughGroup, now());
    return throughGroup
        ? found.with(
            attendance(extension.number()), now().isBefore(leftAloneUntil(extension.number())))
        : found;
  }

  /**
   * Whether an extension may be rung on a way.
   *
   * @param extension which
   * @param group the hunt group through which the call comes, or empty if dialled directly
   * @return the conclusion
   */
  default Availability availability(Extension extension, Optional<DirectoryNumber> group) {
    Availability found = availability(extension, group.isPresent());
    return group.isEmpty()
        ? found
        : found.with(attendanceIn(extension.number(), group.get()), false);
  }
}
