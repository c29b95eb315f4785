package io.ringwright;

import io.ringwright.availability.DeviceReport;
import io.ringwright.call.CallId;
import io.ringwright.call.Channel;
import io.ringwright.call.Device;
import io.ringwright.call.HangUpSide;
import io.ringwright.call.PbxId;
import io.ringwright.call.TalkingPhone;
import io.ringwright.port.PbxSnapshot;
import io.ringwright.view.Attendances;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

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
   * The engine's time at this moment. It never goes back, and no step of the wall clock changes it:
   * waits are measured by it, and the instant at which a snapshot was taken is one of it.
   *
   * @return an instant, in whole milliseconds
   */
  Instant engineTime();

  /**
   * A link to a switch is being made, and {@link #pbxConnected} will follow with the first
   * snapshot. Until it has come no phone is promised to callers there: who arrives or gives a sign
   * of life waits, at the own place, for as long as {@link CallRouterBuilder#snapshotWithin} says.
   * Whoever never reports this has no such wait. Reported before the first call of a switch can
   * arrive, and again before each snapshot that follows a loss of the link. While there is a link
   * it changes nothing.
   *
   * @param pbx which switch
   */
  void pbxExpected(PbxId pbx);

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
   * Whether the state of hints is to be reported, too: a phone list names a device by one.
   *
   * @return false unless an implementation says otherwise
   */
  default boolean watchesHints() {
    return false;
  }

  /**
   * How the router that is told is set up, to be compared with what the switch has.
   *
   * @return empty unless an implementation says otherwise
   */
  default Optional<RouterSetup> setup() {
    return Optional.empty();
  }

  /**
   * Who is logged in and who is paused, for lamps.
   *
   * @param known what was answered before; {@link Attendances#NONE} at first
   * @return the same object if nothing has changed since, and always unless an implementation says
   *     otherwise
   */
  default Attendances attendances(Attendances known) {
    return known;
  }

  /**
   * The state of a device, or the calls it is in, changed.
   *
   * @param pbx which switch says so
   * @param report the state as it is now
   */
  void deviceReported(PbxId pbx, DeviceReport report);

  /**
   * Somebody answered a call. Whether the phone is in the phone list or an outsider's makes no
   * difference: the wait is over. While somebody talks to the caller another answer changes
   * nothing.
   *
   * @param call the call
   * @param phone on which phone, with at least one name
   */
  void callAnswered(CallId call, TalkingPhone phone);

  /**
   * The same for a phone of which the channel is not known.
   *
   * @param call the call
   * @param names the names of that phone, at least one, the one that was dialled first
   */
  default void callAnswered(CallId call, List<Device> names) {
    callAnswered(call, TalkingPhone.of(names));
  }

  /**
   * The same for a phone with one name.
   *
   * @param call the call
   * @param device on which phone
   */
  default void callAnswered(CallId call, Device device) {
    callAnswered(call, List.of(device));
  }

  /**
   * Somebody else talks to the caller now, after a transfer, a pick-up or parking. For a call that
   * nobody has answered it is the answer.
   *
   * @param call the call
   * @param phone on which phone, with at least one name
   */
  void callHandedOver(CallId call, TalkingPhone phone);

  /**
   * The same for a phone of which the channel is not known.
   *
   * @param call the call
   * @param names the names of that phone, as for {@link #callAnswered(CallId, List)}
   */
  default void callHandedOver(CallId call, List<Device> names) {
    callHandedOver(call, TalkingPhone.of(names));
  }

  /**
   * Another caller goes on at the place of a call: somebody had called for a consultation, and
   * completed the transfer. If the call waits or phones ring for it, it goes on at its place with
   * that caller, and what was that caller's call until now is over. If somebody had answered, the
   * caller's call goes on with whom the transfer leads to, and the consultation is over.
   *
   * @param call the consultation, whose place is taken
   * @param channel the channel of the caller who goes on there
   * @param by the call of that caller so far
   */
  void callTakenOver(CallId call, Channel channel, CallId by);

  /**
   * No engine answered the dialplan in time, and the caller is in the fallback context.
   *
   * @param call the call
   */
  void callFellBack(CallId call);

  /**
   * The caller's channel has ended.
   *
   * @param call the call
   * @param by who hung up, as far as the switch said
   */
  void callEnded(CallId call, HangUpSide by);

  /**
   * The same where the switch did not say who hung up.
   *
   * @param call the call
   */
  default void callEnded(CallId call) {
    callEnded(call, HangUpSide.UNKNOWN);
  }
}
