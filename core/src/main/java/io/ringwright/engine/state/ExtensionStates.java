package io.ringwright.engine.state;

import io.ringwright.availability.Attendance;
import io.ringwright.availability.Workload;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.RingOutcome;
import io.ringwright.view.Attendances;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who takes calls through hunt groups, and how much everybody has worked.
 *
 * <p>Thread safety: confined to the owner of the state.
 */
public final class ExtensionStates {

  /** The reason of a pause after rings without a reply. */
  static final String UNANSWERED = "unanswered";

  /**
   * What is known of one extension.
   *
   * @param extension which
   * @param attendance whether it takes calls through hunt groups
   * @param inGroups the same in single hunt groups, where it is not simply present
   * @param workload how much it has worked
   * @param missed the rings of calls through hunt groups that it missed in a row
   * @param times since when it is what it is
   */
  public record State(
      DirectoryNumber extension,
      Attendance attendance,
      Map<DirectoryNumber, Attendance> inGroups,
      Workload workload,
      Missed missed,
      ExtensionTimes times) {

    /** Copies the map. */
    public State {
      inGroups = Map.copyOf(inGroups);
    }
  }

  /**
   * Rings that an extension missed since it last took a call.
   *
   * @param rings how many ended with each outcome, 1 or more
   * @param leftAloneUntil until when calls through hunt groups leave it alone; empty if they do not
   */
  public record Missed(Map<RingOutcome, Integer> rings, Optional<Instant> leftAloneUntil) {

    /** None. */
    public static final Missed NONE = new Missed(Map.of(), Optional.empty());

    /**
     * Copies the counts.
     *
     * @throws IllegalArgumentException if a count is below one
     */
    public Missed {
      rings = Map.copyOf(rings);
      if (rings.values().stream().anyMatch(count -> count < 1)) {
        throw new IllegalArgumentException("expected 1 or more missed rings each, got " + rings);
      }
    }

