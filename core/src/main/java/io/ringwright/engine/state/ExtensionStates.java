package io.ringwright.engine.state;

import io.ringwright.availability.Attendance;
import io.ringwright.availability.Workload;
import io.ringwright.call.DirectoryNumber;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Who takes calls through hunt groups, and how much everybody has worked.
 *
 * <p>Thread safety: confined to the owner of the state.
 */
public final class ExtensionStates {

  /** The reason of a pause that the engine itself decided. */
  static final String UNANSWERED = "unanswered";

  /**
   * What is known of one extension.
   *
   * @param extension which
   * @param attendance whether it takes calls through hunt groups
   * @param inGroups the same in single hunt groups, where it is not simply present
   * @param workload how much it has worked
   * @param unanswered how many calls through hunt groups in a row rang there without a reply
   */
  public record State(
      DirectoryNumber extension,
      Attendance attendance,
      Map<DirectoryNumber, Attendance> inGroups,
      Workload workload,
      int unanswered) {

    /**
     * Copies the map and checks the count.
     *
     * @throws IllegalArgumentException if it is below zero
     */
    public State {
      inGroups = Map.copyOf(inGroups);
      if (unanswered < 0) {
        throw new IllegalArgumentException(
            "extension " + extension + " cannot have " + unanswered + " unanswered calls");
      }
    }
  }

  /**
   * What is known of all extensions.
   *
   * @param states by number, each extension once; without those of which there is nothing to say
   */
  public record Data(List<State> states) {

    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if an extension is there twice
     */
    public Data {
      states = List.copyOf(states);
      if (states.stream().map(State::extension).distinct().count() < states.size()) {
        throw new IllegalArgumentException("expected each extension once, got " + states);
      }
    }
  }

  private final Map<DirectoryNumber, Attendance> attendance;
  private final Map<DirectoryNumber, Map<DirectoryNumber, Attendance>> inGroups;
  private final Map<DirectoryNumber, Workload> workload;
  private final Map<DirectoryNumber, Integer> unanswered;

  /** Everybody is there, and nobody has worked yet. */
  public ExtensionStates() {
    attendance = new HashMap<>();
    inGroups = new HashMap<>();
    workload = new HashMap<>();
    unanswered = new HashMap<>();
  }

  /**
   * As written down.
   *
   * @param data what is known
   */
  public ExtensionStates(Data data) {
    this();
    data.states().forEach(this::put);
  }

  private ExtensionStates(ExtensionStates other) {
    attendance = new HashMap<>(other.attendance);
    inGroups = new HashMap<>(other.inGroups);
    workload = new HashMap<>(other.workload);
    unanswered = new HashMap<>(other.unanswered);
  }

  private void put(State state) {
    attends(state.extension(), state.attendance());
    if (!state.inGroups().isEmpty()) {
      inGroups.put(state.extension(), state.inGroups());
    }
    if (!state.workload().equals(Workload.NONE)) {
      workload.put(state.extension(), state.workload());
    }
    if (state.unanswered() > 0) {
      unanswered.put(state.extension(), state.unanswered());
    }
  }

  /**
   * The same states; what happens to one of the two does not change the other.
   *
   * @return the copy
   */
  public ExtensionStates copy() {
    return new ExtensionStates(this);
  }

  /**
   * All that is known here, as a value.
   *
   * @return equal exactly where the same is known
   */
  public Data data() {
    Set<DirectoryNumber> numbers = new TreeSet<>(attendance.keySet());
    numbers.addAll(inGroups.keySet());
    numbers.addAll(workload.keySet());
    numbers.addAll(unanswered.keySet());
    return new Data(numbers.stream().map(this::state).filter(this::saysSomething).toList());
  }

  private State state(DirectoryNumber number) {
    return new State(
        number,
        attendance(number),
        inGroups(number),
        workload(number),
        unanswered.getOrDefault(number, 0));
  }

  private boolean saysSomething(State state) {
    return !state.equals(
        new State(state.extension(), Attendance.PRESENT, Map.of(), Workload.NONE, 0));
  }

  /**
   * Whether an extension takes calls through hunt groups.
   *
   * @param extension which
   * @return present, if nothing else was said
   */
  public Attendance attendance(DirectoryNumber extension) {
    return attendance.getOrDefault(extension, Attendance.PRESENT);
  }

  /**
   * In which single hunt groups an extension is not simply present.
   *
   * @param extension which
   * @return its attendance there, by the number of the group; mostly empty
   */
  public Map<DirectoryNumber, Attendance> inGroups(DirectoryNumber extension) {
    return inGroups.getOrDefault(extension, Map.of());
  }

  /**
   * Whether an extension takes calls through one hunt group, whatever holds for it as a whole.
   *
   * @param extension which
   * @param group the number of the group
   * @return present, if nothing else was said
   */
  public Attendance attendanceIn(DirectoryNumber extension, DirectoryNumber group) {
    Map<DirectoryNumber, Attendance> known = inGroups.get(extension);
    return known == null ? Attendance.PRESENT : known.getOrDefault(group, Attendance.PRESENT);
  }

  /**
   * Somebody logs in to one hunt group or out of it, or pauses there. The count of unanswered calls
   * begins anew.
   *
   * @param extension whose
   * @param group the number of the group
   * @param now what holds there from now on
   */
  public void attends(DirectoryNumber extension, DirectoryNumber group, Attendance now) {
    unanswered.remove(extension);
    Map<DirectoryNumber, Attendance> groups = new HashMap<>(inGroups(extension));
    if (now.equals(Attendance.PRESENT)) {
      groups.remove(group);
    } else {
      groups.put(group, now);
    }
    if (groups.isEmpty()) {
      inGroups.remove(extension);
    } else {
      inGroups.put(extension, Map.copyOf(groups));
    }
  }

  /**
   * How much an extension has worked.
   *
   * @param extension which
   * @return none, if it answered no call yet
   */
  public Workload workload(DirectoryNumber extension) {
    return workload.getOrDefault(extension, Workload.NONE);
  }

  /**
   * Somebody logs in or out, or pauses. The count of unanswered calls begins anew.
   *
   * @param extension whose
   * @param now what holds from now on
   */
  public void attends(DirectoryNumber extension, Attendance now) {
    unanswered.remove(extension);
    if (now.equals(Attendance.PRESENT)) {
      attendance.remove(extension);
    } else {
      attendance.put(extension, now);
    }
  }

  /**
   * An extension answered a call. The count of unanswered calls begins anew.
   *
   * @param extension which
   */
  public void answered(DirectoryNumber extension) {
    unanswered.remove(extension);
    workload.merge(extension, Workload.NONE.answered(), (known, one) -> known.answered());
  }

  /**
   * A talk is over.
   *
   * @param extension who talked
   * @param time for how long
   */
  public void talked(DirectoryNumber extension, Duration time) {
    workload.put(extension, workload(extension).talked(time));
  }

  /**
   * A call through a hunt group rang without a reply.
   *
   * @param extension where
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
