package io.ringwright.recording;

import io.ringwright.availability.Attendance;
import io.ringwright.call.CallId;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.ExternalNumber;
import io.ringwright.call.HangUpSide;
import io.ringwright.call.Inquiry;
import io.ringwright.call.PbxId;
import io.ringwright.call.Preference;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.TalkingPhone;
import io.ringwright.event.EventFormatException;
import io.ringwright.event.RouterEvent;
import io.ringwright.port.Telephony.DeliveryReport;
import io.ringwright.port.Telephony.Whereabouts;
import io.ringwright.text.CallFields;
import io.ringwright.text.FieldReader;
import io.ringwright.text.Words;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;

/** Reads events: by the name of each kind, the fields that come after it. */
final class EventParser {

  private static final Map<String, Function<FieldReader, RouterEvent>> KINDS =
      Map.ofEntries(
          Map.entry(
              "started",
              line ->
                  new RouterEvent.Started(
                      line.one("first-token", Long::parseLong), line.one("seed", Long::parseLong))),
          Map.entry(
              "resumed", line -> new RouterEvent.Resumed(line.one("within", Duration::parse))),
          Map.entry(
              "phone-list-installed",
              line ->
                  new RouterEvent.PhoneListInstalled(
                      line.one("version", Long::parseLong),
                      line.one("sha256", line.phoneLists()::withHash))),
          Map.entry("arrived", line -> new RouterEvent.Arrived(CallFields.inboundCall(line))),
          Map.entry(
              "ring-ended",
              line ->
                  new RouterEvent.RingEnded(
                      CallFields.remembered(line),
                      line.one("token", Words::token),
                      line.one("how", FieldReader.constant(RingOutcome.class)))),
          Map.entry(
              "landed",
              line ->
                  new RouterEvent.Landed(
                      CallFields.remembered(line), line.one("token", Words::token))),
          Map.entry(
              "caller-alive", line -> new RouterEvent.CallerAlive(CallFields.remembered(line))),
          Map.entry(
              "key-pressed",
              line ->
                  new RouterEvent.KeyPressed(
                      CallFields.remembered(line),
                      line.one("key", DirectoryNumber::of),
                      line.optional("inquiry", Inquiry::of),
                      line.optional("calls-back", FieldReader::flag).orElse(true))),
          Map.entry(
              "answered", line -> new RouterEvent.Answered(CallFields.call(line), phone(line))),
          Map.entry(
              "ended",
              line ->
                  new RouterEvent.Ended(
                      CallFields.call(line),
                      line.optional("by", FieldReader.constant(HangUpSide.class))
                          .orElse(HangUpSide.UNKNOWN))),
          Map.entry(
              "handed-over",
              line -> new RouterEvent.HandedOver(CallFields.call(line), phone(line))),
          Map.entry("fell-back", line -> new RouterEvent.FellBack(CallFields.call(line))),
          Map.entry(
              "taken-over",
              line ->
                  new RouterEvent.TakenOver(
                      CallFields.call(line),
                      line.one("channel", Words::channel),
                      line.one("by", CallId::of))),
          Map.entry("withdrawn", line -> new RouterEvent.Withdrawn(CallFields.call(line))),
          Map.entry(
              "delivery-ordered",
              line ->
                  new RouterEvent.DeliveryOrdered(
                      CallFields.call(line), line.one("to", DirectoryNumber::of))),
          Map.entry(
              "preference-ordered",
              line ->
                  new RouterEvent.PreferenceOrdered(
                      CallFields.call(line),
                      new Preference(
                          line.one("extension", DirectoryNumber::of),
                          line.one("for", Duration::parse)))),
          Map.entry(
              "priority-changed",
              line ->
                  new RouterEvent.PriorityChanged(
                      CallFields.call(line), line.one("priority", Words::priority))),
          Map.entry(
              "call-back-arranged",
              line ->
                  new RouterEvent.CallBackArranged(
                      CallFields.call(line),
                      line.one("number", ExternalNumber::of),
                      line.optional("calls-back", FieldReader::flag).orElse(true))),
          Map.entry(
              "attendance-changed",
              line ->
                  new RouterEvent.AttendanceChanged(
                      line.one("extension", DirectoryNumber::of), attendance(line))),
          Map.entry(
              "group-attendance-changed",
              line ->
                  new RouterEvent.GroupAttendanceChanged(
                      line.one("extension", DirectoryNumber::of),
                      line.one("group", DirectoryNumber::of),
                      attendance(line))),
          Map.entry(
              "device-reported",
              line ->
                  new RouterEvent.DeviceReported(
                      line.one("pbx", PbxId::of), line.single("device", 2, Words::deviceReport))),
          Map.entry("pbx-seen", line -> new RouterEvent.PbxSeen(CallFields.snapshot(line))),
          Map.entry(
              "pbx-connected", line -> new RouterEvent.PbxConnected(CallFields.snapshot(line))),
          Map.entry(
              "pbx-expected",
              line ->
                  new RouterEvent.PbxExpected(
                      line.one("pbx", PbxId::of), line.one("within", Duration::parse))),
          Map.entry(
              "pbx-disconnected",
              line -> new RouterEvent.PbxDisconnected(line.one("pbx", PbxId::of))),
          Map.entry("time-passed", line -> new RouterEvent.TimePassed()),
          Map.entry(
              "delivery-answered",
              line ->
                  new RouterEvent.DeliveryAnswered(
                      CallFields.call(line),
                      line.one("token", Words::token),
                      line.one("report", FieldReader.constant(DeliveryReport.class)))),
          Map.entry(
              "caller-seen",
              line ->
                  new RouterEvent.CallerSeen(
                      CallFields.call(line),
                      line.one("token", Words::token),
                      line.one("moves", Integer::parseInt),
                      line.one("where", FieldReader.constant(Whereabouts.class)))));

  private EventParser() {}

  private static TalkingPhone phone(FieldReader line) {
    return new TalkingPhone(
        line.list("device", Device::of), line.optional("channel", Words::channel));
  }

  private static Attendance attendance(FieldReader line) {
    return new Attendance(
        line.one("logged-in", FieldReader::flag), line.optional("paused-for", reason -> reason));
  }

  /** Reads the fields of one kind of event. */
  static RouterEvent read(String name, FieldReader line) {
    Function<FieldReader, RouterEvent> kind = KINDS.get(name);
    if (kind == null) {
      throw new EventFormatException(
          "event '" + FieldReader.shown(name) + "' is not known to this version");
    }
    return kind.apply(line);
  }
}
