package io.ringwright;

import io.ringwright.call.CallId;
import io.ringwright.call.CallerId;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.call.Preference;
import io.ringwright.call.RememberedCall;
import io.ringwright.directory.HostAnswers;
import io.ringwright.directory.HostAnswers.Question;
import io.ringwright.directory.PhoneList;
import io.ringwright.effect.Effect;
import io.ringwright.effect.EffectRunner;
import io.ringwright.engine.Engine;
import io.ringwright.engine.state.Call;
import io.ringwright.event.Moment;
import io.ringwright.event.RouterEvent;
import io.ringwright.host.Asked;
import io.ringwright.host.Reply;
import io.ringwright.host.TimeLimit;
import io.ringwright.port.PbxSnapshot;
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

  /** Where no caller waits for the answers, all of them may take as long as so many limits. */
  private static final int PATIENCE = 10;

  private final JournaledEngine engine;
  private final EffectRunner effects;
  private final TimeLimit limit;

  HostQuestions(JournaledEngine engine, EffectRunner effects, TimeLimit limit) {
    this.engine = engine;
    this.effects = effects;
    this.limit = limit;
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
    long total = isAwaited(event) ? limit.nanos() : limit.nanos() * PATIENCE;
    return inParts(answers(phones, questions(event, phones), total));
  }

  /** What the predicates say of a call that somebody asks about. */
  HostAnswers about(InboundCall call) {
    PhoneList phones = engine.phones();
    return phones.hostPredicates().areNone()
        ? HostAnswers.NONE
        : new HostAnswers(answers(phones, called(phones, call), limit.nanos()));
  }

  /** Whether a caller waits for what comes of the event. */
  private static boolean isAwaited(RouterEvent event) {
    return !(event instanceof RouterEvent.PhoneListInstalled
        || event instanceof RouterEvent.TimePassed
        || event instanceof RouterEvent.PbxSeen
        || event instanceof RouterEvent.PbxConnected);
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
    return asked.hoursAreDue(now);
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

  /**
   * A predicate that fails does not hold. To a question that is not asked there is no answer: what
   * was said before about the same caller holds on, and else the predicate does not hold.
   */
  private Map<Question, Boolean> answers(PhoneList phones, Stream<Question> questions, long total) {
    Instant now = engine.ask((asked, moment) -> moment.wallClock());
    List<Question> different = questions.distinct().toList();
    List<Reply<Boolean>> replies =
        limit.ask(different.stream().map(each -> asked(phones, each, now)).toList(), total);
    Map<Question, Boolean> answers = new LinkedHashMap<>();
    for (int at = 0; at < different.size(); at++) {
      take(different.get(at), replies.get(at), answers);
    }
    return answers;
  }

  private static Asked<Boolean> asked(PhoneList phones, Question question, Instant now) {
    return new Asked<>(
        "predicate " + question.predicate(), () -> phones.hostPredicates().holds(question, now));
  }

  private void take(Question question, Reply<Boolean> reply, Map<Question, Boolean> answers) {
    if (reply instanceof Reply.Said<Boolean> said) {
      answers.put(question, said.value());
    } else if (reply instanceof Reply.Failed<Boolean> failed) {
      answers.put(question, false);
      String what = "ask predicate " + question.predicate();
      effects.tell(new Effect.Tell.Failed(what, failed.why()));
    }
  }
}
