package io.ringwright.event;

import io.ringwright.availability.Attendance;
import io.ringwright.availability.DeviceReport;
import io.ringwright.call.CallId;
import io.ringwright.call.Channel;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.ExternalNumber;
import io.ringwright.call.HangUpSide;
import io.ringwright.call.InboundCall;
import io.ringwright.call.Inquiry;
import io.ringwright.call.PbxId;
import io.ringwright.call.Preference;
import io.ringwright.call.Priority;
import io.ringwright.call.RememberedCall;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.TalkingPhone;
import io.ringwright.call.Token;
import io.ringwright.directory.PhoneList;
import io.ringwright.port.PbxSnapshot;
import io.ringwright.port.Telephony.DeliveryReport;
import io.ringwright.port.Telephony.Whereabouts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One thing that happened. The state of the engine follows from the list of events with their
 * moments, the answers of host predicates and the failures of strategies, and from nothing else.
 *
 * <p>Thread safety: immutable.
 */
public sealed interface RouterEvent {

  /**
   * The engine started, and knows nothing yet.
   *
   * @param firstToken the number after which tokens are counted
   * @param seed the seed of the strategies that choose at random
   */
  record Started(long firstToken, long seed) implements RouterEvent {
    @Override
    public <R> R accept(RouterEventCases<R> cases) {
      return cases.started(this);
    }
  }

  /**
   * The engine goes on from what its journal kept: no switch is linked yet.
   *
   * @param within for how long the first snapshot of each switch is awaited that was linked before;
   *     zero for not at all
   */
  record Resumed(Duration within) implements RouterEvent {
    @Override
    public <R> R accept(RouterEventCases<R> cases) {
      return cases.resumed(this);
    }
  }

  /**
   * Another phone list is in force from here on.
   *
   * @param version its number among the lists of this engine, from 1
   * @param phones the list
   */
  record PhoneListInstalled(long version, PhoneList phones) implements RouterEvent {
    @Override
    public <R> R accept(RouterEventCases<R> cases) {
      return cases.phoneListInstalled(this);
    }
  }

  /**
   * A call reached the switch.
   *
   * @param call the call
   */
  record Arrived(InboundCall call) implements RouterEvent {
    @Override
    public <R> R accept(RouterEventCases<R> cases) {
      return cases.arrived(this);
    }
  }

  /**
   * Ringing ended.
   *
   * @param call the call, as its channel remembers it
   * @param token the token of the attempt
   * @param outcome how it ended
   */
  record RingEnded(RememberedCall call, Token token, RingOutcome outcome) implements RouterEvent {
    @Override
    public <R> R accept(RouterEventCases<R> cases) {
      return cases.ringEnded(this);
    }
  }

  /**
   * A caller who was moved arrived at the landing place.
   *
   * @param call the call, as its channel remembers it
   * @param token the token with which it was moved
   */
  record Landed(RememberedCall call, Token token) implements RouterEvent {
    @Override
    public <R> R accept(RouterEventCases<R> cases) {
      return cases.landed(this);
    }
  }

  /**
   * A waiting caller's channel sent a sign of life.
   *
   * @param call the call, as its channel remembers it
   */
  record CallerAlive(RememberedCall call) implements RouterEvent {
    @Override
    public <R> R accept(RouterEventCases<R> cases) {
      return cases.callerAlive(this);
    }
  }

  /**
   * A waiting caller pressed a key, or several that belong together.
   *
   * @param call the call, as its channel remembers it
   * @param key which key, or which keys
   * @param inquiry what the caller was asked before; mostly nothing
   * @param callsBack whether its switch was said to be able to call somebody back
   */
  record KeyPressed(
      RememberedCall call, DirectoryNumber key, Optional<Inquiry> inquiry, boolean callsBack)
      implements RouterEvent {
    @Override
    public <R> R accept(RouterEventCases<R> cases) {
      return cases.keyPressed(this);
    }
  }

  /**
   * A phone was answered.
   *
   * @param call the call
   * @param phone on which phone
   */
  record Answered(CallId call, TalkingPhone phone) implements RouterEvent {

    /** The same for a phone of which the channel is not known. */
    public Answered(CallId call, List<Device> names) {
      this(call, TalkingPhone.of(names));
    }

    @Override
    public <R> R accept(RouterEventCases<R> cases) {
      return cases.answered(this);
    }
  }

  /**
   * The caller's channel has ended.
   *
   * @param call the call
   * @param by who hung up
   */
  record Ended(CallId call, HangUpSide by) implements RouterEvent {

    /** The same where nobody said who hung up. */
    public Ended(CallId call) {
      this(call, HangUpSide.UNKNOWN);
    }

    @Override
    public <R> R accept(RouterEventCases<R> cases) {
      return cases.ended(this);
    }
  }

  /**
   * Somebody else talks to the caller now.
   *
   * @param call the call
   * @param phone on which phone
   */
  record HandedOver(CallId call, TalkingPhone phone) implements RouterEvent {

    /** The same for a phone of which the channel is not known. */
    public HandedOver(CallId call, List<Device> names) {
      this(call, TalkingPhone.of(names));
    }

    @Override
    public <R> R accept(RouterEventCases<R> cases) {
      return cases.handedOver(this);
    }
  }

  /**
   * No engine answered the dialplan in time: the call goes on without one.
   *
   * @param call the call
   */
  record FellBack(CallId call) implements RouterEvent {
    @Override
    public <R> R accept(RouterEventCases<R> cases) {
      return cases.fellBack(this);
    }
  }

  /**
   * Another caller goes on at the place of a call: an attended transfer to it was completed.
   *
   * @param call the call whose place is taken
   * @param channel the channel of the caller who goes on there
   * @param by the call of that caller so far
   */
  record TakenOver(CallId call, Channel channel, CallId by) implements RouterEvent {
    @Override
    public <R> R accept(RouterEventCases<R> cases) {
      return cases.takenOver(this);
    }
  }

