package io.ringwright.micrometer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The name, unit and meaning of each meter: the one place where they stand. */
enum MeterName {
  ARRIVED("ringwright.arrived", "calls", "Calls that reached the engine"),
  ENDED("ringwright.ended", "calls", "Visits of calls that ended, by how they ended"),
  WAIT("ringwright.wait", "seconds", "From arrival to the answer, or to the end without one"),
  IN_TIME("ringwright.answered.in.time", "calls", "Calls answered within the target"),
  SERVICE_LEVEL(
      "ringwright.service.level",
      "ratio",
      "Share of the calls answered or abandoned in the last minutes that was answered in time"),
  WAITING("ringwright.waiting", "calls", "Calls that wait now"),
  LONGEST_WAIT("ringwright.wait.longest", "seconds", "How long the oldest waiting call has waited"),
  RING("ringwright.ring", "seconds", "How long single phones rang, by how it ended"),
  TALK("ringwright.talk", "seconds", "How long agents talked to callers"),
  DELIVERY(
      "ringwright.delivery",
      "seconds",
      "From the order to move a waiting caller until the phone is dialled, or the move has failed"),
  DECISIONS("ringwright.decisions", "decisions", "Decisions, by kind, and why calls were rejected"),
  KEYS("ringwright.keys", "keys", "Keys that callers pressed, by what came of it"),
  TRANSFERS("ringwright.transfers", "transfers", "Callers handed over to somebody else"),
  LIMITED("ringwright.limited", "uses", "Uses refused because a limit was reached"),
  LEFT_ALONE(
      "ringwright.left.alone", "extensions", "Extensions left alone because they took no calls"),
  IGNORED("ringwright.ignored", "events", "Events that changed nothing, by kind"),
  FAILURES("ringwright.failures", "failures", "Exceptions of code of the host"),
  EXTENSIONS("ringwright.extensions", "extensions", "Extensions, by what they do now"),
  LINK("ringwright.link", null, "1 while the engine has a link to the switch, else 0"),
  BEHIND("ringwright.listener.behind", "tellings", "Tellings that wait for the listener"),
  LOST("ringwright.listener.lost", "tellings", "Tellings dropped because too many waited"),
  QUESTIONS(
      "ringwright.host.questions",
      "questions",
      "Questions to predicates and strategies without a usable answer"),
  ESTIMATES_HELD(
      "ringwright.estimates.held",
      "ratio",
      "Share of the estimates of the last hour that came true; 0.8 is what they promise"),
  ESTIMATES_JUDGED(
      "ringwright.estimates.judged", "estimates", "Estimates of the last hour that were judged"),
  ESTIMATES_ERROR(
      "ringwright.estimates.error",
      "seconds",
      "How far the middle of the estimates of the last hour was off, on average"),
  QUESTION("ringwright.question", "seconds", "From a question of the dialplan to its answer"),
  APPLY("ringwright.engine.apply", "seconds", "How long the engine worked on an event"),
  JOURNAL("ringwright.journal", "seconds", "From an event until it is kept and released"),
  DURABLE("ringwright.journal.durable", null, "1 while a crash would lose nothing, else 0"),
  OWED("ringwright.journal.owed", "entries", "Entries that were answered and are not kept yet"),
  TICK_AGE("ringwright.tick.age", "seconds", "How long ago the engine was told of the time"),
  AGI_SESSIONS("ringwright.agi.sessions", "sessions", "FastAGI sessions, by what became of them"),
  AMI_LINK(
      "ringwright.ami.link", null, "1 for the state in which the AMI link is, 0 for the others"),
  AMI_DROPPED("ringwright.ami.dropped", "events", "AMI events dropped in a flood"),
  AMI_SUPERSEDED(
      "ringwright.ami.superseded", "states", "Device states replaced by newer ones in a flood"),
  AMI_BEHIND("ringwright.ami.behind", "tellings", "Tellings that wait for listeners of the link"),
  AMI_LOST("ringwright.ami.lost", "tellings", "Tellings to listeners of the link dropped"),
  AMI_FINDINGS(
      "ringwright.ami.findings", "findings", "What the newest check of the installation found");

  private final String dotted;
  private final @Nullable String unit;
  private final String meaning;

  MeterName(String dotted, @Nullable String unit, String meaning) {
    this.dotted = dotted;
    this.unit = unit;
    this.meaning = meaning;
  }

  /** A counter that is told of each event. */
  Counter.Builder counter() {
    return Counter.builder(dotted).baseUnit(unit).description(meaning);
  }

  /** A timer; the unit of timers is that of the registry. */
  Timer.Builder timer() {
    return Timer.builder(dotted).description(meaning);
  }

  /** A counter that reads a count which somebody else keeps. */
  <T> FunctionCounter.Builder<T> reading(T of, ToDoubleFunction<T> count) {
    return FunctionCounter.builder(dotted, of, count).baseUnit(unit).description(meaning);
  }

  /** A gauge; it keeps what it reads. */
  <T> Gauge.Builder<T> gauge(T of, ToDoubleFunction<T> value) {
    return Gauge.builder(dotted, of, value)
        .baseUnit(unit)
        .description(meaning)
        .strongReference(true);
  }
}
