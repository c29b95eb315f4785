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
 *     device makes itself counts as well. An adapter tells at most {@value #MOST_CALLS}, those that
 *     came first: more are not on a phone, but on a trunk
 */
public record DeviceReport(Device device, DeviceState state, Set<CallId> calls) {

  /** What an event costs must not grow with the calls on one trunk. */
  public static final int MOST_CALLS = 100;

  /** Copies the calls. */
  public DeviceReport {
    calls = Set.copyOf(calls);
  }
}
