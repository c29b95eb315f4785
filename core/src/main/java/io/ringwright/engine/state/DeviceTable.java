package io.ringwright.engine.state;

import io.ringwright.availability.DeviceLoad;
import io.ringwright.availability.DeviceReport;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.Device;
import io.ringwright.call.PbxId;
import io.ringwright.call.RingTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is free: what each switch says of each device, what is reserved on it, and until when it
 * rests. A call that is reserved and that the switch reports on the device counts once.
 *
 * <p>Thread safety: confined to the owner of the state.
 */
public final class DeviceTable {

  /** Where several switches know a device, the word that comes last here counts. */
  private static final List<DeviceState> WEAK_TO_STRONG =
      List.of(
          DeviceState.INVALID,
          DeviceState.UNAVAILABLE,
          DeviceState.UNKNOWN,
          DeviceState.NOT_IN_USE,
          DeviceState.RINGING,
          DeviceState.ON_HOLD,
          DeviceState.IN_USE,
          DeviceState.RING_IN_USE,
          DeviceState.BUSY);

  private static final Entry NONE = new Entry();

  private final Map<Device, Entry> entries;

  /** The devices of all entries. */
  private final RankedSet<Device> byName;

  /** The devices of which a switch said something. */
  private final RankedSet<Device> reported;

  private final ReportedCalls reportedOn = new ReportedCalls();

  private final Openings openings;
  private final Readings readings;

  DeviceTable(Openings openings, Readings readings) {
    this.openings = openings;
    this.readings = readings;
    entries = new HashMap<>();
    byName = new RankedSet<>(Device.BY_NAME);
    reported = new RankedSet<>(Device.BY_NAME);
  }

  DeviceTable(DeviceTable other, Openings openings, Readings readings) {
    this.openings = openings;
    this.readings = readings;
    entries = new HashMap<>(other.entries);
    entries.replaceAll((device, entry) -> entry.copy());
    byName = new RankedSet<>(other.byName, same -> same);
    reported = new RankedSet<>(other.reported, same -> same);
    reportedOn.addAll(other.reportedOn);
  }

  /**
   * A device as plain data.
   *
   * @param device which
   * @param reports what each switch said last
   * @param reserved the calls for which it is reserved
   * @param talking the calls that it talks to
   * @param wrapUpUntil when its last wrap-up ends; {@link Instant#MIN} if there was none
   * @param idleSince when its last call ended; {@link Instant#MIN} if there was none
   * @param stateSince since when its state is what it is; {@link Instant#MIN} if nobody said
   */
  public record DeviceData(
      Device device,
      Map<PbxId, DeviceReport> reports,
      Set<CallId> reserved,
      Set<CallId> talking,
      Instant wrapUpUntil,
      Instant idleSince,
      Instant stateSince) {}

  /** All devices of which anything is known, by name. */
  public List<DeviceData> data() {
    return byName.toList().stream().flatMap(each -> data(each).stream()).toList();
  }

  /** The devices after another by name, at most so many; null for the first. */
  List<Device> after(@Nullable Device last, int most) {
    return byName.after(last, most);
  }

  /** What is known of a device; empty if nothing is. */
  Optional<DeviceData> data(Device device) {
    Entry entry = entries.get(device);
    return entry == null || entry.isBlank() ? Optional.empty() : Optional.of(entry.data(device));
  }

  /** Takes a device as an image describes it. */
  public void restore(DeviceData data) {
    Entry entry = changing(data.device());
    entry.reports = Map.copyOf(data.reports());
    entry.reserved = Set.copyOf(data.reserved());
    entry.talking = Set.copyOf(data.talking());
    entry.wrapUpUntil = data.wrapUpUntil();
    entry.idleSince = data.idleSince();
    entry.stateSince = data.stateSince();
    entry.reports.values().forEach(report -> index(data.device(), entry, report.calls()));
    if (!entry.reports.isEmpty()) {
      reported.add(data.device());
    }
    openings.taken(data.device());
  }