  /**
   * The host takes a waiting call out of its queue.
   *
   * @param call the call
   */
  record Withdrawn(CallId call) implements RouterEvent {
    @Override
    public <R> R accept(RouterEventCases<R> cases) {
      return cases.withdrawn(this);
    }
  }

  /**
   * The host sends a waiting caller to an extension, out of turn.
   *
   * @param call the call
   * @param to the number of the extension
   */
  record DeliveryOrdered(CallId call, DirectoryNumber to) implements RouterEvent {
    @Override
    public <R> R accept(RouterEventCases<R> cases) {
      return cases.deliveryOrdered(this);
    }
  }

  /**
   * The host gives a call another priority.
   *
   * @param call the call
   * @param priority its priority from now on
   */
  record PriorityChanged(CallId call, Priority priority) implements RouterEvent {
    @Override
    public <R> R accept(RouterEventCases<R> cases) {
      return cases.priorityChanged(this);
    }
  }

  /**
   * The host has a call prefer an extension for a while.
   *
   * @param call the call
   * @param preference which extension, and for how long from now on
   */
  record PreferenceOrdered(CallId call, Preference preference) implements RouterEvent {
    @Override
    public <R> R accept(RouterEventCases<R> cases) {
      return cases.preferenceOrdered(this);
    }
  }

  /**
   * The host arranges that a waiting caller is called back.
   *
   * @param call the call
   * @param number where to call
   * @param callsBack whether its switch was said to be able to call somebody back
   */
  record CallBackArranged(CallId call, ExternalNumber number, boolean callsBack)
      implements RouterEvent {
    @Override
    public <R> R accept(RouterEventCases<R> cases) {
      return cases.callBackArranged(this);
    }
  }

  /**
   * The host logged an extension in or out, paused it or ended its pause.
   *
   * @param extension whose number
   * @param attendance what holds from now on
   */
  record AttendanceChanged(DirectoryNumber extension, Attendance attendance)
      implements RouterEvent {
    @Override
    public <R> R accept(RouterEventCases<R> cases) {
      return cases.attendanceChanged(this);
    }
  }

  /**
   * The host logged an extension in to one hunt group or out of it, paused it there or ended that
   * pause.
   *
   * @param extension whose number
   * @param group the number of the group
   * @param attendance what holds there from now on
   */
  record GroupAttendanceChanged(
      DirectoryNumber extension, DirectoryNumber group, Attendance attendance)
      implements RouterEvent {
    @Override
    public <R> R accept(RouterEventCases<R> cases) {
      return cases.groupAttendanceChanged(this);
    }
  }

  /**
   * The state of a device, or the calls it is in, changed.
   *
   * @param pbx which switch says so
   * @param report the state as it is now
   */
  record DeviceReported(PbxId pbx, DeviceReport report) implements RouterEvent {
    @Override
    public <R> R accept(RouterEventCases<R> cases) {
      return cases.deviceReported(this);
    }
  }

  /**
   * A part of what a switch knows, and not the last: long snapshots come in several events, so that
   * others need not wait for them.
   *
   * @param part the part; all parts of one snapshot were taken at the same instant
   */
  record PbxSeen(PbxSnapshot part) implements RouterEvent {
    @Override
    public <R> R accept(RouterEventCases<R> cases) {
      return cases.pbxSeen(this);
    }
  }

  /**
   * There is a link to a switch.
   *
   * @param snapshot all that the switch knows, or the last part of it
   */
  record PbxConnected(PbxSnapshot snapshot) implements RouterEvent {
    @Override
    public <R> R accept(RouterEventCases<R> cases) {
      return cases.pbxConnected(this);
    }
  }

  /**
   * A link to a switch is being made, and a snapshot will follow.
   *
   * @param pbx which switch
   * @param within for how long the snapshot is awaited; zero for not at all
   */
  record PbxExpected(PbxId pbx, Duration within) implements RouterEvent {
    @Override
    public <R> R accept(RouterEventCases<R> cases) {
      return cases.pbxExpected(this);
    }
  }

  /**
   * The link to a switch is lost.
   *
   * @param pbx which switch
   */
  record PbxDisconnected(PbxId pbx) implements RouterEvent {
    @Override
    public <R> R accept(RouterEventCases<R> cases) {
      return cases.pbxDisconnected(this);
    }
  }

  /** Time passed: what is due is done. */
  record TimePassed() implements RouterEvent {
    @Override
    public <R> R accept(RouterEventCases<R> cases) {
      return cases.timePassed(this);
    }
  }

  /**
   * What the switch said to a delivery.
   *
   * @param call the call
   * @param token the token of the attempt
   * @param report what it said
   */
  record DeliveryAnswered(CallId call, Token token, DeliveryReport report) implements RouterEvent {
    @Override
    public <R> R accept(RouterEventCases<R> cases) {
      return cases.deliveryAnswered(this);
    }
  }

  /**
   * Where the switch saw a caller.
   *
   * @param call the call
   * @param token the token of the attempt about which it was asked
   * @param moves how often the call had moved by then: a later move makes the answer old
   * @param where where it was
   */
  record CallerSeen(CallId call, Token token, int moves, Whereabouts where) implements RouterEvent {
    @Override
    public <R> R accept(RouterEventCases<R> cases) {
      return cases.callerSeen(this);
    }
  }

  /**
   * Hands this event to the function of its kind. A kind that has no function does not compile.
   *
   * @param cases one function for each kind
   * @param <R> what they give
   * @return what that function gave
   */
  <R> R accept(RouterEventCases<R> cases);
}
