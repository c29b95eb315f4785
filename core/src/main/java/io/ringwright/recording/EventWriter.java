package io.ringwright.recording;

import io.ringwright.call.HangUpSide;
import io.ringwright.call.TalkingPhone;
import io.ringwright.event.PhoneLists;
import io.ringwright.event.RouterEvent;
import io.ringwright.event.RouterEventCases;
import io.ringwright.text.CallFields;
import io.ringwright.text.FieldWriter;
import io.ringwright.text.Words;

/** Writes events: for each kind a name, and the fields that come after it. */
final class EventWriter implements RouterEventCases<FieldWriter> {

  private final String prefix;

  /** Writes one event behind a prefix. */
  EventWriter(String prefix) {
    this.prefix = prefix;
  }

  private FieldWriter line(String name) {
    return new FieldWriter(prefix + name);
  }

  @Override
  public FieldWriter started(RouterEvent.Started it) {
    return line("started").put("first-token", it.firstToken()).put("seed", it.seed());
  }

  @Override
  public FieldWriter resumed(RouterEvent.Resumed it) {
    return line("resumed").put("within", it.within());
  }

  @Override
  public FieldWriter phoneListInstalled(RouterEvent.PhoneListInstalled it) {
    return line("phone-list-installed")
        .put("version", it.version())
        .put("sha256", PhoneLists.hash(it.phones()));
  }

  @Override
  public FieldWriter arrived(RouterEvent.Arrived it) {
    FieldWriter line = line("arrived");
    return CallFields.put(line, it.call());
  }

  @Override
  public FieldWriter ringEnded(RouterEvent.RingEnded it) {
    FieldWriter line = line("ring-ended");
    return CallFields.put(line, it.call()).put("token", it.token()).put("how", it.outcome());
  }

  @Override
  public FieldWriter landed(RouterEvent.Landed it) {
    FieldWriter line = line("landed");
    return CallFields.put(line, it.call()).put("token", it.token());
  }

  @Override
  public FieldWriter callerAlive(RouterEvent.CallerAlive it) {
    FieldWriter line = line("caller-alive");
    return CallFields.put(line, it.call());
  }

  @Override
  public FieldWriter keyPressed(RouterEvent.KeyPressed it) {
    FieldWriter line = line("key-pressed");
    CallFields.put(line, it.call()).put("key", it.key()).putIfAny("inquiry", it.inquiry());
    return callsBack(line, it.callsBack());
  }

  @Override
  public FieldWriter answered(RouterEvent.Answered it) {
    return phone(line("answered").put("call", it.call()), it.phone());
  }

  @Override
  public FieldWriter ended(RouterEvent.Ended it) {
    FieldWriter line = line("ended").put("call", it.call());
    return it.by() == HangUpSide.UNKNOWN ? line : line.put("by", it.by());
  }

  @Override
  public FieldWriter handedOver(RouterEvent.HandedOver it) {
    return phone(line("handed-over").put("call", it.call()), it.phone());
  }

  private static FieldWriter phone(FieldWriter line, TalkingPhone phone) {
    return line.putAll("device", phone.names())
        .putIfAny("channel", phone.channel().map(Words::channel));
  }

  @Override
  public FieldWriter fellBack(RouterEvent.FellBack it) {
    return line("fell-back").put("call", it.call());
  }

  @Override
  public FieldWriter takenOver(RouterEvent.TakenOver it) {
    return line("taken-over")
        .put("call", it.call())
        .put("channel", Words.channel(it.channel()))
        .put("by", it.by());
  }

  @Override
  public FieldWriter withdrawn(RouterEvent.Withdrawn it) {
    return line("withdrawn").put("call", it.call());
  }

  @Override
  public FieldWriter deliveryOrdered(RouterEvent.DeliveryOrdered it) {
    return line("delivery-ordered").put("call", it.call()).put("to", it.to());
  }

  @Override
  public FieldWriter preferenceOrdered(RouterEvent.PreferenceOrdered it) {
    return line("preference-ordered")
        .put("call", it.call())
        .put("extension", it.preference().extension())
        .put("for", it.preference().time());
  }

  @Override
  public FieldWriter priorityChanged(RouterEvent.PriorityChanged it) {
    return line("priority-changed").put("call", it.call()).put("priority", it.priority());
  }

  @Override
  public FieldWriter callBackArranged(RouterEvent.CallBackArranged it) {
    FieldWriter line = line("call-back-arranged").put("call", it.call()).put("number", it.number());
    return callsBack(line, it.callsBack());
  }

  @Override
  public FieldWriter attendanceChanged(RouterEvent.AttendanceChanged it) {
    return line("attendance-changed")
        .put("extension", it.extension())
        .put("logged-in", yes(it.attendance().loggedIn()))
        .putIfAny("paused-for", it.attendance().pausedFor());
  }

  @Override
  public FieldWriter groupAttendanceChanged(RouterEvent.GroupAttendanceChanged it) {
    return line("group-attendance-changed")
        .put("extension", it.extension())
        .put("group", it.group())
        .put("logged-in", yes(it.attendance().loggedIn()))
        .putIfAny("paused-for", it.attendance().pausedFor());
  }

  @Override
  public FieldWriter deviceReported(RouterEvent.DeviceReported it) {
    return line("device-reported").put("pbx", it.pbx()).putAll("device", Words.parts(it.report()));
  }

  @Override
  public FieldWriter pbxSeen(RouterEvent.PbxSeen it) {
    FieldWriter line = line("pbx-seen");
    CallFields.put(line, it.part());
    return line;
  }

  @Override
  public FieldWriter pbxConnected(RouterEvent.PbxConnected it) {
    FieldWriter line = line("pbx-connected");
    CallFields.put(line, it.snapshot());
    return line;
  }

  @Override
  public FieldWriter pbxExpected(RouterEvent.PbxExpected it) {
    return line("pbx-expected").put("pbx", it.pbx()).put("within", it.within());
  }

  @Override
  public FieldWriter pbxDisconnected(RouterEvent.PbxDisconnected it) {
    return line("pbx-disconnected").put("pbx", it.pbx());
  }

  @Override
  public FieldWriter timePassed(RouterEvent.TimePassed it) {
    return line("time-passed");
  }

  @Override
  public FieldWriter deliveryAnswered(RouterEvent.DeliveryAnswered it) {
    return line("delivery-answered")
        .put("call", it.call())
        .put("token", it.token())
        .put("report", it.report());
  }

  @Override
  public FieldWriter callerSeen(RouterEvent.CallerSeen it) {
    return line("caller-seen")
        .put("call", it.call())
        .put("token", it.token())
        .put("moves", it.moves())
        .put("where", it.where());
  }

  /** Mostly a switch can call somebody back; nothing is written then. */
  private static FieldWriter callsBack(FieldWriter line, boolean able) {
    return able ? line : line.put("calls-back", yes(able));
  }

  private static String yes(boolean value) {
    return value ? "yes" : "no";
  }
}
