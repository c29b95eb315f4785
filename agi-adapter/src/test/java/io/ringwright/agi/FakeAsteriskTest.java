package io.ringwright.agi;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.fakeasterisk.FakeAsterisk;
import io.ringwright.fakeasterisk.PbxUnderTest.CallPlan;
import io.ringwright.fakeasterisk.PhoneBehaviour;
import io.ringwright.fakeasterisk.Sighting;
import io.ringwright.fakeasterisk.Sighting.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The dialplan, run by a stand-in for Asterisk, with the server and a real engine behind it. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class FakeAsteriskTest {

  private static final Duration SOON = Duration.ofMillis(30);

  private final House house = new House();

  @Test
  void a_caller_is_greeted_put_through_and_reported_when_the_talk_is_over() throws Exception {
    try (FakeAsterisk pbx = pbx();
        FastAgiServer server = server(pbx)) {
      pbx.phone("8260", PhoneBehaviour.answers(SOON, SOON));
      pbx.call(CallPlan.of("0301", "8260"));

      assertThat(house.firstEnd()).endsWith(" ANSWERED");
      assertThat(server.port()).isEqualTo(pbx.agiPort());
      assertThat(kinds(pbx)).contains(Kind.PROMPT_PLAYED, Kind.PHONE_RINGS, Kind.PHONE_ANSWERS);
    }
  }

  @Test
  void a_caller_who_gives_up_waiting_is_reported() throws Exception {
    try (FakeAsterisk pbx = pbx();
        FastAgiServer server = server(pbx)) {
      pbx.call(CallPlan.of("0301", "701").withPatience(Duration.ofMillis(300)));

      assertThat(house.firstEnd()).endsWith(" ABANDONED");
      assertThat(server.port()).isEqualTo(pbx.agiPort());
      assertThat(pbx.sightings())
          .anyMatch(s -> s.kind() == Kind.CONTEXT_ENTERED && s.subject().equals("ringwright-wait"));
    }
  }

  private static FakeAsterisk pbx() {
    return FakeAsterisk.builder()
        .phones("8260", "8261", "8264")
        .dialplan(Dialplan.standard().render().replace("agi://127.0.0.1:4573", "@AGI@"))
        .start();
  }

  private FastAgiServer server(FakeAsterisk pbx) throws IOException {
    return house
        .server()
        .port(pbx.agiPort())
        .amiReports(() -> false)
        .prompts(Prompts.none().answered().welcome("welcome"))
        .start();
  }

  private static List<Kind> kinds(FakeAsterisk pbx) {
    return pbx.sightings().stream().map(Sighting::kind).toList();
  }
}
