package io.ringwright.engine.image;

import io.ringwright.availability.Attendance;
import io.ringwright.availability.DeviceReport;
import io.ringwright.availability.Workload;
import io.ringwright.call.CallId;
import io.ringwright.call.Destination;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.LimitedUse;
import io.ringwright.call.PbxId;
import io.ringwright.call.RingOutcome;
import io.ringwright.directory.HostAnswers;
import io.ringwright.directory.PhoneList;
import io.ringwright.engine.state.CallData;
import io.ringwright.engine.state.DeviceTable.DeviceData;
import io.ringwright.engine.state.ExtensionStates;
import io.ringwright.engine.state.ExtensionTimes;
import io.ringwright.engine.state.HuntHistory;
import io.ringwright.engine.state.KeptPlaces;
import io.ringwright.engine.state.LimitedUses;
import io.ringwright.engine.state.Links;
import io.ringwright.engine.state.OpenSnapshot;
import io.ringwright.engine.state.Openings;
import io.ringwright.engine.state.Replacements;
import io.ringwright.engine.state.StateData;
import io.ringwright.text.CallFields;
import io.ringwright.text.DecisionFields;
import io.ringwright.text.FieldReader;
import io.ringwright.text.FieldWriter;
import io.ringwright.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Reads a state from the lines of an image. */
final class StateReader {

  private StateReader() {}

  /** The version of a phone list, and the list. */
  private record Installed(long version, PhoneList list) {}

  static StateData read(ImageLines lines) {
    Installed installed = lines.one("phone-list", StateReader::installed);
    List<CallData> calls = CallLines.read(lines);
    StateData data =
        new StateData(
            lines.one("counters", line -> counters(line, installed.version())),
            installed.list(),
            calls,
            lines.each("ended", StateReader::ended),
            lines.each("withdrawn", CallFields::call),
            lines.each("device", StateReader::device),
            new ExtensionStates.Data(lines.each("extension", StateReader::extension)),
            history(lines),
            new KeptPlaces.Data(lines.each("kept-place", StateReader::kept)),
            new LimitedUses.Data(lines.each("use", StateReader::use)),
            EstimateLines.read(lines),
            timers(lines),
            map(lines, "link", StateReader::link),
            new HostAnswers(map(lines, "host-answer", StateReader::hostAnswer)),
            map(lines, "ignored", StateReader::ignored),
            lines.one("open", StateReader::open),
            new Replacements.Data(
                lines.each("replacement", StateReader::replacement), revision(lines)),
            lines.each("snapshot", StateReader::snapshot));
    lines.end();
    return data;
  }

  private static <K, V> Map<K, V> map(
      ImageLines lines, String name, Function<FieldReader, Map<K, V>> read) {
    Map<K, V> all = new HashMap<>();
    lines.each(name, read).forEach(all::putAll);
    return Map.copyOf(all);
  }

  private static Installed installed(FieldReader line) {
    return new Installed(
        line.one("version", Long::parseLong), line.one("sha256", line.phoneLists()::withHash));
  }

  private static StateData.Counters counters(FieldReader line, long phoneListVersion) {
    return new StateData.Counters(
        line.one("now", ImageWords::instant),
        line.one("wall-clock", ImageWords::instant),
        line.one("last-token", Long::parseLong),
        line.one("next-ticket", Long::parseLong),
        phoneListVersion,
        line.optional("set-back", Duration::parse));
  }

  private static StateData.Ended ended(FieldReader line) {
    CallId call = CallFields.call(line);
    Instant at = line.one("at", ImageWords::instant);
    return new StateData.Ended(
        call,
        at,
        line.optional("question", Integer::parseInt)
            .map(number -> new StateData.Parting(number, DecisionFields.decision(line))));
  }

  private static DeviceData device(FieldReader line) {
    Map<PbxId, DeviceReport> reports = new HashMap<>();
    line.repeated("report", 3, parts -> parts)
        .forEach(
            parts ->
                reports.put(
                    PbxId.of(parts.get(0)), Words.deviceReport(parts.subList(1, parts.size()))));
    return new DeviceData(
        line.one("name", Device::of),
        Map.copyOf(reports),
        ImageWords.calls(line, "reserved"),
        ImageWords.calls(line, "talking"),
        line.one("wrap-up-until", ImageWords::instant),
        line.one("idle-since", ImageWords::instant),
        line.optional("state-since", ImageWords::instant).orElse(Instant.MIN));
  }

  private static ExtensionStates.State extension(FieldReader line) {
    return new ExtensionStates.State(
        line.one("number", DirectoryNumber::of),
        new Attendance(
            line.one("logged-in", FieldReader::flag),
            line.optional("paused-for", reason -> reason)),
        inGroups(line),
        new Workload(line.one("calls", Long::parseLong), line.one("talk-time", Duration::parse)),
        new ExtensionStates.Missed(
            missed(line), line.optional("left-alone-until", ImageWords::instant)),
        new ExtensionTimes(
            line.optional("attending-since", ImageWords::instant).orElse(Instant.MIN),
            line.optional("left-alone-since", ImageWords::instant).orElse(Instant.MIN),
            line.repeated("wrap-up", 2, StateReader::wrapUp).stream().findFirst()));
  }

