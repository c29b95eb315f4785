package io.ringwright.engine.image;

import io.ringwright.call.CallId;
import io.ringwright.call.Destination;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.Inquiry;
import io.ringwright.call.Notice;
import io.ringwright.call.Party;
import io.ringwright.call.RejectReason;
import io.ringwright.call.RingTarget;
import io.ringwright.engine.state.CallData;
import io.ringwright.engine.state.CallPhase;
import io.ringwright.engine.state.CallPhase.Attempt;
import io.ringwright.engine.state.CallPhase.Delivering;
import io.ringwright.engine.state.CallPhase.Ringing;
import io.ringwright.engine.state.CallPhase.RungPhone;
import io.ringwright.engine.state.CallPhase.TalkOver;
import io.ringwright.engine.state.CallPhase.Talking;
import io.ringwright.engine.state.LastQuestion;
import io.ringwright.event.EventFormatException;
import io.ringwright.routing.RoutedCaller.Preferred;
import io.ringwright.text.CallFields;
import io.ringwright.text.DecisionFields;
import io.ringwright.text.FieldReader;
import io.ringwright.text.FieldWriter;
import io.ringwright.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Calls that are not over: a line for each, and one for the attempt that is under way. */
final class CallLines {

  private static final String WAITING = "waiting";
  private static final String DELIVERING = "delivering";
  private static final String RINGING = "ringing";
  private static final String TALKING = "talking";
  private static final String TALK_OVER = "talk-over";

  private CallLines() {}

  static FieldWriter call(CallData call) {
    FieldWriter line = new FieldWriter("call");
    CallFields.put(line, call.waiting());
    line.put("opened", ImageWords.instant(call.opened()));
    phase(line, call.phase());
    line.put("phase-since", ImageWords.instant(call.phaseSince()))
        .put("moves", call.moves())
        .put("wanted-since", ImageWords.instant(call.wantedSince()))
        .put("heard", ImageWords.instant(call.heard()))
        .put("not-before", ImageWords.instant(call.notBefore()))
        .put("failures", call.failures())
        .put("newest-token", call.newestToken())
        .put("admitted", ImageWords.flag(call.admitted()))
        .put("call-outs", call.callOuts());
    if (call.undecided()) {
      line.put("undecided", ImageWords.flag(true));
    }
    call.preferred()
        .ifPresent(it -> line.put("preferred", it.extension(), ImageWords.instant(it.until())));
    if (call.overflows() > 0) {
      line.put("overflows", call.overflows());
    }
    if (call.firstTicket() != 0) {
      line.put("first-ticket", call.firstTicket());
    }
    new TreeMap<>(call.backOff())
        .forEach((number, until) -> line.put("back-off", number, ImageWords.instant(until)));
    new TreeMap<>(call.rung()).forEach((number, time) -> line.put("rung", number, time));
    lastQuestion(line, call.lastQuestion());
    call.told().ifPresent(told -> ToldFields.put(line, told));
    ReportedFields.put(line, call.reported());
    return line.put("look-at", ImageWords.instant(call.lookAt()));
  }

  private static void lastQuestion(FieldWriter line, LastQuestion last) {
    if (!last.equals(LastQuestion.NONE)) {
      line.put("question", last.number())
          .putIfAny("notice", last.notice())
          .putIfAny("goodbye", last.goodbye())
          .putIfAny("announcement", last.announcement())
          .putIfAny("inquiry", last.inquiry());
    }
  }

  private static LastQuestion lastQuestion(FieldReader line) {
    return new LastQuestion(
        line.optional("question", Integer::parseInt).orElse(0),
        line.optional("notice", FieldReader.constant(Notice.class)),
        line.optional("goodbye", FieldReader.constant(RejectReason.class)),
        line.optional("announcement", Words::announcement),
        line.optional("inquiry", Inquiry::of));
  }

  private static void phase(FieldWriter line, CallPhase phase) {
    if (phase instanceof Delivering delivering) {
      line.put("phase", DELIVERING)
          .put("sends", delivering.sends())
          .put("check-at", ImageWords.instant(delivering.checkAt()));
    } else if (phase instanceof Ringing ringing) {
      line.put("phase", RINGING).put("check-at", ImageWords.instant(ringing.checkAt()));
    } else if (phase instanceof Talking talking) {
      party(line.put("phase", TALKING), talking.by()).put("waited", talking.waited());
    } else if (phase instanceof TalkOver over) {
      party(line.put("phase", TALK_OVER), over.last()).put("waited", over.waited());
    } else {
      line.put("phase", WAITING);
    }
  }

  private static FieldWriter party(FieldWriter line, Party party) {
    return line.putIfAny("extension", party.extension()).putIfAny("device", party.device());
  }

  private static Party party(FieldReader line) {
    return new Party(
        line.optional("extension", DirectoryNumber::of), line.optional("device", Device::of));
  }

