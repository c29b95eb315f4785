package io.ringwright.ami;

import io.ringwright.availability.DeviceReport;
import io.ringwright.call.CallId;
import io.ringwright.call.Device;
import java.util.List;

/** What the engine is told because of an event. */
sealed interface Fact {

  /** A device is in this state and these calls. */
  record Reported(DeviceReport report) implements Fact {}

  /** Somebody answered, with a phone that has these names. */
  record Answered(CallId call, List<Device> names) implements Fact {}

  /** Somebody else talks to the caller, with a phone that has these names. */
  record HandedOver(CallId call, List<Device> names) implements Fact {}

  /** The caller of another call goes on at the place of this one, on this channel. */
  record TakenOver(CallId call, String channel, CallId by) implements Fact {}

  /** The caller is in the fallback context. */
  record FellBack(CallId call) implements Fact {}

  /** A channel that may have been a caller's is gone. */
  record Ended(CallId call) implements Fact {}
}
