package io.ringwright;

import io.ringwright.call.CallId;
import io.ringwright.call.CallerId;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.call.Preference;
import io.ringwright.call.RememberedCall;
import io.ringwright.directory.HostAnswers;
import io.ringwright.directory.HostAnswers.Question;
import io.ringwright.directory.HostPredicates;
import io.ringwright.directory.PhoneList;
import io.ringwright.engine.Engine;
import io.ringwright.engine.state.Call;
import io.ringwright.event.Moment;
import io.ringwright.event.RouterEvent;
import io.ringwright.port.PbxSnapshot;
import io.ringwright.port.RoutingListener;
import io.ringwright.waiting.WaitingCall;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Asks the predicates of the host before an event is put in order: of a call that arrives or is not
 * known, of all waiting calls at every full minute and with a new phone list.
 */
final class HostQuestions {

  /** More answers than this are not taken in one event. */
  private static final int MOST_ANSWERS = 500;

  private final JournaledEngine engine;
  private final RoutingListener listener;

  HostQuestions(JournaledEngine engine, RoutingListener listener) {
    this.engine = engine;
    this.listener = listener;
  }

  /**
   * What the predicates say, as far as an event can need it: the last part goes along with the
   * event, and the others, if one event cannot take all, with events of their own ahead of it.
   */
  List<HostAnswers> before(RouterEvent event) {
    PhoneList phones =
        event instanceof RouterEvent.PhoneListInstalled installed
            ? installed.phones()
            : engine.phones();
    if (phones.hostPredicates().areNone()) {
      return List.of(HostAnswers.NONE);
    }
    return inParts(answers(phones, questions(event, phones)));
  }

  /** What the predicates say of a call that somebody asks about. */
  HostAnswers about(InboundCall call) {
    PhoneList phones = engine.phones();
    return phones.hostPredicates().areNone()
        ? HostAnswers.NONE
        : new HostAnswers(answers(phones, called(phones, call)));
  }

  private static List<HostAnswers> inParts(Map<Question, Boolean> answers) {
    List<HostAnswers> parts = new ArrayList<>();
    Map<Question, Boolean> part = new HashMap<>();
    for (Map.Entry<Question, Boolean> answer : answers.entrySet()) {
      if (part.size() == MOST_ANSWERS) {
        parts.add(new HostAnswers(part));
        part.clear();
      }
      part.put(answer.getKey(), answer.getValue());
    }
    parts.add(new HostAnswers(part));
    return parts;
  }

  private Stream<Question> questions(RouterEvent event, PhoneList phones) {
    if (event instanceof RouterEvent.Arrived arrived) {
      return called(phones, arrived.call());
    }
    if (event instanceof RouterEvent.PreferenceOrdered ordered) {
      return preferring(phones, ordered.call(), ordered.preference().extension());
    }
    if (event instanceof RouterEvent.Landed landed) {
      return unlessKnown(phones, landed.call());
    }
    if (event instanceof RouterEvent.RingEnded ended) {
      return unlessKnown(phones, ended.call());
    }
    if (event instanceof RouterEvent.CallerAlive alive) {
      return unlessKnown(phones, alive.call());
    }
    if (event instanceof RouterEvent.KeyPressed pressed) {
      return unlessKnown(phones, pressed.call());
    }
    if (event instanceof RouterEvent.PbxSeen seen) {
      return callers(phones, seen.part());
    }
    if (event instanceof RouterEvent.PbxConnected connected) {
      return callers(phones, connected.snapshot());
    }
    boolean all =
        event instanceof RouterEvent.PhoneListInstalled
            || (event instanceof RouterEvent.TimePassed && engine.ask(HostQuestions::hoursAreDue));
    return all ? waiting(phones) : Stream.of();
  }

  private Stream<Question> callers(PhoneList phones, PbxSnapshot snapshot) {
    return snapshot.callers().stream().flatMap(caller -> unlessKnown(phones, caller.call()));
  }

  private static boolean hoursAreDue(Engine asked, Moment now) {
    return !now.wallClock().isBefore(asked.state().timers().nextHours());
  }

  private Stream<Question> waiting(PhoneList phones) {
    List<WaitingCall> calls = engine.read((asked, now) -> asked.waitingCalls());
    boolean anyPrefer = engine.ask((asked, now) -> asked.state().waiting().isAnybodyPreferred());
    return calls.stream().flatMap(call -> waiting(phones, call, anyPrefer));
  }

  private Stream<Question> waiting(PhoneList phones, WaitingCall call, boolean mayPrefer) {
    Optional<DirectoryNumber> preferred = mayPrefer ? preferredBy(call.id()) : Optional.empty();
    return phones.hostPredicates().questions(call.waitingFor(), preferred, call.caller()).stream();
  }

  private Optional<DirectoryNumber> preferredBy(CallId call) {
    return engine.ask(
        (asked, now) -> asked.state().call(call).flatMap(it -> it.preferredAt(now.at())));
  }

  private Stream<Question> preferring(PhoneList phones, CallId call, DirectoryNumber extension) {
    Optional<WaitingCall> known =
        engine.ask((asked, now) -> asked.state().call(call).map(Call::waiting));
    return known.stream()
        .flatMap(
            it ->
                phones
                    .hostPredicates()
                    .questions(it.waitingFor(), Optional.of(extension), it.caller())
                    .stream());
  }

  private Stream<Question> unlessKnown(PhoneList phones, RememberedCall call) {
    boolean known = engine.ask((asked, now) -> asked.state().hostAnswers().knows(call.caller()));
    return known ? Stream.of() : called(phones, call.called(), call.caller());
  }

  private static Stream<Question> called(PhoneList phones, InboundCall call) {
    Optional<DirectoryNumber> preferred = call.preferred().map(Preference::extension);
    return phones.lookUp(call.called()).stream()
        .flatMap(to -> phones.hostPredicates().questions(to, preferred, call.caller()).stream());
  }

  private static Stream<Question> called(
      PhoneList phones, DirectoryNumber number, CallerId caller) {
    return phones.lookUp(number).stream()
        .flatMap(to -> phones.hostPredicates().questions(to, caller).stream());
  }

  private Map<Question, Boolean> answers(PhoneList phones, Stream<Question> questions) {
    Instant now = engine.ask((asked, moment) -> moment.wallClock());
    Map<Question, Boolean> answers = new LinkedHashMap<>();
    questions.distinct().forEach(question -> answers.put(question, ask(phones, question, now)));
    return answers;
  }

  private boolean ask(PhoneList phones, Question question, Instant now) {
    HostPredicates.Answer answer = phones.hostPredicates().ask(question, now);
    answer
        .failure()
        .ifPresent(
            failure ->
                listener.failed(
                    "ask predicate " + question.predicate(), new IllegalStateException(failure)));
    return answer.holds();
  }
}
