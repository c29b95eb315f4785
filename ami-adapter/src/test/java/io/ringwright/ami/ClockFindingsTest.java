package io.ringwright.ami;

import static io.ringwright.ami.Checks.answer;
import static io.ringwright.ami.Checks.kinds;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.ami.InstallationFinding.Kind;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ClockFindingsTest {

  private static final Instant ASKED = Instant.ofEpochSecond(1_700_000_000);
  private static final Instant ANSWERED = ASKED.plusMillis(40);

  private final Findings findings = new Findings(Settings.LAB);

  private void pong(Duration ahead) {
    Instant theirs = ASKED.plus(ahead);
    String timestamp = theirs.getEpochSecond() + "." + theirs.getNano() / 1000;
    ClockFindings.inspect(
        answer("Response: Success", "Timestamp: " + timestamp), ASKED, ANSWERED, findings);
  }

  @Test
  void clocks_that_agree_to_a_second_are_no_finding() {
    pong(Duration.ZERO);
    pong(Duration.ofSeconds(2));
    pong(Duration.ofSeconds(-2));
    assertThat(findings.all()).isEmpty();
  }

  @Test
  void a_clock_that_is_an_hour_ahead_is_found() {
    pong(Duration.ofHours(1));
    assertThat(findings.all())
        .singleElement()
        .asString()
        .contains("more than half an hour ahead of that of this machine", "NTP");
  }

  @Test
  void a_clock_that_is_behind_is_found() {
    pong(Duration.ofSeconds(-10));
    assertThat(findings.all()).singleElement().asString().contains("more than 3 s behind");
  }

  @Test
  void a_difference_that_grows_by_a_second_is_the_same_finding() {
    pong(Duration.ofSeconds(40));
    pong(Duration.ofSeconds(41));
    assertThat(findings.all()).hasSize(1);
  }

  @Test
  void a_reply_without_a_time_is_said_not_to_tell_it() {
    ClockFindings.inspect(answer("Response: Success", "Ping: Pong"), ASKED, ANSWERED, findings);
    assertThat(kinds(findings)).containsExactly(Kind.NOT_LOOKED_AT);
  }
}