  private static ExtensionTimes.WrapUp wrapUp(List<String> parts) {
    return new ExtensionTimes.WrapUp(
        ImageWords.instant(parts.get(0)), ImageWords.instant(parts.get(1)));
  }

  private static Map<RingOutcome, Integer> missed(FieldReader line) {
    Map<RingOutcome, Integer> rings = new EnumMap<>(RingOutcome.class);
    rings.put(RingOutcome.NO_REPLY, line.one("unanswered", Integer::parseInt));
    for (RingOutcome outcome : RingOutcome.values()) {
      if (outcome != RingOutcome.NO_REPLY) {
        line.optional(FieldWriter.word(outcome), Integer::parseInt)
            .ifPresent(count -> rings.put(outcome, count));
      }
    }
    rings.remove(RingOutcome.NO_REPLY, 0);
    return rings;
  }

  private static Map<DirectoryNumber, Attendance> inGroups(FieldReader line) {
    Map<DirectoryNumber, Attendance> groups = new HashMap<>();
    line.repeated("in-group", 2, parts -> parts)
        .forEach(
            parts ->
                groups.put(
                    DirectoryNumber.of(parts.get(0)),
                    new Attendance(
                        FieldReader.flag(parts.get(1)), parts.stream().skip(2).findFirst())));
    return groups;
  }

  private static HuntHistory.Data history(ImageLines lines) {
    long seed = lines.one("lots", line -> line.one("seed", Long::parseLong));
    return new HuntHistory.Data(
        seed,
        lines.each(
            "hunt-group",
            line ->
                new HuntHistory.Entry(
                    line.one("number", DirectoryNumber::of),
                    line.one("last", Words::destination),
                    line.one("rings", Long::parseLong))));
  }

  private static KeptPlaces.Kept kept(FieldReader line) {
    return new KeptPlaces.Kept(
        CallFields.waitingCall(line),
        line.one("until", ImageWords::instant),
        line.one("by-number", FieldReader::flag));
  }

  private static LimitedUses.Use use(FieldReader line) {
    return new LimitedUses.Use(
        line.one("of", LimitedUse::of),
        line.optional("number", number -> number).orElse(""),
        line.one("at", ImageWords::instant));
  }

  private static StateData.TimerData timers(ImageLines lines) {
    List<CallId> overdue = lines.each("overdue", CallFields::call);
    Map<Device, Instant> wrapUps =
        map(
            lines,
            "wrap-up",
            line -> Map.of(line.one("device", Device::of), line.one("until", ImageWords::instant)));
    return new StateData.TimerData(
        overdue, wrapUps, lines.one("hours", line -> line.one("next", ImageWords::instant)));
  }

  private static Map<PbxId, Links.Link> link(FieldReader line) {
    return Map.of(
        line.one("pbx", PbxId::of),
        new Links.Link(
            line.one("down-since", ImageWords::instant),
            line.optional("awaited-until", ImageWords::instant).orElse(Instant.MIN)));
  }

  private static Map<HostAnswers.Question, Boolean> hostAnswer(FieldReader line) {
    return line.single("asked", 5, Words::hostAnswer);
  }

  private static Map<String, Long> ignored(FieldReader line) {
    return Map.of(line.one("event", word -> word), line.one("count", Long::parseLong));
  }

  private static Openings.Data open(FieldReader line) {
    return new Openings.Data(
        line.one("everything", FieldReader::flag),
        line.optional("looked-at", Words::destination),
        line.list("devices", Device::of),
        line.list("queues", Words::destination),
        line.list("thinned", Words::destination));
  }

  private static Optional<Replacements.Revision> revision(ImageLines lines) {
    return lines.optional(
        "revision",
        line ->
            new Replacements.Revision(
                line.one("extensions", Integer::parseInt),
                line.optional("queue", Words::destination).map(queue -> reached(line, queue))));
  }

  private static Replacements.Progress replacement(FieldReader line) {
    return reached(line, line.one("queue", Words::destination));
  }

  private static Replacements.Progress reached(FieldReader line, Destination queue) {
    boolean begun = line.one("begun", FieldReader::flag);
    return new Replacements.Progress(
        queue, begun ? Optional.of(CallFields.waitingCall(line)) : Optional.empty());
  }

  private static OpenSnapshot.Data snapshot(FieldReader line) {
    return new OpenSnapshot.Data(
        line.one("pbx", PbxId::of),
        line.one("taken-at", ImageWords::instant),
        Set.copyOf(line.list("devices", Device::of)),
        ImageWords.calls(line, "alive"),
        line.optional("calls-begun", FieldReader::flag).map(begun -> compared(line, begun)));
  }

  private static OpenSnapshot.Compared compared(FieldReader line, boolean callsBegun) {
    return new OpenSnapshot.Compared(
        callsBegun ? Optional.of(CallFields.waitingCall(line)) : Optional.empty(),
        line.optional("compared-to", Device::of));
  }
}
