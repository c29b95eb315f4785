package io.ringwright.recording;

import io.ringwright.availability.Attendance;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.ExternalNumber;
import io.ringwright.call.PbxId;
import io.ringwright.call.RingOutcome;
import io.ringwright.event.RouterEvent;
import io.ringwright.port.Telephony.DeliveryReport;
import io.ringwright.port.Telephony.Whereabouts;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** How events are written: for each kind a name, and what comes after it. */
final class EventForms {

  /** How one kind of event is written and read. */
  private record Form<E extends RouterEvent>(
      String name, Class<E> type, BiConsumer<FieldWriter, E> write, Function<FieldReader, E> read) {

    void write(FieldWriter line, RouterEvent event) {
      write.accept(line, type.cast(event));
    }
  }

  private static final List<Form<?>> FORMS =
      List.of(
          new Form<>(
              "started",
              RouterEvent.Started.class,
              (line, it) -> line.put("first-token", it.firstToken()).put("seed", it.seed()),
              line ->
                  new RouterEvent.Started(
                      line.one("first-token", Long::parseLong), line.one("seed", Long::parseLong))),
          new Form<>(
              "recalled",
              RouterEvent.Recalled.class,
              (line, it) -> CallFields.put(line, it.call()),
              line -> new RouterEvent.Recalled(CallFields.waitingCall(line))),
          new Form<>(
              "arrived",
              RouterEvent.Arrived.class,
              (line, it) -> CallFields.put(line, it.call()),
              line -> new RouterEvent.Arrived(CallFields.inboundCall(line))),
          new Form<>(
              "ring-ended",
              RouterEvent.RingEnded.class,
              (line, it) ->
                  CallFields.put(line, it.call()).put("token", it.token()).put("how", it.outcome()),
              line ->
                  new RouterEvent.RingEnded(
                      CallFields.remembered(line),
                      line.one("token", Words::token),
                      line.one("how", FieldReader.constant(RingOutcome.class)))),
          new Form<>(
              "landed",
              RouterEvent.Landed.class,
              (line, it) ->
                  CallFields.put(line, it.call())
                      .put("token", it.token())
                      .put("won", yes(it.won())),
              line ->
                  new RouterEvent.Landed(
                      CallFields.remembered(line),
                      line.one("token", Words::token),
                      line.one("won", FieldReader::flag))),
          new Form<>(
              "beat",
              RouterEvent.CallerAlive.class,
              (line, it) -> CallFields.put(line, it.call()),
              line -> new RouterEvent.CallerAlive(CallFields.remembered(line))),
          new Form<>(
              "key-pressed",
              RouterEvent.KeyPressed.class,
              (line, it) -> CallFields.put(line, it.call()).put("key", it.key()),
              line ->
                  new RouterEvent.KeyPressed(
                      CallFields.remembered(line), line.one("key", DirectoryNumber::of))),
          new Form<>(
              "answered",
              RouterEvent.Answered.class,
              (line, it) -> line.put("call", it.call()).put("device", it.device()),
              line ->
                  new RouterEvent.Answered(CallFields.call(line), line.one("device", Device::of))),
          new Form<>(
              "ended",
              RouterEvent.Ended.class,
              (line, it) -> line.put("call", it.call()),
              line -> new RouterEvent.Ended(CallFields.call(line))),
          new Form<>(
              "withdrawn",
              RouterEvent.Withdrawn.class,
              (line, it) -> line.put("call", it.call()),
              line -> new RouterEvent.Withdrawn(CallFields.call(line))),
          new Form<>(
              "priority-changed",
              RouterEvent.PriorityChanged.class,
              (line, it) -> line.put("call", it.call()).put("priority", it.priority()),
              line ->
                  new RouterEvent.PriorityChanged(
                      CallFields.call(line), line.one("priority", Words::priority))),
          new Form<>(
              "call-back-arranged",
              RouterEvent.CallBackArranged.class,
              (line, it) -> line.put("call", it.call()).put("number", it.number()),
              line ->
                  new RouterEvent.CallBackArranged(
                      CallFields.call(line), line.one("number", ExternalNumber::of))),
          new Form<>(
              "attendance-changed",
              RouterEvent.AttendanceChanged.class,
              (line, it) ->
                  line.put("extension", it.extension())
                      .put("logged-in", yes(it.attendance().loggedIn()))
                      .putIfAny("paused-for", it.attendance().pausedFor()),
              line ->
                  new RouterEvent.AttendanceChanged(
                      line.one("extension", DirectoryNumber::of),
                      new Attendance(
                          line.one("logged-in", FieldReader::flag),
                          line.optional("paused-for", reason -> reason)))),
          new Form<>(
              "device-reported",
              RouterEvent.DeviceReported.class,
              (line, it) -> line.put("pbx", it.pbx()).putAll("device", Words.parts(it.report())),
              line ->
                  new RouterEvent.DeviceReported(
                      line.one("pbx", PbxId::of), line.single("device", 2, Words::deviceReport))),
          new Form<>(
              "pbx-connected",
              RouterEvent.PbxConnected.class,
              (line, it) -> CallFields.put(line, it.snapshot()),
              line -> new RouterEvent.PbxConnected(CallFields.snapshot(line))),
          new Form<>(
              "pbx-disconnected",
              RouterEvent.PbxDisconnected.class,
              (line, it) -> line.put("pbx", it.pbx()),
              line -> new RouterEvent.PbxDisconnected(line.one("pbx", PbxId::of))),
          new Form<>(
              "directory-changed",
              RouterEvent.DirectoryChanged.class,
              (line, it) -> {},
              line -> new RouterEvent.DirectoryChanged()),
          new Form<>(
              "time-passed",
              RouterEvent.TimePassed.class,
              (line, it) -> {},
              line -> new RouterEvent.TimePassed()),
          new Form<>(
              "delivery-answered",
              RouterEvent.DeliveryAnswered.class,
              (line, it) ->
                  line.put("call", it.call()).put("token", it.token()).put("report", it.report()),
              line ->
                  new RouterEvent.DeliveryAnswered(
                      CallFields.call(line),
                      line.one("token", Words::token),
                      line.one("report", FieldReader.constant(DeliveryReport.class)))),
          new Form<>(
              "caller-seen",
              RouterEvent.CallerSeen.class,
              (line, it) ->
                  line.put("call", it.call())
                      .put("token", it.token())
                      .put("moves", it.moves())
                      .put("where", it.where()),
              line ->
                  new RouterEvent.CallerSeen(
                      CallFields.call(line),
                      line.one("token", Words::token),
                      line.one("moves", Integer::parseInt),
                      line.one("where", FieldReader.constant(Whereabouts.class)))),
          new Form<>(
              "claim-lost",
              RouterEvent.ClaimLost.class,
              (line, it) -> line.put("call", it.call()).put("token", it.token()),
              line ->
                  new RouterEvent.ClaimLost(
                      CallFields.call(line), line.one("token", Words::token))),
          new Form<>(
              "restore-refused",
              RouterEvent.RestoreRefused.class,
              (line, it) -> line.put("call", it.call()),
              line -> new RouterEvent.RestoreRefused(CallFields.call(line))));

