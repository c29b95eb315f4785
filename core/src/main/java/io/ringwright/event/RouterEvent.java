package io.ringwright.event;

import io.ringwright.availability.Attendance;
import io.ringwright.availability.DeviceReport;
import io.ringwright.call.CallId;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.ExternalNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.call.PbxId;
import io.ringwright.call.Priority;
import io.ringwright.call.RememberedCall;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.Token;
import io.ringwright.port.PbxSnapshot;
import io.ringwright.port.Telephony.DeliveryReport;
import io.ringwright.port.Telephony.Whereabouts;
import io.ringwright.waiting.WaitingCall;

/**
 * One thing that happened. The state of the engine follows from the list of these and the instants
 * at which they happened, and from nothing else.
 *
 * <p>Thread safety: immutable.
 */
public sealed interface RouterEvent {

  /**
   * The engine started.
   *
   * @param firstToken the number after which tokens are counted
   * @param seed what lots are drawn with
   */
  record Started(long firstToken, long seed) implements RouterEvent {}

  /**
   * The store still held a call when the engine started.
   *
   * @param call the call with its place
   */
  record Recalled(WaitingCall call) implements RouterEvent {}

  /**
   * A call reached the switch.
   *
   * @param call the call
   */
  record Arrived(InboundCall call) implements RouterEvent {}

  /**
   * Ringing ended.
   *
   * @param call the call, as its channel remembers it
   * @param token the token of the attempt
   * @param outcome how it ended
   */
  record RingEnded(RememberedCall call, Token token, RingOutcome outcome) implements RouterEvent {}

  /**
   * A caller who was moved arrived at the landing place.
   *
   * @param call the call, as its channel remembers it
   * @param token the token with which it was moved
   * @param won whether the store let the token in
   */
  record Landed(RememberedCall call, Token token, boolean won) implements RouterEvent {}

  /**
   * A waiting caller gave a sign of life.
   *
   * @param call the call, as its channel remembers it
   */
  record CallerAlive(RememberedCall call) implements RouterEvent {}

  /**
   * A waiting caller pressed a key.
   *
   * @param call the call, as its channel remembers it
   * @param key which key
   */
  record KeyPressed(RememberedCall call, DirectoryNumber key) implements RouterEvent {}

  /**
   * A phone was answered.
   *
   * @param call the call
   * @param device which phone
   */
  record Answered(CallId call, Device device) implements RouterEvent {}

  /**
   * The caller's channel is gone.
   *
   * @param call the call
   */
  record Ended(CallId call) implements RouterEvent {}

  /**
   * The host takes a waiting call out of line.
   *
   * @param call the call
   */
  record Withdrawn(CallId call) implements RouterEvent {}

  /**
   * The host gives a call another priority.
   *
   * @param call the call
   * @param priority its priority from now on
   */
  record PriorityChanged(CallId call, Priority priority) implements RouterEvent {}

  /**
   * The host arranges that a waiting caller is called back.
   *
   * @param call the call
   * @param number where to call
   */
  record CallBackArranged(CallId call, ExternalNumber number) implements RouterEvent {}

  /**
   * Somebody logged in or out, paused or resumed.
   *
   * @param extension whose number
   * @param attendance what holds from now on
   */
  record AttendanceChanged(DirectoryNumber extension, Attendance attendance)
      implements RouterEvent {}

  /**
   * The state of a device, or the calls it is in, changed.
   *
   * @param pbx which switch says so
   * @param report the state as it is now
   */
  record DeviceReported(PbxId pbx, DeviceReport report) implements RouterEvent {}

  /**
   * There is a link to a switch.
   *
   * @param snapshot all that the switch knows
   */
  record PbxConnected(PbxSnapshot snapshot) implements RouterEvent {}

  /**
   * The link to a switch is lost.
   *
   * @param pbx which switch
   */
  record PbxDisconnected(PbxId pbx) implements RouterEvent {}

  /** The directory has another phone list. */
  record DirectoryChanged() implements RouterEvent {}

  /** Time passed: what is due is done. */
  record TimePassed() implements RouterEvent {}

  /**
   * What the switch said to a delivery.
   *
   * @param call the call
   * @param token the token of the attempt
   * @param report what it said
   */
  record DeliveryAnswered(CallId call, Token token, DeliveryReport report) implements RouterEvent {}

  /**
   * Where the switch saw a caller.
   *
   * @param call the call
   * @param token the token of the attempt about which it was asked
   * @param moves how often the call had moved by then: a later move makes the answer old
   * @param where where it was
   */
  record CallerSeen(CallId call, Token token, int moves, Whereabouts where)
      implements RouterEvent {}

  /**
   * The store says that somebody else holds the call, or that it does not know it.
   *
   * @param call the call
   * @param token the token of the attempt
   */
  record ClaimLost(CallId call, Token token) implements RouterEvent {}

  /**
   * The store knows that a call is over which a list of channels still contained.
   *
   * @param call the call
   */
  record RestoreRefused(CallId call) implements RouterEvent {}
}