  /** Small: there is one for each device, and most hear of one switch and one call. */
  private static final class Entry {
    private Map<PbxId, DeviceReport> reports = Map.of();
    private Set<CallId> reserved = Set.of();
    private Set<CallId> talking = Set.of();
    private Instant wrapUpUntil = Instant.MIN;
    private Instant idleSince = Instant.MIN;
    private Instant stateSince = Instant.MIN;
    private @Nullable DeviceLoad load;

    Entry copy() {
      Entry copy = new Entry();
      copy.reports = reports;
      copy.reserved = reserved;
      copy.talking = talking;
      copy.wrapUpUntil = wrapUpUntil;
      copy.idleSince = idleSince;
      copy.stateSince = stateSince;
      copy.load = load;
      return copy;
    }

    /** Takes in what belongs to the same extension: its calls, and when it last had one. */
    void add(Entry other) {
      reserved = with(reserved, other.reserved);
      talking = with(talking, other.onIt());
      wrapUpUntil = later(wrapUpUntil, other.wrapUpUntil);
      idleSince = later(idleSince, other.idleSince);
    }

    /** Whether it says no more than an entry that is not there. */
    boolean isBlank() {
      return reports.isEmpty()
          && reserved.isEmpty()
          && talking.isEmpty()
          && wrapUpUntil.equals(Instant.MIN)
          && idleSince.equals(Instant.MIN)
          && stateSince.equals(Instant.MIN);
    }

    DeviceData data(Device device) {
      return new DeviceData(device, reports, reserved, talking, wrapUpUntil, idleSince, stateSince);
    }

    /** Worked out once after each change: rules ask far more often than anything changes. */
    DeviceLoad load() {
      DeviceLoad known = load;
      if (known == null) {
        known = workedOut(state());
        load = known;
      }
      return known;
    }

    private DeviceLoad workedOut(DeviceState state) {
      int others = 0;
      for (CallId call : onIt()) {
        others += reserved.contains(call) ? 0 : 1;
      }
      int calls = Math.max(others, state.inCall() && reserved.isEmpty() ? 1 : 0);
      return new DeviceLoad(state, calls, reserved.size(), wrapUpUntil, idleSince);
    }

    private Set<CallId> onIt() {
      Set<CallId> calls = talking;
      for (DeviceReport report : reports.values()) {
        calls = with(calls, report.calls());
      }
      return calls;
    }

    DeviceState state() {
      DeviceState strongest = DeviceState.UNKNOWN;
      int strength = -1;
      for (DeviceReport report : reports.values()) {
        int other = WEAK_TO_STRONG.indexOf(report.state());
        if (other > strength) {
          strength = other;
          strongest = report.state();
        }
      }
      return strongest;
    }

    boolean reported(CallId call) {
      for (DeviceReport report : reports.values()) {
        if (report.calls().contains(call)) {
          return true;
        }
      }
      return false;
    }

    /** The talks that the switch knows of. */
    Set<CallId> reportedTalks() {
      if (talking.isEmpty()) {
        return Set.of();
      }
      Set<CallId> known = new HashSet<>(talking);
      known.removeIf(call -> !reported(call));
      return known;
    }

    /** Those of some calls that no switch reports, in order. */
    List<CallId> notReported(Set<CallId> calls) {
      return calls.stream()
          .filter(call -> !reported(call))
          .sorted(Comparator.comparing(CallId::value))
          .toList();
    }

    void hear(PbxId pbx, DeviceReport report) {
      if (reports.isEmpty() || (reports.size() == 1 && reports.containsKey(pbx))) {
        reports = Map.of(pbx, report);
      } else {
        Map<PbxId, DeviceReport> more = new HashMap<>(reports);
        more.put(pbx, report);
        reports = Map.copyOf(more);
      }
    }
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static Set<CallId> with(Set<CallId> calls, Set<CallId> others) {
    if (calls.isEmpty() || others.containsAll(calls)) {
      return others;
    }
    Set<CallId> more = new HashSet<>(calls);
    more.addAll(others);
    return more;
  }