  private static final Map<String, Form<?>> BY_NAME =
      FORMS.stream().collect(Collectors.toUnmodifiableMap(Form::name, form -> form));

  private static final Map<Class<?>, Form<?>> BY_TYPE =
      FORMS.stream().collect(Collectors.toUnmodifiableMap(Form::type, form -> form));

  private EventForms() {}

  static String text(EventText.Happened happened) {
    Form<?> form = BY_TYPE.get(happened.event().getClass());
    if (form == null) {
      throw new EventFormatException("no line is defined for " + happened.event());
    }
    FieldWriter line = new FieldWriter(happened.at() + " " + form.name());
    form.write(line, happened.event());
    return line.line();
  }

  static EventText read(String text) {
    List<String> words = List.of(text.split(" ", -1));
    if (words.size() < 2) {
      throw new EventFormatException(
          "'" + FieldReader.shown(text) + "' is no event; expected an instant and a name");
    }
    Form<?> form = BY_NAME.get(words.get(1));
    if (form == null) {
      throw new EventFormatException(
          "event '" + FieldReader.shown(words.get(1)) + "' is not known to this version");
    }
    FieldReader line = new FieldReader(words.subList(2, words.size()));
    RouterEvent event = form.read().apply(line);
    line.end();
    return new EventText.Happened(instant(words.get(0)), event);
  }

  private static Instant instant(String word) {
    try {
      return Instant.parse(word);
    } catch (DateTimeException malformed) {
      throw new EventFormatException(
          "'" + FieldReader.shown(word) + "' is no instant; expected such as 2026-03-02T09:00:00Z");
    }
  }

  private static String yes(boolean value) {
    return value ? "yes" : "no";
  }
}
