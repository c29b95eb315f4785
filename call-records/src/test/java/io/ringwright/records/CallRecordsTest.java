package io.ringwright.records;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.ringwright.availability.Attendance;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.HangUpSide;
import io.ringwright.telling.WrapUpBegun;
import io.ringwright.testkit.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Records of what is told by hand: restarts, missing tellings, bounds. */
class CallRecordsTest {

  private static final Instant START = ManualClock.MONDAY_MORNING;

  private final ManualClock clock = ManualClock.onMondayMorning();
  private final KeptRecords kept = new KeptRecords();
  private final CallRecords records = CallRecords.to(kept, clock);

  private Told call(String id, long visit) {
    return new Told(records, clock, id, visit);
  }

  private CallRecord only() {
    assertThat(kept.calls).hasSize(1);
    return kept.calls.get(0);
  }

  @Test
  void a_call_that_waited_before_a_restart_has_a_record_with_its_true_wait() {
    clock.advance(ofSeconds(50));
    call("c1", 7)
        .rings("700", "100")
        .after(5)
        .answersRing("700", "100", 125, 5)
        .after(10)
        .hangsUp(HangUpSide.AGENT)
        .talkEnds("100", 10)
        .ends(CallOutcome.ANSWERED, 125);
    assertThat(only().origin().seen()).isFalse();
    assertThat(only().origin().arrived()).isEqualTo(START.plusSeconds(55 - 125));
    assertThat(only().origin().called()).isEmpty();
    assertThat(only().stays().get(0).length()).isEqualTo(ofSeconds(125));
    assertThat(only().ending().hungUpBy()).isEqualTo(HangUpSide.AGENT);
    assertThat(kept.legs).hasSize(1);
  }

  @Test
  void a_call_that_talked_before_a_restart_has_an_answer_and_the_whole_talk() {
    clock.advance(ofSeconds(50));
    call("c1", 7).talkEnds("100", 300).ends(CallOutcome.ANSWERED, 20);
    CallRecord.Answer answer = only().answer().orElseThrow();
    assertThat(answer.at()).isEqualTo(START.plusSeconds(50 - 300));
    assertThat(answer.waited()).isEqualTo(ofSeconds(20));
    assertThat(answer.talked()).isEqualTo(ofSeconds(300));
    assertThat(only().origin().arrived()).isEqualTo(START.plusSeconds(50 - 320));
    assertThat(kept.legs.get(0).talk().began()).hasValue(START.plusSeconds(50 - 300));
  }

  @Test
  void a_call_that_only_ends_after_a_restart_has_a_record() {
    call("c1", 7).ends(CallOutcome.ABANDONED, 40);
    assertThat(only().stays()).isEmpty();
    assertThat(only().origin().arrived()).isEqualTo(START.minusSeconds(40));
    assertThat(only().ending().outcome()).isEqualTo(CallOutcome.ABANDONED);
  }

  @Test
  void the_same_tellings_give_the_same_records() {
    Runnable day =
        () ->
            call("c1", 1)
                .arrives("0301", "Dora", "700")
                .joins("700", 3)
                .answers("100", 0)
                .talkEnds("100", 4)
                .ends(CallOutcome.ANSWERED, 0);
    day.run();
    day.run();
    assertThat(kept.calls.get(0)).isEqualTo(kept.calls.get(1));
  }

  @Test
  void a_visit_whose_end_was_not_told_is_let_go_when_the_call_comes_again() {
    call("c1", 1).arrives("0301", "", "700");
    call("c1", 2).arrives("0301", "", "700").ends(CallOutcome.ABANDONED, 0);
    assertThat(only().visit().number()).isEqualTo(2);
    assertThat(records.counts()).isEqualTo(new RecordCounts(0, 1, 0));
  }

  @Test
  void visits_that_last_too_long_or_are_too_many_are_let_go_and_counted() {
    CallRecords bounded = CallRecords.to(kept, clock, new RecordLimits(Duration.ofHours(1), 3));
    for (int at = 0; at < 5; at++) {
      new Told(bounded, clock, "c" + at, at).arrives("0301", "", "700");
    }
    assertThat(bounded.counts()).isEqualTo(new RecordCounts(3, 2, 0));
    clock.advance(Duration.ofHours(2));
    new Told(bounded, clock, "c9", 9).arrives("0301", "", "700");
    assertThat(bounded.counts()).isEqualTo(new RecordCounts(1, 5, 0));
  }

  @Test
  void a_caller_who_goes_round_by_keys_for_ever_keeps_a_bounded_path() {
    Told call = call("c1", 1).arrives("0301", "", "700");
    for (int at = 0; at < 1000; at++) {
      call.joins(at % 2 == 0 ? "700" : "701", 1);
    }
    call.ends(CallOutcome.ABANDONED, 0);
    assertThat(only().stays()).hasSize(OpenCall.MOST_STAYS);
    assertThat(only().stays().get(OpenCall.MOST_STAYS - 1).number()).isEqualTo(999);
  }

  @Test
  void tellings_that_were_missed_are_counted() {
    records.missed(3);
    records.missed(4);
    assertThat(records.counts().missed()).isEqualTo(7);
  }

  @Test
  void whoever_takes_the_caller_over_has_a_leg_without_a_ring() {
    call("c1", 1)
        .arrives("0301", "", "700")
        .rings("700", "100")
        .after(2)
        .answersRing("700", "100", 2, 2)
        .after(8)
        .talkEnds("100", 8)
        .handedOver("100", "101")
        .after(5)
        .talkEnds("101", 5)
        .ends(CallOutcome.ANSWERED, 2);
    assertThat(only().answer().orElseThrow().talked()).isEqualTo(ofSeconds(13));
    assertThat(only().answer().orElseThrow().handOvers()).isEqualTo(1);
    assertThat(kept.legs)
        .extracting(leg -> leg.phone().party(), leg -> leg.ring().end().isPresent())
        .containsExactlyInAnyOrder(tuple(Office.at("100"), true), tuple(Office.at("101"), false));
  }

  @Test
  void a_leg_in_wrap_up_is_handed_out_when_the_listener_is_closed() {
    Told call = call("c1", 1).arrives("0301", "", "700").answers("100", 0).talkEnds("100", 4);
    records.wrapUpBegun(
        new WrapUpBegun(DirectoryNumber.of("100"), call.visit, START.plusSeconds(60)));
    call.ends(CallOutcome.ANSWERED, 0).after(6);
    assertThat(kept.legs).isEmpty();
    records.close();
    assertThat(kept.legs.get(0).talk().wrapUp()).isEqualTo(ofSeconds(6));
  }

  @Test
  void changes_of_attendance_are_handed_out_with_where_they_hold() {
    Attendance lunch = new Attendance(true, Optional.of("lunch"));
    records.attendanceChanged(DirectoryNumber.of("100"), lunch);
    records.attendanceChanged(DirectoryNumber.of("100"), DirectoryNumber.of("700"), lunch);
    assertThat(kept.changes)
        .extracting(AttendanceRecord::group)
        .containsExactly(Optional.empty(), Optional.of(DirectoryNumber.of("700")));
    assertThat(kept.changes).extracting(AttendanceRecord::number).isEqualTo(List.of(0L, 1L));
  }

  @Test
  void limits_out_of_range_are_refused() {
    assertThatThrownBy(() -> new RecordLimits(Duration.ZERO, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("longest visit PT0S");
    assertThatThrownBy(() -> new RecordLimits(ofSeconds(1), 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("most open visits 0");
  }
}
