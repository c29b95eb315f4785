package io.ringwright;

import io.ringwright.availability.DeviceReport;
import io.ringwright.call.CallId;
import io.ringwright.call.Device;
import io.ringwright.call.PbxId;
import io.ringwright.port.PbxSnapshot;

/**
 * The events that AMI reports: the link to a switch, its devices, answers and hang-ups. The events
 * and questions of FastAGI are in {@link CallEvents}; {@link CallRouter} implements both.
 *
 * <p>Events may come late, twice or never. A snapshot is complete and corrects what events got
 * wrong.
 *
 * <p>Errors: as for {@link CallEvents}. If the event itself cannot be applied, {@link
 * io.ringwright.port.RoutingListener#failed} is told and the method returns.
 *
 * <p>Thread safety: implementations may be used by many threads.
 */
public interface SwitchEvents {

  /**
   * There is a link to a switch, and this is all that the switch knows. Called again while the link
   * stands, it corrects what events got wrong. A long snapshot is applied in several events, so
   * that others need not wait for it.
   *
   * @param snapshot devices, channels and callers, all of one instant
   */
  void pbxConnected(PbxSnapshot snapshot);

  /**
   * The link to a switch is lost: no caller is moved there until it is back. A caller who waits
   * there can be sent to a phone by the answer to the next sign of life.
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
   * Somebody answered a call.
   *
   * @param call the call
   * @param device on which phone
   */
  void callAnswered(CallId call, Device device);

  /**
   * The caller's channel has ended.
   *
   * @param call the call
   */
  void callEnded(CallId call);
}
