package io.ringwright.text;

import io.ringwright.call.CallId;
import io.ringwright.call.CallerId;
import io.ringwright.call.Channel;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.ExternalNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.call.InboundCall.CalledAs;
import io.ringwright.call.PbxId;
import io.ringwright.call.Preference;
import io.ringwright.call.RememberedCall;
import io.ringwright.call.Requirements;
import io.ringwright.port.PbxSnapshot;
import io.ringwright.waiting.Place;
import io.ringwright.waiting.WaitingCall;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;

/** How calls, and all that a switch knows of them, are written: the fields that lines share. */
public final class CallFields {

  private CallFields() {}

  /** Reads the identity of a call. */
  public static CallId call(FieldReader line) {
    return line.one("call", CallId::of);
  }

  /** Writes a call that arrives. */
  public static FieldWriter put(FieldWriter line, InboundCall call) {
    return putCaller(line, call.id(), call.channel(), call.caller())
        .put("called", call.called())
        .put("as", call.as())
        .put("priority", call.priority())
        .putUnlessEmpty("skills", call.requirements().text())
        .putIfAny("returning", call.returning())
        .putIfAny("prefers", call.preferred().map(Preference::extension))
        .putIfAny("prefers-for", call.preferred().map(Preference::time))
        .putIfAny("question", counted(call.question()));
  }

  /** Reads a call that arrives. */
  public static InboundCall inboundCall(FieldReader line) {
    return new InboundCall(
        call(line),
        line.one("channel", Words::channel),
        caller(line),
        line.one("called", DirectoryNumber::of),
        line.one("as", FieldReader.constant(CalledAs.class)),
        line.one("priority", Words::priority),
        skills(line),
        line.optional("returning", CallId::of),
        line.optional("prefers", DirectoryNumber::of)
            .map(each -> new Preference(each, line.one("prefers-for", Duration::parse))),
        question(line));
  }

  /** Writes a call as its channel remembers it. */
  public static FieldWriter put(FieldWriter line, RememberedCall call) {
    return putCaller(line, call.id(), call.channel(), call.caller())
        .put("called", call.called())
        .put("priority", call.priority())
        .put("since", call.since())
        .putUnlessEmpty("skills", call.requirements().text())
        .putIfAny("question", counted(call.question()));
  }

  /** Reads a call as its channel remembers it. */
  public static RememberedCall remembered(FieldReader line) {
    return new RememberedCall(
        call(line),
        line.one("channel", Words::channel),
        caller(line),
        line.one("called", DirectoryNumber::of),
        line.one("priority", Words::priority),
        line.one("since", Instant::parse),
        skills(line),
        question(line));
  }

  private static Optional<Integer> counted(int question) {
    return Optional.of(question).filter(number -> number != 0);
  }

  private static int question(FieldReader line) {
    return line.optional("question", Integer::parseInt).orElse(0);
  }

  /** Writes a waiting call. */
  public static void put(FieldWriter line, WaitingCall call) {
    putCaller(line, call.id(), call.channel(), call.caller())
        .put("waiting-for", Words.destination(call.waitingFor()))
        .put("priority", call.place().priority())
        .put("since", call.place().since())
        .put("ticket", call.place().ticket())
        .putUnlessEmpty("skills", call.requirements().text())
        .putIfAny("call-back", call.callBack());
  }

  /** Reads a waiting call. */
  public static WaitingCall waitingCall(FieldReader line) {
    return new WaitingCall(
        call(line),
        line.one("channel", Words::channel),
        caller(line),
        line.one("waiting-for", Words::destination),
        new Place(
            line.one("priority", Words::priority),
            line.one("since", Instant::parse),
            line.one("ticket", Long::parseLong)),
        skills(line),
        line.optional("call-back", ExternalNumber::of));
  }

  /** Writes what a switch knows. */
  public static void put(FieldWriter line, PbxSnapshot snapshot) {
    line.put("pbx", snapshot.pbx()).put("taken-at", snapshot.takenAt());
    snapshot.devices().forEach(each -> line.putAll("device", Words.parts(each)));
    line.putAll("alive", snapshot.alive().stream().map(CallId::value).sorted().toList());
    snapshot.callers().forEach(each -> line.putAll("caller", Words.parts(each)));
  }

  /** Reads what a switch knows. */
  public static PbxSnapshot snapshot(FieldReader line) {
    return new PbxSnapshot(
        line.one("pbx", PbxId::of),
        line.one("taken-at", Instant::parse),
        line.repeated("device", 2, Words::deviceReport),
        new HashSet<>(line.list("alive", CallId::of)),
        line.repeated("caller", 2, Words::seenCaller));
  }

  private static FieldWriter putCaller(
      FieldWriter line, CallId id, Channel channel, CallerId caller) {
    return line.put("call", id)
        .put("channel", Words.channel(channel))
        .putUnlessEmpty("number", caller.number())
        .putUnlessEmpty("name", caller.name());
  }

  private static CallerId caller(FieldReader line) {
    return new CallerId(
        line.optional("number", text -> text).orElse(""),
        line.optional("name", text -> text).orElse(""));
  }

  private static Requirements skills(FieldReader line) {
    return line.optional("skills", Words::requirements).orElse(Requirements.NONE);
  }
}
