package io.ringwright.agi;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.agi.AsteriskSide.Exchange;
import io.ringwright.agi.AsteriskSide.Question;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** More questions than the engine is asked at once. */
class QuestionsAtOnceTest {

  private static final int MOST = SessionDesk.QUESTIONS_AT_ONCE;
  private static final int MORE = 8;

  private final BlockingJournal journal = new BlockingJournal();
  private final List<AsteriskSide> calls = new ArrayList<>();
  private final House slow = new House(journal);

  @BeforeEach
  void engineIsBusy() {
    journal.block();
  }

  @AfterEach
  void hangUp() throws IOException {
    journal.release();
    for (AsteriskSide call : calls) {
      call.close();
    }
  }

  private void asks(FastAgiServer server, int number) throws IOException {
    AsteriskSide call = new AsteriskSide(server.port());
    calls.add(call);
    Question question = new Question("route", "701");
    call.send(question.with("uniqueid", "lab-1700000000." + number).head());
  }

  private static Exchange answer(AsteriskSide call) throws IOException {
    return call.serve(command -> "200 result=1");
  }

  @Test
  void a_question_that_waits_for_its_turn_is_not_late_because_of_those_before_it()
      throws IOException {
    FastAgiServerBuilder builder = slow.server().deadline(Duration.ofMillis(200));
    try (FastAgiServer server = builder.threads(MOST + MORE, 64).start()) {
      for (int number = 0; number < MOST + MORE; number++) {
        asks(server, number);
      }
      while (server.counts().late() < MOST) {
        Thread.onSpinWait();
      }
      journal.release();
      List<String> decisions = new ArrayList<>();
      for (AsteriskSide call : calls) {
        decisions.add(answer(call).decision());
      }
      assertThat(decisions).filteredOn("wait"::equals).hasSize(MORE);
      assertThat(server.counts().late()).isEqualTo(MOST);
    }
  }
}
