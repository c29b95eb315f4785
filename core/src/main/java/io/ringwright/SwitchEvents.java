package io.ringwright;

import io.ringwright.availability.DeviceReport;
import io.ringwright.call.CallId;
import io.ringwright.call.Device;
import io.ringwright.call.PbxId;
import io.ringwright.port.PbxSnapshot;

/**
 * What a switch says of itself, as AMI brings it: one half of the door of the engine. The other is
 * {@link CallEvents}; {@link CallRouter} is both.
 *
 * <p>Events are hints, and may come late, twice or never; a snapshot is what is true.
 *
 * <p>Thread safety: implementations may be used by many threads.
 */
public interface SwitchEvents {

  /**
   * There is a link to a switch, and this is all that the switch knows. Said again while the link
   * stands, it corrects what events got wrong.
   *
   * @param snapshot devices, channels and callers, all of one instant
   */
  void pbxConnected(PbxSnapshot snapshot);

  /**
   * The link to a switch is lost: nothing is delivered there until it is back. Callers who wait
   * there are served when they give a sign of life.
   *
   * @param pbx which switch
   */
  void pbxDisconnected(PbxId pbx);

  /**
   * The state of a device, or the calls it is in, changed.
   *
   * @param pbx which switch says so
   * @param report the state as it is now
   */
  void deviceReported(PbxId pbx, DeviceReport report);

  /**
   * A phone was answered.
   *
   * @param call the call
   * @param device which phone
   */
  void callAnswered(CallId call, Device device);

  /**
   * The caller's channel is gone.
   *
   * @param call the call
   */
  void callEnded(CallId call);
}