    /** One more. */
    private Missed and(RingOutcome outcome) {
      Map<RingOutcome, Integer> more = new EnumMap<>(RingOutcome.class);
      more.putAll(rings);
      more.merge(outcome, 1, Integer::sum);
      return new Missed(more, leftAloneUntil);
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
  private final Map<DirectoryNumber, Missed> missed;
  private final Map<DirectoryNumber, ExtensionTimes> times;

  /** All of which anything was ever known, in order. */
  private final RankedSet<DirectoryNumber> numbers = new RankedSet<>(Comparator.naturalOrder());

  private Readings readings = new Readings();

  /** How often an attendance was set, so that a question need not look at all of them. */
  private long settings;

  /** Everybody is there, and nobody has worked yet. */
  public ExtensionStates() {
    attendance = new HashMap<>();
    inGroups = new HashMap<>();
    workload = new HashMap<>();
    missed = new HashMap<>();
    times = new HashMap<>();
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
    missed = new HashMap<>(other.missed);
    times = new HashMap<>(other.times);
    other.numbers.forEach(numbers::add);
  }

  /** Says to these from now on what is about to change. */
  void announceTo(Readings questions) {
    readings = questions;
  }

  private void put(State state) {
    attends(state.extension(), state.attendance(), Instant.MIN);
    put(state.extension(), state.times());
    numbers.add(state.extension());
    if (!state.inGroups().isEmpty()) {
      inGroups.put(state.extension(), state.inGroups());
    }
    if (!state.workload().equals(Workload.NONE)) {
      workload.put(state.extension(), state.workload());
    }
    if (!state.missed().equals(Missed.NONE)) {
      missed.put(state.extension(), state.missed());
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

  /** The numbers after another of which anything is known, at most so many; null for the first. */
  List<DirectoryNumber> after(@Nullable DirectoryNumber last, int most) {
    return numbers.after(last, most);
  }

  /** What is known of an extension; empty if nothing is. */
  Optional<State> data(DirectoryNumber number) {
    return Optional.of(state(number)).filter(this::saysSomething);
  }

  /** All of it as plain data, by number. */
  public Data data() {
    return new Data(numbers.toList().stream().flatMap(each -> data(each).stream()).toList());
  }

  /** Something about an extension is about to change. */
  private void changes(DirectoryNumber extension) {
    readings.before(extension);
    if (!workload.containsKey(extension)) {
      numbers.add(extension);
    }
  }

  private State state(DirectoryNumber number) {
    return new State(
        number,
        attendance(number),
        inGroups(number),
        workload(number),
        missed.getOrDefault(number, Missed.NONE),
        times(number));
  }

  private boolean saysSomething(State state) {
    return !state.equals(
        new State(
            state.extension(),
            Attendance.PRESENT,
            Map.of(),
            Workload.NONE,
            Missed.NONE,
            ExtensionTimes.NONE));
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
   * All attendances.
   *
   * @param phoneList the version of the phone list
   * @param known what was said before
   * @return the same object, if nothing has changed since
   */
  public Attendances attendances(long phoneList, Attendances known) {
    boolean same = known.settings() == settings && known.phoneList() == phoneList;
    return same ? known : new Attendances(phoneList, settings, attendance, inGroups);
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
   * Somebody logs in to one hunt group or out of it, or pauses there. The counts of missed rings
   * begin anew.
   *
   * @param extension whose
   * @param group the number of the group
   * @param now what holds there from now on
   */
  public void attends(DirectoryNumber extension, DirectoryNumber group, Attendance now) {
    changes(extension);
    settings++;
    missed.remove(extension);
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
   * Somebody logs in or out, or pauses. The counts of missed rings begin anew.
   *
   * @param extension whose
   * @param now what holds from now on
   * @param at when
   */
  public void attends(DirectoryNumber extension, Attendance now, Instant at) {
    changes(extension);
    settings++;
    missed.remove(extension);
    if (!now.equals(attendance(extension))) {
      put(extension, times(extension).attendingSince(at));
    }
    if (now.equals(Attendance.PRESENT)) {
      attendance.remove(extension);
    } else {
      attendance.put(extension, now);
    }
  }

  /**
   * An extension answered a call. The counts of missed rings begin anew.
   *
   * @param extension which
   */
  public void answered(DirectoryNumber extension) {
    changes(extension);
    missed.remove(extension);
    workload.merge(extension, Workload.NONE.answered(), (known, one) -> known.answered());
  }

  /**
   * A talk is over.
   *
   * @param extension who talked
   * @param time for how long
   */
  public void talked(DirectoryNumber extension, Duration time) {
    changes(extension);
    workload.put(extension, workload(extension).talked(time));
  }

  /**
   * An extension missed a ring of a call through a hunt group.
   *
   * @param extension which
   * @param outcome how the ring ended
   * @return how many in a row ended so
   */
  public int missed(DirectoryNumber extension, RingOutcome outcome) {
    changes(extension);
    Missed more = missed.getOrDefault(extension, Missed.NONE).and(outcome);
    missed.put(extension, more);
    return more.rings().getOrDefault(outcome, 0);
  }

  /**
   * An extension is paused because it missed rings.
   *
   * @param extension which
   * @param outcome how they ended
   * @param at when
   */
  public void pause(DirectoryNumber extension, RingOutcome outcome, Instant at) {
    String reason = outcome == RingOutcome.NO_REPLY ? UNANSWERED : outcome.words();
    attends(extension, new Attendance(attendance(extension).loggedIn(), Optional.of(reason)), at);
  }

  /**
   * Since when an extension is what it is.
   *
   * @param extension which
   * @return nothing but the far past, if nothing was noted
   */
  public ExtensionTimes times(DirectoryNumber extension) {
    return times.getOrDefault(extension, ExtensionTimes.NONE);
  }

  /**
   * The wrap-up of an extension begins or, where there is none from now on, is over.
   *
   * @param extension which
   * @param wrapUp from when until when
   */
  public void wrapsUp(DirectoryNumber extension, Optional<ExtensionTimes.WrapUp> wrapUp) {
    changes(extension);
    put(extension, times(extension).wrappingUp(wrapUp));
  }

  private void put(DirectoryNumber extension, ExtensionTimes now) {
    if (now.equals(ExtensionTimes.NONE)) {
      times.remove(extension);
    } else {
      times.put(extension, now);
    }
  }

  /**
   * Calls through hunt groups leave an extension alone.
   *
   * @param extension which
   * @param until until when
   * @param now from when on
   */
  public void leaveAlone(DirectoryNumber extension, Instant until, Instant now) {
    changes(extension);
    if (!isLeftAlone(extension)) {
      put(extension, times(extension).leftAloneSince(now));
    }
    Map<RingOutcome, Integer> rings = missed.getOrDefault(extension, Missed.NONE).rings();
    missed.put(extension, new Missed(rings, Optional.of(until)));
  }

  /**
   * The time is over in which an extension was left alone. The counts stay.
   *
   * @param extension which
   */
  public void offerAgain(DirectoryNumber extension) {
    changes(extension);
    Map<RingOutcome, Integer> rings = missed.getOrDefault(extension, Missed.NONE).rings();
    if (rings.isEmpty()) {
      missed.remove(extension);
    } else {
      missed.put(extension, new Missed(rings, Optional.empty()));
    }
  }

  /**
   * Whether calls through hunt groups leave an extension alone.
   *
   * @param extension which
   * @return true until it is offered again
   */
  public boolean isLeftAlone(DirectoryNumber extension) {
    return !leftAloneUntil(extension).equals(Instant.MIN);
  }

  /**
   * Until when calls through hunt groups leave an extension alone.
   *
   * @param extension which
   * @return the far past, if they do not
   */
  public Instant leftAloneUntil(DirectoryNumber extension) {
    Missed known = missed.get(extension);
    return known == null ? Instant.MIN : known.leftAloneUntil().orElse(Instant.MIN);
  }
}
