package io.ringwright.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.CallerId;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.directory.Condition.Circumstances;
import io.ringwright.directory.HostAnswers.Question;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConditionTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
  private static final Circumstances DIRECT =
      new Circumstances(CallerId.of("0301234567"), Optional.empty(), NOW);
  private static final Circumstances THROUGH_GROUP =
      new Circumstances(CallerId.unknown(), Optional.of(DirectoryNumber.of("700")), NOW);
  private static final Condition YES = new Condition.Always();
  private static final Condition NO = new Condition.Not(YES);
  private static final Condition BERLIN = new Condition.CallerMatches(new NumberPattern("030."));
  private static final Condition BROKEN =
      new Condition.Host(
          "broken",
          circumstances -> {
            throw new IllegalStateException("the host's own mistake");
          });
  private static final Condition CLOSED =
      new Condition.During(new Schedule(ZoneId.of("UTC"), List.of(), Map.of()));

  @Test
  void the_way_a_call_came_decides() {
    assertThat(new Condition.DialledDirectly().holds(DIRECT)).isTrue();
    assertThat(new Condition.DialledDirectly().holds(THROUGH_GROUP)).isFalse();
    assertThat(new Condition.ThroughGroup().holds(DIRECT)).isFalse();
    assertThat(new Condition.ThroughGroup().holds(THROUGH_GROUP)).isTrue();
  }

  @Test
  void the_caller_decides_and_an_unknown_number_fits_nothing() {
    assertThat(BERLIN.holds(DIRECT)).isTrue();
    assertThat(BERLIN.holds(THROUGH_GROUP)).isFalse();
  }

  @Test
  void conditions_combine() {
    assertThat(new Condition.AllOf(List.of(YES, BERLIN)).holds(DIRECT)).isTrue();
    assertThat(new Condition.AllOf(List.of(YES, NO)).holds(DIRECT)).isFalse();
    assertThat(new Condition.AnyOf(List.of(NO, BERLIN)).holds(DIRECT)).isTrue();
    assertThat(new Condition.AnyOf(List.of(NO, CLOSED)).holds(DIRECT)).isFalse();
    assertThat(new Condition.AllOf(List.of()).holds(DIRECT)).as("all of none").isTrue();
    assertThat(new Condition.AnyOf(List.of()).holds(DIRECT)).as("any of none").isFalse();
  }

  @Test
  void a_host_condition_holds_if_its_answer_says_so_and_calls_nothing() {
    HostAnswers answers =
        new HostAnswers(
            Map.of(
                new Question("broken", DIRECT.caller(), Optional.empty()), true,
                new Question("vip", DIRECT.caller(), Optional.empty()), false));
    Circumstances asked =
        new Circumstances(DIRECT.caller(), DIRECT.throughGroup(), DIRECT.now(), answers);
    assertThat(BROKEN.holds(asked)).as("its code throws, but is not called").isTrue();
    assertThat(new Condition.Host("vip", each -> true).holds(asked)).isFalse();
  }

  @Test
  void a_host_condition_that_was_not_asked_about_this_very_call_does_not_hold() {
    HostAnswers answers =
        new HostAnswers(Map.of(new Question("vip", DIRECT.caller(), Optional.empty()), true));
    Condition vip = new Condition.Host("vip", each -> true);
    assertThat(vip.holds(DIRECT)).as("nothing was asked").isFalse();
    assertThat(
            vip.holds(
                new Circumstances(
                    THROUGH_GROUP.caller(), DIRECT.throughGroup(), DIRECT.now(), answers)))
        .as("another caller")
        .isFalse();
    assertThat(
            vip.holds(
                new Circumstances(
                    DIRECT.caller(), THROUGH_GROUP.throughGroup(), DIRECT.now(), answers)))
        .as("through a group")
        .isFalse();
  }

  @Test
  void a_combination_depends_on_what_its_parts_depend_on() {
    assertThat(YES.dependsOnCaller() || YES.dependsOnTime()).isFalse();
    assertThat(new Condition.Not(new Condition.AllOf(List.of(YES, BERLIN))).dependsOnCaller())
        .isTrue();
    assertThat(new Condition.AnyOf(List.of(YES, BERLIN)).dependsOnTime()).isFalse();
    assertThat(new Condition.Not(new Condition.AnyOf(List.of(CLOSED))).dependsOnTime()).isTrue();
    assertThat(new Condition.AllOf(List.of(CLOSED)).dependsOnCaller()).isFalse();
    assertThat(BROKEN.dependsOnCaller() && BROKEN.dependsOnTime()).isTrue();
  }

  @Test
  void a_condition_says_in_an_explanation_what_it_asks() {
    assertThat(new Condition.AllOf(List.of(BERLIN, new Condition.Not(BROKEN))))
        .hasToString("all of [caller matches 030., not broken]");
  }
}
