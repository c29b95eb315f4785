package io.ringwright.faults;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.CallOutcome;
import io.ringwright.directory.PhoneList;
import io.ringwright.fakeasterisk.switchboard.LiveChannel;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The laboratory itself: without a fault, calls go as they do anywhere. */
class OneCallerTest {

  private static final PhoneList HOUSE =
      PhoneList.builder()
          .extension("8260", phone -> phone.device("PJSIP/8260"))
          .huntGroup("700", group -> group.member("8260"))
          .build();

  @Test
  void a_caller_is_answered_and_the_next_one_waits_and_is_delivered() {
    for (boolean durable : new boolean[] {false, true}) {
      Laboratory lab = new Laboratory(1, HOUSE, durable);
      lab.weather(Weather.CALM.over());
      EngineRun engine = lab.start();
      assertThat(lab.timeline.until(engine.link()::isConnected, Duration.ofSeconds(5))).isTrue();
      LiveChannel first = lab.call("700", 5);
      LiveChannel second = lab.call("700", 5);
      lab.timeline.advance(Duration.ofSeconds(1));
      assertThat(engine.router().waitingCalls())
          .extracting(call -> call.id())
          .containsExactly(Laboratory.idOf(second));
      assertThat(lab.timeline.until(() -> lab.callers().isEmpty(), Duration.ofMinutes(2))).isTrue();
      lab.timeline.advance(Duration.ofSeconds(1));
      assertThat(lab.book.visits().endsOf(Laboratory.idOf(first)))
          .containsExactly(CallOutcome.ANSWERED);
      assertThat(lab.book.visits().endsOf(Laboratory.idOf(second)))
          .containsExactly(CallOutcome.ANSWERED);
      assertThat(lab.book.answers()).isEqualTo(2);
    }
  }
}
