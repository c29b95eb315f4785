package io.ringwright.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.fakeasterisk.DeskCall;
import io.ringwright.fakeasterisk.DeskPhone;
import io.ringwright.fakeasterisk.PbxWithDesks;
import io.ringwright.it.phone.SipPhone;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** {@link OnAnswerScenarios} on the real Asterisk, which writes recordings. */
@OnRealAsterisk
class RealOnAnswerScenariosIT extends OnAnswerScenarios {

  /** A tone that nobody says. */
  private static final int NOBODY_HERTZ = 1_430;

  private static final int TWO_SECONDS_OF_PACKETS = 100;

  private Optional<RealAsterisk> booted = Optional.empty();

  @Override
  PbxWithDesks boot() {
    RealAsterisk pbx = RealAsterisk.boot();
    booted = Optional.of(pbx);
    return pbx;
  }

  private Path file(String recorded) {
    Path monitor = booted.orElseThrow().work().resolve("spool/monitor/ringwright");
    return monitor.resolve(recorded + ".wav");
  }

  @Test
  void a_recording_holds_both_voices_though_music_played_before_the_talk() {
    DeskPhone agents = desk("8303");
    for (int talk = 1; talk <= 3; talk++) {
      DeskCall caller = outside().callAs("0301", "708");
      DeskCall agent = agents.awaitCall();
      agent.answer();
      application().awaitAnswers(talk);
      agent.awaitSpeech(TWO_SECONDS_OF_PACKETS);
      caller.awaitSpeech(TWO_SECONDS_OF_PACKETS);
      Path file = file(recorded());
      agent.hangUp();
      caller.awaitOver();
      application().awaitThat("a second of talk", () -> RecordedVoices.in(file).seconds() > 1);
      RecordedVoices voices = RecordedVoices.in(file);
      double nobody = voices.loudness(NOBODY_HERTZ);
      assertThat(voices.loudness(SipPhone.OUTSIDE_HERTZ)).isGreaterThan(100 + 10 * nobody);
      assertThat(voices.loudness(SipPhone.HOUSE_HERTZ)).isGreaterThan(100 + 10 * nobody);
    }
    everyCallEndedAnswered();
  }
}
