package io.ringwright.engine;

import io.ringwright.announcement.AnnouncementPlan;
import io.ringwright.announcement.Step;
import io.ringwright.announcement.Told;
import io.ringwright.call.Announced;
import io.ringwright.call.Announcement;
import io.ringwright.call.Destination;
import io.ringwright.call.LongKeys;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision.Wait;
import io.ringwright.call.RoutingExplanation;
import io.ringwright.call.RoutingExplanation.Rule;
import io.ringwright.call.Treatment;
import io.ringwright.directory.Announcements;
import io.ringwright.directory.Hearing;
import io.ringwright.directory.HuntGroup;
import io.ringwright.effect.Effect;
import io.ringwright.engine.state.Call;
import io.ringwright.engine.state.CallPhase.Waiting;
import io.ringwright.engine.state.EngineState;
import io.ringwright.engine.state.LastQuestion;
import io.ringwright.engine.state.StandingFacts;
import io.ringwright.routing.WaitingAdmission;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Adds to the answer for a caller who waits what that caller hears: as the hunt group says for
 * which the call waits. Of all that is found out about one question, only its answer is treated, so
 * that what counts as told was told.
 */
final class WaitTreatments {

  private final EngineState state;
  private final Outbox outbox;
  private final boolean explains;

  WaitTreatments(EngineState state, Outbox outbox, boolean explains) {
    this.state = state;
    this.outbox = outbox;
    this.explains = explains;
  }

  /** The answer to a question that comes for the first time. */
  RoutingAnswer treated(RoutingAnswer answer) {
    if (!(answer.decision() instanceof Wait wait)) {
      return answer;
    }
    Hearing hearing = hearing(state, wait.waitingFor());
    Treatment background = background(hearing, wait);
    Treatment own = answer.treatment();
    if (own.inquiry().isPresent()) {
      return answer.treatedBy(
          background.asking(own.announcement().orElseThrow(), own.inquiry().get()));
    }
    if (background.equals(Treatment.USUAL) && !hearing.announcements().tellAnything()) {
      return answer;
    }
    RoutingAnswer treated = answer.treatedBy(background);
    Announcements announcements = hearing.announcements();
    Optional<Call> call = state.call(answer.call()).filter(WaitTreatments::listens);
    if (call.isPresent() && announcements.tellAnything()) {
      treated = told(call.get(), wait, announcements, treated);
    }
    outbox.corrected(answer, treated);
    return treated;
  }

  /**
   * The answer to a question that comes again: nothing more is told than was told the first time.
   */
  RoutingAnswer again(RoutingAnswer answer, LastQuestion last) {
    if (!(answer.decision() instanceof Wait wait)) {
      return answer;
    }
    Hearing hearing = hearing(state, wait.waitingFor());
    Optional<Call> call = state.call(answer.call()).filter(WaitTreatments::listens);
    Treatment background = background(hearing, wait);
    Treatment heard = call.isPresent() ? saidAgain(background, last) : background;
    RoutingAnswer treated = heard.equals(Treatment.USUAL) ? answer : answer.treatedBy(heard);
    return call.flatMap(Call::told)
        .filter(told -> hearing.announcements().tellAnything())
        .map(told -> new AnnouncementPlan(hearing.announcements()).quiet(told))
        .map(step -> askingAgain(treated, step.next()))
        .orElse(treated);
  }

  /** What callers hear who wait for a destination. */
  static Hearing hearing(EngineState state, Destination destination) {
    return destination instanceof Destination.ToHuntGroup to
        ? state.phones().huntGroup(to.number()).map(HuntGroup::hearing).orElse(Hearing.USUAL)
        : Hearing.USUAL;
  }

  private static Treatment saidAgain(Treatment background, LastQuestion last) {
    Treatment told = last.announcement().map(background::telling).orElse(background);
    return last.inquiry().isPresent() && last.announcement().isPresent()
        ? told.asking(last.announcement().get(), last.inquiry().get())
        : told;
  }

  /** What is heard between announcements, and how keys are taken. Mostly the usual. */
  private Treatment background(Hearing hearing, Wait wait) {
    LongKeys keys = WaitingAdmission.policy(wait.waitingFor(), state.phones()).leaving().longKeys();
    return hearing.equals(Hearing.USUAL) && keys.equals(LongKeys.NONE)
        ? Treatment.USUAL
        : new Treatment(hearing.line(), hearing.background(), keys);
  }

  /** Who is on the way to a phone, or is called back, hears nothing to the end. */
  private static boolean listens(Call call) {
    return call.phase() instanceof Waiting && call.callBack().isEmpty();
  }

  private RoutingAnswer told(
      Call call, Wait wait, Announcements announcements, RoutingAnswer answer) {
    boolean seen = !state.isUnseen(call.pbx());
    Step step = step(call, wait, new AnnouncementPlan(announcements), seen);
    if (!call.told().equals(Optional.of(step.told()))) {
      call.tell(step.told());
    }
    RoutingAnswer asking = seen ? askingAgain(answer, step.next()) : answer;
    return step.announcement().isPresent()
        ? announced(call, step, asking)
        : explained(call, step, asking);
  }

  /** Before its switch was seen a call is told no more than that it has come. */
  private Step step(Call call, Wait wait, AnnouncementPlan plan, boolean seen) {
    Optional<Told> before = call.told();
    Step begun = before.map(plan::quiet).orElseGet(() -> plan.begin(state.now()));
    Told told = begun.told();
    if (begun.announcement().isPresent() || !seen || !plan.isDue(told, state.now())) {
      return begun;
    }
    return plan.next(
        told,
        new StandingFacts(state).of(call, wait, told),
        count -> state.history().lot(call.visit().number(), count));
  }

  private RoutingAnswer announced(Call call, Step step, RoutingAnswer answer) {
    Announcement announcement = step.announcement().orElseThrow();
    Optional<Duration> wait = step.minutes().map(Duration::ofMinutes);
    outbox.emit(
        new Effect.Tell.Announced(
            new Announced(call.visit(), announcement, step.position(), wait)));
    RoutingAnswer told = answer.treatedBy(answer.treatment().telling(announcement));
    return explained(call, step, told);
  }

  private RoutingAnswer explained(Call call, Step step, RoutingAnswer answer) {
    if (!explains || (step.announcement().isEmpty() && step.reasons().isEmpty())) {
      return answer;
    }
    RoutingExplanation explanation = answer.explanation();
    for (String reason : step.reasons()) {
      explanation = explanation.and(note(call, reason));
    }
    if (step.announcement().isPresent()) {
      explanation = explanation.and(note(call, "told " + step.announcement().get()));
    }
    return answer.explainedBy(explanation);
  }

  private static RoutingExplanation.Step note(Call call, String finding) {
    return new RoutingExplanation.Step(0, "call " + call.id(), Rule.ANNOUNCEMENT, finding);
  }

  /** The next sign of life comes when something is to be told, if none is asked for before. */
  private RoutingAnswer askingAgain(RoutingAnswer answer, Instant next) {
    if (next.equals(Instant.MAX)) {
      return answer;
    }
    Duration due = Duration.between(state.now(), next);
    boolean soon =
        !due.isNegative()
            && !due.isZero()
            && due.compareTo(Answers.SOON) <= 0
            && answer.nextSign().filter(sign -> sign.compareTo(due) <= 0).isEmpty();
    return soon ? answer.askingAgainAfter(due) : answer;
  }
}