  private static Set<CallId> with(Set<CallId> calls, CallId call) {
    if (calls.isEmpty()) {
      return Set.of(call);
    }
    Set<CallId> more = new HashSet<>(calls);
    more.add(call);
    return Set.copyOf(more);
  }

  private static Set<CallId> without(Set<CallId> calls, CallId call) {
    if (!calls.contains(call)) {
      return calls;
    }
    if (calls.size() == 1) {
      return Set.of();
    }
    Set<CallId> fewer = new HashSet<>(calls);
    fewer.remove(call);
    return Set.copyOf(fewer);
  }

  /** Since when the state of a device is what it is; the far past if nobody said. */
  public Instant stateSince(Device device) {
    Entry entry = entries.get(device);
    return entry == null ? Instant.MIN : entry.stateSince;
  }

  /** How much of a device is taken. */
  public DeviceLoad load(Device device) {
    Entry entry = entries.get(device);
    return entry == null ? DeviceLoad.UNHEARD : entry.load();
  }

  /**
   * How much of an extension with these devices is taken. It is reachable if one of them is, and
   * engaged if one of them is; a call that several of them ring for counts once.
   */
  public DeviceLoad load(List<RingTarget> devices) {
    if (devices.size() == 1) {
      return load(devices.get(0).device());
    }
    Entry together = new Entry();
    DeviceState state = DeviceState.INVALID;
    for (RingTarget each : devices) {
      Entry entry = entries.getOrDefault(each.device(), NONE);
      state = stronger(state, entry.state());
      together.add(entry);
    }
    return together.workedOut(state);
  }

  private static DeviceState stronger(DeviceState one, DeviceState other) {
    return WEAK_TO_STRONG.indexOf(other) > WEAK_TO_STRONG.indexOf(one) ? other : one;
  }

  /** The calls for which a device is reserved, by identity. */
  public List<CallId> reservedFor(Device device) {
    Entry entry = entries.get(device);
    return entry == null
        ? List.of()
        : entry.reserved.stream().sorted(Comparator.comparing(CallId::value)).toList();
  }

  /** Takes a slot for a call that is about to ring. */
  public void reserve(Device device, CallId call) {
    Entry entry = changing(device);
    entry.reserved = with(entry.reserved, call);
    openings.taken(device);
  }

  /** The call that was ringing is talking now. */
  public void talk(Device device, CallId call) {
    Entry entry = changing(device);
    entry.reserved = without(entry.reserved, call);
    entry.talking = with(entry.talking, call);
    openings.touched(device);
  }

  /** Whether it talks in a call of ours. */
  public boolean talks(Device device) {
    Entry entry = entries.get(device);
    return entry != null && !entry.talking.isEmpty();
  }

  /** A talk that is held with a device goes on in another call. */
  public void goOn(Device device, CallId call, CallId other) {
    Entry entry = changing(device);
    if (entry.talking.contains(call)) {
      entry.talking = with(without(entry.talking, call), other);
      openings.touched(device);
    }
  }

  /**
   * What belongs to the person at a device, and not to the device.
   *
   * @param talking the calls that the person talks to
   * @param wrapUpUntil when the last wrap-up ends; {@link Instant#MIN} if there was none
   * @param idleSince when the last call ended; {@link Instant#MIN} if there was none
   */
  public record Rest(Set<CallId> talking, Instant wrapUpUntil, Instant idleSince) {

    /** Nothing. */
    public static final Rest NONE = new Rest(Set.of(), Instant.MIN, Instant.MIN);

    /** Both together. */
    Rest and(Rest other) {
      return new Rest(
          with(talking, other.talking),
          later(wrapUpUntil, other.wrapUpUntil),
          later(idleSince, other.idleSince));
    }
  }

  /** What belongs to whoever is at a device. */
  public Rest rest(Device device) {
    Entry entry = entries.get(device);
    return entry == null ? Rest.NONE : new Rest(entry.talking, entry.wrapUpUntil, entry.idleSince);
  }

