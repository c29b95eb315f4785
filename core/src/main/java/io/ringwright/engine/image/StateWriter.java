package io.ringwright.engine.image;

import io.ringwright.availability.Attendance;
import io.ringwright.call.CallId;
import io.ringwright.call.Destination;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.PbxId;
import io.ringwright.call.RingOutcome;
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
import io.ringwright.text.FieldWriter;
import io.ringwright.text.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Writes a state: one line for each thing.
 *
 * <p>Thread safety: one thread.
 */
final class StateWriter {

  private final String phoneList;
  private final StringBuilder text = new StringBuilder();

  /**
   * Nothing is written yet.
   *
   * @param phoneList the hash of the phone list of the state
   */
  StateWriter(String phoneList) {
    this.phoneList = phoneList;
  }

  /** All lines, each with a line feed at its end. */
  String lines(StateData data) {
    counters(data.counters());
    data.calls().forEach(this::call);
    data.ended().forEach(this::ended);
    data.withdrawn().forEach(call -> end(line("withdrawn", call)));
    data.devices().forEach(this::device);
    data.extensions().states().forEach(this::extension);
    history(data.history());
    data.keptPlaces().kept().forEach(this::kept);
    data.limitedUses().uses().forEach(this::use);
    EstimateLines.write(data.expectedWaits(), this::end);
    timers(data.timers());
    host(data);
    open(data.openings());
    replacements(data.replacements());
    data.snapshots().forEach(this::snapshot);
    return text.toString();
  }

  private void end(FieldWriter line) {
    text.append(line.line()).append('\n');
  }

  private static FieldWriter line(String name, CallId call) {
    return new FieldWriter(name).put("call", call);
  }

  private void counters(StateData.Counters counters) {
    end(
        new FieldWriter("counters")
            .put("now", ImageWords.instant(counters.now()))
            .put("wall-clock", ImageWords.instant(counters.wallClock()))
            .put("last-token", counters.lastToken())
            .put("next-ticket", counters.nextTicket())
            .putIfAny("set-back", counters.setBack()));
    end(
        new FieldWriter("phone-list")
            .put("version", counters.phoneListVersion())
            .put("sha256", phoneList));
  }

  private void ended(StateData.Ended ended) {
    FieldWriter line = line("ended", ended.call()).put("at", ended.at());
    ended
        .parting()
        .ifPresent(
            said -> DecisionFields.put(line.put("question", said.question()), said.decision()));
    end(line);
  }

  private void call(CallData call) {
    end(CallLines.call(call));
    call.phase()
        .current()
        .ifPresent(attempt -> end(CallLines.attempt(call.waiting().id(), attempt)));
  }

  private void device(DeviceData data) {
    FieldWriter line = new FieldWriter("device").put("name", data.device());
    data.reports().entrySet().stream()
        .sorted(Comparator.comparing(each -> each.getKey().toString()))
        .forEach(
            each -> {
              List<Object> parts = new ArrayList<>(List.of(each.getKey()));
              parts.addAll(Words.parts(each.getValue()));
              line.putAll("report", parts);
            });
    end(
        line.putAll("reserved", ImageWords.sorted(data.reserved()))
            .putAll("talking", ImageWords.sorted(data.talking()))
            .put("wrap-up-until", ImageWords.instant(data.wrapUpUntil()))
            .put("idle-since", ImageWords.instant(data.idleSince()))
            .putIfAny("state-since", ImageWords.unlessNever(data.stateSince())));
  }

  private void extension(ExtensionStates.State state) {
    Map<RingOutcome, Integer> rings = state.missed().rings();
    FieldWriter line =
        new FieldWriter("extension")
            .put("number", state.extension())
            .put("logged-in", ImageWords.flag(state.attendance().loggedIn()))
            .putIfAny("paused-for", state.attendance().pausedFor());
    new TreeMap<>(state.inGroups())
        .forEach((group, there) -> line.putAll("in-group", parts(group, there)));
    line.put("calls", state.workload().calls())
        .put("talk-time", state.workload().talkTime())
        .put("unanswered", rings.getOrDefault(RingOutcome.NO_REPLY, 0));
    for (RingOutcome outcome : RingOutcome.values()) {
      if (outcome != RingOutcome.NO_REPLY && rings.containsKey(outcome)) {
        line.put(FieldWriter.word(outcome), rings.get(outcome));
      }
    }
    line.putIfAny("left-alone-until", state.missed().leftAloneUntil().map(ImageWords::instant));
    times(line, state.times());
    end(line);
  }

  private static void times(FieldWriter line, ExtensionTimes times) {
    line.putIfAny("attending-since", ImageWords.unlessNever(times.attending()))
        .putIfAny("left-alone-since", ImageWords.unlessNever(times.leftAlone()));
    times
        .wrapUp()
        .ifPresent(
            it ->
                line.put(
                    "wrap-up", ImageWords.instant(it.since()), ImageWords.instant(it.until())));
  }

