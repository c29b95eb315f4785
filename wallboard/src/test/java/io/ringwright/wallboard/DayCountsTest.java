package io.ringwright.wallboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.Channel;
import io.ringwright.call.Destination;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.Party;
import io.ringwright.call.PbxId;
import io.ringwright.call.Priority;
import io.ringwright.call.Visit;
import io.ringwright.telling.Answered;
import io.ringwright.telling.Joined;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What is counted of the day, in hunt groups 700 and 701, with one goal: 90 % within 15 s. */
class DayCountsTest {

  private static final Destination SALES = group("700");
  private static final Destination SERVICE = group("701");

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-03-02T09:00:00Z"));
  private final DayCounts counts =
      new DayCounts(
          ZoneOffset.UTC, List.of(new ServiceScale(Duration.ofSeconds(15), 90)), now::get);

  private static Destination group(String number) {
    return new Destination.ToHuntGroup(DirectoryNumber.of(number));
  }

  private static Visit visit(int number) {
    return new Visit(CallId.of("c" + number), number);
  }

  private void joins(int number, Destination queue) {
    counts.joined(new Joined(visit(number), queue, Priority.NORMAL, 1));
  }

  private void answered(int number, int seconds) {
    Channel caller = new Channel(PbxId.of("pbx"), "PJSIP/c" + number);
    counts.answered(
        new Answered(
            visit(number),
            Party.of(DirectoryNumber.of("100"), Device.of("PJSIP/100")),
            Duration.ofSeconds(seconds),
            new Answered.Channels(caller, Optional.empty())));
    ends(number, CallOutcome.ANSWERED);
  }

  private void ends(int number, CallOutcome outcome) {
    counts.ended(visit(number), outcome, Duration.ofSeconds(20));
  }

  @Test
  void the_service_level_is_the_share_answered_in_time_of_those_answered_or_given_up() {
    for (int call = 1; call <= 4; call++) {
      joins(call, SALES);
    }
    answered(1, 15);
    answered(2, 16);
    ends(3, CallOutcome.ABANDONED);
    ends(4, CallOutcome.HANDED_BACK);
    QueueDay day = counts.of(SALES);
    assertThat(day).isEqualTo(new QueueDay(2, 1, 1, List.of(1L)));
    assertThat(day.level(0)).isCloseTo(33.3, within(0.1));
  }

  @Test
  void a_call_counts_where_it_stood_last() {
    joins(1, SALES);
    joins(1, SERVICE);
    answered(1, 3);
    assertThat(counts.of(SALES).answered()).isZero();
    assertThat(counts.of(SERVICE).answered()).isOne();
  }

  @Test
  void a_queue_without_calls_has_no_service_level() {
    assertThat(counts.of(SALES).level(0)).isEqualTo(-1);
  }

  @Test
  void counts_begin_anew_at_midnight() {
    joins(1, SALES);
    answered(1, 3);
    now.set(Instant.parse("2026-03-03T00:00:00Z"));
    assertThat(counts.of(SALES)).isEqualTo(new QueueDay(0, 0, 0, List.of(0L)));
  }
}