  /** A person goes: wrap-up and idle time too; talks that were begun here stay. */
  public void leaves(Device device, Rest rest, Set<CallId> begunHere) {
    Entry entry = changing(device);
    entry.wrapUpUntil = Instant.MIN;
    entry.idleSince = Instant.MIN;
    for (CallId call : rest.talking()) {
      entry.talking = begunHere.contains(call) ? entry.talking : without(entry.talking, call);
    }
    openings.touched(device);
  }

  /** A person comes, and with them what is theirs. */
  public void comes(Device device, Rest rest) {
    Entry entry = changing(device);
    Rest both = rest(device).and(rest);
    entry.talking = both.talking();
    entry.wrapUpUntil = both.wrapUpUntil();
    entry.idleSince = both.idleSince();
    openings.touched(device);
  }

  /** Gives a slot back without a talk. */
  public void release(Device device, CallId call) {
    Entry entry = changing(device);
    entry.reserved = without(entry.reserved, call);
    openings.touched(device);
  }

  /** The talk is over: the device rests for the wrap-up, and its idle time begins. */
  public void hangUp(Device device, CallId call, Duration wrapUp, Instant now) {
    Entry entry = changing(device);
    entry.reserved = without(entry.reserved, call);
    if (entry.talking.contains(call)) {
      entry.talking = without(entry.talking, call);
      entry.idleSince = now;
      entry.wrapUpUntil = wrapUp.isZero() ? entry.wrapUpUntil : now.plus(wrapUp);
    }
    openings.touched(device);
  }

  /**
   * Writes down what a switch says.
   *
   * @return the talks that are over, because the switch reported them before and no longer does
   */
  public List<CallId> report(PbxId pbx, DeviceReport report, Instant now) {
    Entry entry = changing(report.device());
    DeviceState was = entry.state();
    Set<CallId> reportedTalks = entry.reportedTalks();
    DeviceReport before = entry.reports.get(pbx);
    if (entry.reports.isEmpty()) {
      reported.add(report.device());
    }
    entry.hear(pbx, report);
    if (before != null) {
      index(report.device(), entry, before.calls());
    }
    index(report.device(), entry, report.calls());
    DeviceState is = entry.state();
    entry.stateSince = is == was ? entry.stateSince : now;
    if (was.inCall() && !is.inCall()) {
      entry.idleSince = now;
    }
    openings.touched(report.device());
    return reportedTalks.isEmpty() ? List.of() : entry.notReported(reportedTalks);
  }

  /**
   * The devices of which a switch said something, after another by name, at most so many; a copy.
   */
  public List<Device> reportedAfter(Optional<Device> last, int most) {
    return reported.after(last.orElse(null), most);
  }

  /** Whether a switch said something of a device. */
  public boolean isReportedBy(PbxId pbx, Device device) {
    Entry entry = entries.get(device);
    return entry != null && entry.reports.containsKey(pbx);
  }

  /** The calls that are on a device, as far as switches and talks say. */
  public Set<CallId> callsOn(Device device) {
    Entry entry = entries.get(device);
    return entry == null ? Set.of() : entry.onIt();
  }

  /** All devices on which a switch reports the call, by name. */
  public List<Device> devicesOf(CallId call) {
    return reportedOn.devices(call);
  }

  /** Which of these devices, if any, a switch reports the call on. */
  public Optional<Device> deviceOf(CallId call, List<Device> devices) {
    List<Device> reported = reportedOn.devices(call);
    return devices.stream().filter(reported::contains).findFirst();
  }

  private void index(Device device, Entry entry, Set<CallId> calls) {
    for (CallId call : calls) {
      reportedOn.note(call, device, entry.reported(call));
    }
  }

  /** The entry of a device that is about to change. */
  private Entry changing(Device device) {
    readings.before(device);
    Entry entry = entries.get(device);
    if (entry == null) {
      entry = new Entry();
      entries.put(device, entry);
      byName.add(device);
    }
    entry.load = null;
    return entry;
  }
}
