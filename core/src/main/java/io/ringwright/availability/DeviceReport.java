package io.ringwright.availability;

import io.ringwright.call.CallId;
import io.ringwright.call.Device;
import java.util.Set;

/**
 * What a switch reports about one device at one moment. It is a state, not a change, so reporting
 * it twice changes nothing.
 *
 * <p>Thread safety: immutable.
 *
 * @param device which device
 * @param state the state that the switch reports
 * @param calls the calls to which the device's channels belong, ringing or talking; a call that the
 *     device makes itself counts as well
 */
public record DeviceReport(Device device, DeviceState state, Set<CallId> calls) {

  /** Copies the calls. */
  public DeviceReport {
    calls = Set.copyOf(calls);
  }
}