  private static List<Object> parts(DirectoryNumber group, Attendance there) {
    List<Object> parts = new ArrayList<>(List.of(group, ImageWords.flag(there.loggedIn())));
    there.pausedFor().ifPresent(parts::add);
    return parts;
  }

  private void history(HuntHistory.Data history) {
    end(new FieldWriter("lots").put("seed", history.seed()));
    for (HuntHistory.Entry entry : history.entries()) {
      end(
          new FieldWriter("hunt-group")
              .put("number", entry.group())
              .put("last", Words.destination(entry.last()))
              .put("rings", entry.rings()));
    }
  }

  private void kept(KeptPlaces.Kept kept) {
    FieldWriter line = new FieldWriter("kept-place");
    CallFields.put(line, kept.call());
    end(
        line.put("until", ImageWords.instant(kept.until()))
            .put("by-number", ImageWords.flag(kept.byNumber())));
  }

  private void use(LimitedUses.Use use) {
    end(
        new FieldWriter("use")
            .put("of", use.use().word())
            .putIfAny("number", Optional.of(use.number()).filter(each -> !each.isEmpty()))
            .put("at", ImageWords.instant(use.at())));
  }

  private void timers(StateData.TimerData timers) {
    timers.overdue().forEach(call -> end(line("overdue", call)));
    timers.wrapUps().entrySet().stream()
        .sorted(Comparator.comparing(each -> each.getKey().name()))
        .forEach(
            each ->
                end(
                    new FieldWriter("wrap-up")
                        .put("device", each.getKey())
                        .put("until", ImageWords.instant(each.getValue()))));
    end(new FieldWriter("hours").put("next", ImageWords.instant(timers.nextHours())));
  }

  private void host(StateData data) {
    data.links().entrySet().stream()
        .sorted(Comparator.comparing(each -> each.getKey().toString()))
        .forEach(each -> link(each.getKey(), each.getValue()));
    data.hostAnswers().answers().entrySet().stream()
        .map(each -> Words.parts(each.getKey(), each.getValue()))
        .map(parts -> new FieldWriter("host-answer").putAll("asked", parts).line())
        .sorted()
        .forEach(line -> text.append(line).append('\n'));
    for (Map.Entry<String, Long> each : new TreeMap<>(data.ignored()).entrySet()) {
      end(new FieldWriter("ignored").put("event", each.getKey()).put("count", each.getValue()));
    }
  }

  private void link(PbxId pbx, Links.Link link) {
    FieldWriter line =
        new FieldWriter("link")
            .put("pbx", pbx)
            .put("down-since", ImageWords.instant(link.downSince()));
    if (!link.awaitedUntil().equals(Instant.MIN)) {
      line.put("awaited-until", ImageWords.instant(link.awaitedUntil()));
    }
    end(line);
  }

  private void open(Openings.Data open) {
    FieldWriter line =
        new FieldWriter("open")
            .put("everything", ImageWords.flag(open.everything()))
            .putIfAny("looked-at", open.lookedAt().map(Words::destination))
            .putAll("devices", open.devices())
            .putAll("queues", destinations(open.queues()));
    if (!open.thinned().isEmpty()) {
      line.putAll("thinned", destinations(open.thinned()));
    }
    end(line);
  }

  private void replacements(Replacements.Data replacements) {
    replacements.queues().forEach(each -> end(reached(new FieldWriter("replacement"), each)));
    replacements
        .revision()
        .ifPresent(
            revision -> {
              FieldWriter line =
                  new FieldWriter("revision").put("extensions", revision.extensions());
              revision.reached().ifPresent(each -> reached(line, each));
              end(line);
            });
  }

  private static FieldWriter reached(FieldWriter line, Replacements.Progress progress) {
    line.put("queue", Words.destination(progress.queue()))
        .put("begun", ImageWords.flag(progress.last().isPresent()));
    progress.last().ifPresent(call -> CallFields.put(line, call));
    return line;
  }

  private void snapshot(OpenSnapshot.Data progress) {
    FieldWriter line =
        new FieldWriter("snapshot")
            .put("pbx", progress.pbx())
            .put("taken-at", ImageWords.instant(progress.takenAt()))
            .putAll("devices", progress.devices().stream().sorted(Device.BY_NAME).toList())
            .putAll("alive", ImageWords.sorted(progress.alive()));
    progress.compared().ifPresent(compared -> compared(line, compared));
    end(line);
  }

  private static void compared(FieldWriter line, OpenSnapshot.Compared compared) {
    line.putIfAny("compared-to", compared.device())
        .put("calls-begun", ImageWords.flag(compared.call().isPresent()));
    compared.call().ifPresent(call -> CallFields.put(line, call));
  }

  private static List<String> destinations(List<Destination> destinations) {
    return destinations.stream().map(Words::destination).toList();
  }
}
