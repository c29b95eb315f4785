package io.ringwright.port;

import io.ringwright.availability.DeviceReport;
import io.ringwright.call.CallId;
import io.ringwright.call.Device;
import io.ringwright.call.PbxId;
import io.ringwright.call.RememberedCall;
import io.ringwright.port.Telephony.Whereabouts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * All devices, channels and callers of one switch at one instant. It is complete: a call of this
 * switch whose channel is not in it has ended, unless something newer was heard of it.
 *
 * <p>Thread safety: immutable.
 *
 * @param pbx which switch
 * @param takenAt when the first list was asked for; what happened since may be missing
 * @param devices every device it knows
 * @param alive the identities of all channels there are; a call of this switch that is not among
 *     them is over
 * @param callers every caller whose channel remembers a call
 */
public record PbxSnapshot(
    PbxId pbx,
    Instant takenAt,
    List<DeviceReport> devices,
    Set<CallId> alive,
    List<SeenCaller> callers) {

  /** Copies the lists. */
  public PbxSnapshot {
    devices = List.copyOf(devices);
    alive = Set.copyOf(alive);
    callers = List.copyOf(callers);
  }

  /**
   * This snapshot in parts, all taken at the same instant, which contain it together.
   *
   * @param longest how many devices, callers, and identities of channels a part has at the most
   * @return at least one
   */
  public List<PbxSnapshot> parts(int longest) {
    List<CallId> identities = alive.stream().sorted(Comparator.comparing(CallId::value)).toList();
    int most = Math.max(Math.max(devices.size(), callers.size()), identities.size());
    List<PbxSnapshot> parts = new ArrayList<>();
    for (int from = 0; from == 0 || from < most; from += longest) {
      parts.add(
          new PbxSnapshot(
              pbx,
              takenAt,
              part(devices, from, longest),
              Set.copyOf(part(identities, from, longest)),
              part(callers, from, longest)));
    }
    return parts;
  }

  private static <T> List<T> part(List<T> all, int from, int longest) {
    int end = Math.min(all.size(), from + longest);
    return from < end ? all.subList(from, end) : List.of();
  }

  /**
   * A caller who was seen.
   *
   * @param call what the channel remembers
   * @param where where the caller was
   * @param with with whom, if {@link Whereabouts#TALKING}: the names of one phone, the one that was
   *     dialled first; none if the switch does not say
   */
  public record SeenCaller(RememberedCall call, Whereabouts where, List<Device> with) {

    /** Copies the names. */
    public SeenCaller {
      with = List.copyOf(with);
    }

    /**
     * A caller of whom is not known with whom they talk, if they do.
     *
     * @param call what the channel remembers
     * @param where where the caller was
     */
    public SeenCaller(RememberedCall call, Whereabouts where) {
      this(call, where, List.of());
    }
  }
}