  static FieldWriter attempt(CallId call, Attempt attempt) {
    FieldWriter line =
        new FieldWriter("attempt")
            .put("call", call)
            .put("number", attempt.token())
            .put("wanted", Words.destination(attempt.wanted()))
            .put("ring-time", attempt.ringTime());
    if (attempt.ordered()) {
      line.put("ordered", ImageWords.flag(true));
    }
    attempt.phones().forEach(phone -> line.putAll("phone", parts(phone)));
    return DecisionFields.put(line, attempt.decision());
  }

  private static List<Object> parts(RungPhone phone) {
    String devices = phone.targets().stream().map(Words::device).collect(Collectors.joining("&"));
    List<Object> parts = new ArrayList<>(List.of(phone.extension(), devices));
    phone.stops().forEach(stop -> parts.add(Words.destination(stop)));
    return parts;
  }

  /** The calls, each with its attempt. */
  static List<CallData> read(ImageLines lines) {
    Map<CallId, Attempt> attempts = new HashMap<>();
    lines.each("attempt", line -> attempts.put(CallFields.call(line), attempt(line)));
    List<CallData> calls = lines.each("call", line -> call(line, attempts));
    if (!attempts.isEmpty()) {
      throw ImageLines.wrong(
          "image",
          "there are attempts of calls that are in no phase for them: " + attempts.keySet());
    }
    return calls;
  }

  private static Attempt attempt(FieldReader line) {
    return new Attempt(
        line.one("number", Words::token),
        line.repeated("phone", 2, CallLines::phone),
        DecisionFields.decision(line),
        line.one("wanted", Words::destination),
        line.one("ring-time", Duration::parse),
        line.optional("ordered", FieldReader::flag).orElse(false));
  }

  private static RungPhone phone(List<String> parts) {
    List<Destination> stops =
        parts.subList(2, parts.size()).stream().map(Words::destination).toList();
    DirectoryNumber extension = DirectoryNumber.of(parts.get(0));
    List<RingTarget> targets =
        Stream.of(parts.get(1).split("&", -1))
            .map(device -> Words.device(extension, device))
            .toList();
    return new RungPhone(targets, stops);
  }

  private static CallData call(FieldReader line, Map<CallId, Attempt> attempts) {
    var waiting = CallFields.waitingCall(line);
    return new CallData(
        waiting,
        line.one("opened", ImageWords::instant),
        phase(line, waiting.id(), attempts),
        line.one("phase-since", ImageWords::instant),
        line.one("moves", Integer::parseInt),
        line.one("wanted-since", ImageWords::instant),
        line.one("heard", ImageWords::instant),
        line.one("not-before", ImageWords::instant),
        line.one("failures", Integer::parseInt),
        line.one("newest-token", Long::parseLong),
        line.one("admitted", FieldReader::flag),
        line.optional("undecided", FieldReader::flag).orElse(false),
        preferred(line),
        line.one("call-outs", Integer::parseInt),
        line.optional("overflows", Integer::parseInt).orElse(0),
        line.optional("first-ticket", Long::parseLong).orElse(0L),
        backOff(line),
        rung(line),
        lastQuestion(line),
        ToldFields.read(line),
        ReportedFields.read(line),
        line.one("look-at", ImageWords::instant));
  }

  private static CallPhase phase(FieldReader line, CallId call, Map<CallId, Attempt> attempts) {
    String phase = line.one("phase", word -> word);
    return switch (phase) {
      case WAITING -> CallPhase.Waiting.SAME;
      case DELIVERING ->
          new Delivering(
              attempt(call, attempts),
              line.one("sends", Integer::parseInt),
              line.one("check-at", ImageWords::instant));
      case RINGING ->
          new Ringing(attempt(call, attempts), line.one("check-at", ImageWords::instant));
      case TALKING -> new Talking(party(line), line.one("waited", Duration::parse));
      case TALK_OVER -> new TalkOver(party(line), line.one("waited", Duration::parse));
      default ->
          throw new EventFormatException(
              "field phase='" + ImageLines.shown(phase) + "': expected the name of a phase");
    };
  }

  private static Attempt attempt(CallId call, Map<CallId, Attempt> attempts) {
    Attempt attempt = attempts.remove(call);
    if (attempt == null) {
      throw new EventFormatException("there is no line 'attempt' for call " + call);
    }
    return attempt;
  }

  private static Optional<Preferred> preferred(FieldReader line) {
    return line
        .repeated(
            "preferred",
            2,
            parts ->
                new Preferred(DirectoryNumber.of(parts.get(0)), ImageWords.instant(parts.get(1))))
        .stream()
        .findFirst();
  }

  private static Map<DirectoryNumber, Instant> backOff(FieldReader line) {
    return byNumber(line, "back-off", ImageWords::instant);
  }

  private static Map<DirectoryNumber, Duration> rung(FieldReader line) {
    return byNumber(line, "rung", Duration::parse);
  }

  private static <T> Map<DirectoryNumber, T> byNumber(
      FieldReader line, String name, Function<String, T> value) {
    Map<DirectoryNumber, T> all = new HashMap<>();
    line.repeated(
            name,
            2,
            parts -> Map.entry(DirectoryNumber.of(parts.get(0)), value.apply(parts.get(1))))
        .forEach(each -> all.put(each.getKey(), each.getValue()));
    return Map.copyOf(all);
  }
}
