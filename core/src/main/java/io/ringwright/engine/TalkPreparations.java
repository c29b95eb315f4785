package io.ringwright.engine;

import io.ringwright.call.BeforeTalk;
import io.ringwright.call.Destination;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision.Ring;
import io.ringwright.directory.AnnouncementSounds;
import io.ringwright.directory.AnnouncementSounds.Phrase;
import io.ringwright.directory.HuntGroup;
import io.ringwright.directory.OnAnswer;
import io.ringwright.engine.state.Call;
import io.ringwright.engine.state.CallPhase.Attempt;
import io.ringwright.engine.state.EngineState;
import java.time.Duration;
import java.util.Optional;

/**
 * Adds to the answer that has phones rung what happens between the answer of one of them and the
 * talk: as the hunt group says at which the call stands. Changes nothing.
 */
final class TalkPreparations {

  private final EngineState state;
  private final Outbox outbox;

  TalkPreparations(EngineState state, Outbox outbox) {
    this.state = state;
    this.outbox = outbox;
  }

  RoutingAnswer prepared(RoutingAnswer answer) {
    if (!(answer.decision() instanceof Ring)) {
      return answer;
    }
    Optional<Call> call = state.call(answer.call());
    if (call.isEmpty() || !(standsAt(call.get()) instanceof Destination.ToHuntGroup at)) {
      return answer;
    }
    Optional<HuntGroup> group = state.phones().huntGroup(at.number());
    if (group.isEmpty() || group.get().onAnswer().equals(OnAnswer.NOTHING)) {
      return answer;
    }
    RoutingAnswer prepared = answer.preparedBy(beforeTalk(call.get(), group.get()));
    outbox.corrected(answer, prepared);
    return prepared;
  }

  /** At which destination the call stood when its phones were chosen. */
  private static Destination standsAt(Call call) {
    Optional<Attempt> attempt = call.phase().current();
    return attempt.isPresent() ? attempt.get().wanted() : call.wanted();
  }

  private BeforeTalk beforeTalk(Call call, HuntGroup group) {
    OnAnswer setting = group.onAnswer();
    Duration waited = Duration.between(call.place().since(), state.now());
    AnnouncementSounds sounds = group.hearing().announcements().sounds();
    return new BeforeTalk(
        setting.told(),
        setting.tellsWait()
            ? Optional.of(new BeforeTalk.WaitTold(waited, words(sounds)))
            : Optional.empty(),
        setting.acceptance(),
        setting.recorded().map(from -> new BeforeTalk.Recording(group.number(), from)),
        setting.setsVariables()
            ? Optional.of(new BeforeTalk.Variables(group.number(), waited))
            : Optional.empty(),
        setting.dialOptions());
  }

  private static BeforeTalk.Words words(AnnouncementSounds sounds) {
    return new BeforeTalk.Words(
        sounds.of(Phrase.REPORT_WAIT),
        sounds.of(Phrase.SECONDS),
        sounds.of(Phrase.MINUTE),
        sounds.of(Phrase.MINUTES),
        sounds.gender());
  }
}
