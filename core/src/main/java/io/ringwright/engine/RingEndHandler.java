package io.ringwright.engine;

import io.ringwright.call.RingOutcome;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingExplanation.Rule;
import io.ringwright.call.Token;
import io.ringwright.directory.Extension;
import io.ringwright.engine.CallPhase.Attempt;
import io.ringwright.engine.CallPhase.Ringing;
import io.ringwright.engine.CallPhase.Talking;
import io.ringwright.routing.Candidate;
import io.ringwright.routing.Resolution;
import io.ringwright.routing.RoutingRules;
import io.ringwright.routing.Trail;
import io.ringwright.routing.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What follows when a ring ended without an answer: the phone's forwarding, another phone, or the
 * old place in line. Belongs to the {@link EngineState} and its lock.
 */
public final class RingEndHandler {

  private static final Duration SHORTEST_BACK_OFF = Duration.ofSeconds(1);

  private final EngineState room;

  public RingEndHandler(EngineState room) {
    this.room = room;
  }

  public RoutingAnswer goOn(Call file, Token token, RingOutcome outcome) {
    if (file.phase() instanceof Ringing ringing && file.outdated(token)) {
      room.ignored("ring end", "token " + token + " is an older one of call " + file.id());
      return room.answers().told(ringing.attempt().answer());
    }
    Optional<Attempt> ended =
        Reservations.of(file).filter(current -> current.token().equals(token));
    if (ended.isEmpty()) {
      room.ignored("ring end", "token " + token + " no longer counts for call " + file.id());
      boolean contradicts = file.phase() instanceof Ringing || file.phase() instanceof Talking;
      if (contradicts && !file.outdated(token)) {
        room.moves().backInLine(file);
      }
      return room.answers()
          .told(room.answers().waitOn(file, "token " + token + " no longer counts"));
    }
    Trail trail = room.trail();
    room.moves().release(file);
    List<Candidate> goingOn = goingOn(file, ended.get(), outcome);
    // They do not stop: whoever's turn it is now must not find them free.
    goingOn.forEach(each -> room.board().reserve(each.extension().device(), file.id()));
    leaveAlone(file, new Ended(ended.get(), outcome, goingOn), trail);
    return room.turns()
        .inTurn(
            file,
            trail,
            () ->
                room.progression()
                    .next(file, goingOn)
                    .map(step -> grown(file, step, trail))
                    .orElseGet(
                        () ->
                            room.answers()
                                .settle(
                                    file, forwarded(file, ended.get(), outcome, trail), trail)));
  }

  /** The phones that ring on because their group rings progressively. */
  private List<Candidate> goingOn(Call file, Attempt ended, RingOutcome outcome) {
    if (outcome != RingOutcome.NO_REPLY
        || room.progression().groupOf(ended.candidates()).isEmpty()) {
      return List.of();
    }
    ended.candidates().forEach(each -> file.rang(each.extension().number(), ended.ringTime()));
    return room.progression().goingOn(file, ended);
  }

  private RoutingAnswer grown(Call file, ProgressiveRinging.Step step, Trail trail) {
    trail.note(
        0, "call " + file.id(), Rule.HUNT, "progressive: ", step.candidates().size(), " now");
    return room.answers().told(room.moves().ring(file, room.attempts().toRing(file, step, trail)));
  }

  /** A ring that ended without an answer, and the phones that go on nevertheless. */
  private record Ended(Attempt attempt, RingOutcome outcome, List<Candidate> goingOn) {}

  /** The phones that did not take the call are not offered it again for a while. */
  private void leaveAlone(Call file, Ended ended, Trail trail) {
    RingOutcome outcome = ended.outcome();
    for (Candidate rung : ended.attempt().candidates()) {
      if (ended.goingOn().contains(rung)) {
        continue;
      }
      if (outcome == RingOutcome.NO_REPLY && rung.path().throughGroup().isPresent()) {
        room.moves().leftUnanswered(rung.extension());
      }
      Extension extension = rung.extension();
      Duration backOff = backOff(extension, outcome);
      Instant until = room.now().plus(backOff);
      file.leaveAlone(extension.number(), until);
      trail.note(
          0,
          "extension " + extension.number(),
          Rule.BACK_OFF,
          outcome.name().toLowerCase(Locale.ROOT).replace('_', ' '),
          ", left alone for ",
          backOff.toSeconds(),
          " s");
    }
  }

  /** What ends at once would otherwise be tried again at once, for ever. */
  private static Duration backOff(Extension extension, RingOutcome outcome) {
    Duration given = extension.times().backOff();
    boolean atOnce = outcome != RingOutcome.NO_REPLY && given.compareTo(SHORTEST_BACK_OFF) < 0;
    return atOnce ? SHORTEST_BACK_OFF : given;
  }

  private Verdict forwarded(Call file, Attempt ended, RingOutcome outcome, Trail trail) {
    if (ended.candidates().size() == 1) {
      Optional<Resolution> next =
          RoutingRules.afterRing(
              ended.candidates().get(0), outcome, file.routed(room.now()), room.facts(), trail);
      if (next.isPresent() && next.get() instanceof Resolution.RingNow ring) {
        return new Verdict.Ring(ring.candidates());
      }
      if (next.isPresent() && next.get() instanceof Resolution.Outside outside) {
        return new Verdict.Leave(outside.to());
      }
    }
    return room.decide(file, trail);
  }
}
