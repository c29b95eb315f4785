package io.ringwright.port;

import io.ringwright.availability.DeviceReport;
import io.ringwright.call.PbxId;
import io.ringwright.call.RememberedCall;
import io.ringwright.port.Telephony.Whereabouts;
import java.util.List;

/**
 * All that one switch knows at one moment. Events are hints; this is the truth, and what it does
 * not contain does not exist.
 *
 * <p>Thread safety: immutable.
 *
 * @param pbx which switch
 * @param devices every device it knows
 * @param callers every caller whose channel remembers a call
 */
public record PbxSnapshot(PbxId pbx, List<DeviceReport> devices, List<SeenCaller> callers) {

  /** Copies the lists. */
  public PbxSnapshot {
    devices = List.copyOf(devices);
    callers = List.copyOf(callers);
  }

  /**
   * A caller who was seen.
   *
   * @param call what the channel remembers
   * @param where where the caller was
   */
  public record SeenCaller(RememberedCall call, Whereabouts where) {}
}
