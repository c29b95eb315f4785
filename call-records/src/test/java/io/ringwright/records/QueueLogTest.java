package io.ringwright.records;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ringwright.availability.Attendance;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.HangUpSide;
import io.ringwright.telling.KeyUsed;
import io.ringwright.telling.RingStopped.Why;
import io.ringwright.testkit.ManualClock;
import io.ringwright.view.Attendances;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Lines of what is told by hand. */
class QueueLogTest {

  private static final QueueLogNames NAMES = extension -> List.of(DirectoryNumber.of("700"));

  private final ManualClock clock = ManualClock.onMondayMorning();
  private final List<String> lines = new ArrayList<>();
  private QueueLog log = builder().build();

  private QueueLog.Builder builder() {
    return QueueLog.to(line -> lines.add(line.text().split("\\|", 3)[2]), NAMES).clock(clock);
  }

  private Told call() {
    return new Told(log, clock, "1767603600.1@pbx1", 1);
  }

  @Test
  void the_call_is_the_uniqueid_without_the_switch() {
    List<String> whole = new ArrayList<>();
    log = QueueLog.to(line -> whole.add(line.text()), NAMES).clock(clock).build();
    call().arrives("0301", "", "700").joins("700", 4);
    assertThat(whole).containsExactly("1767603600|1767603600.1|700|NONE|ENTERQUEUE||0301|4");
  }

  @Test
  void bars_and_line_breaks_of_names_become_harmless() {
    log = builder().withCallerNames().build();
    call().arrives("0301", "Do|ra", "700").joins("700", 1);
    assertThat(lines).containsExactly("700|NONE|ENTERQUEUE||0301|1|Do_ra");
    QueueLogLine hostile =
        new QueueLogLine(Instant.EPOCH, "1|2", "a\nb", "c\r\nd", "E\u2028V", List.of("x|y\u0000z"));
    assertThat(hostile.text()).isEqualTo("0|1_2|a b|c  d|E V|x_y z");
  }

  @Test
  void more_data_than_a_line_has_are_refused() {
    assertThatThrownBy(
            () ->
                new QueueLogLine(
                    Instant.EPOCH, "1", "q", "a", "E", List.of("1", "2", "3", "4", "5", "6")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected 5 at most");
  }

  @Test
  void a_busy_phone_has_whole_seconds_and_one_left_ringing_the_seconds_that_were_set() {
    call()
        .arrives("0301", "", "700")
        .rings("700", "100")
        .ringStops("700", "100", Why.BUSY, ofMillis(2900))
        .rings("700", "100")
        .ringStops("700", "100", Why.NO_REPLY, ofMillis(14_988))
        .rings("700", "100")
        .ringStops("700", "100", Why.TAKEN_BACK, ofMillis(1701));
    assertThat(lines)
        .containsExactly(
            "700|NONE|ENTERQUEUE||0301|1",
            "700|100|RINGNOANSWER|2000",
            "700|100|RINGNOANSWER|15000",
            "700|100|RINGCANCELED|1701");
  }

  @Test
  void a_key_pressed_while_a_phone_rings_cancels_the_ring_in_the_queue_that_is_left() {
    Told call = call().arrives("0301", "", "700").rings("700", "100").after(2);
    log.keyPressed(
        new KeyUsed(
            call.visit,
            DirectoryNumber.of("1"),
            KeyUsed.Meaning.LEAVES,
            Optional.of(Told.group("701"))));
    call.ringStops("701", "100", Why.TAKEN_BACK, ofSeconds(2)).joins("701", 2).after(1);
    call.hangsUp(HangUpSide.CALLER).ends(CallOutcome.ABANDONED, 3);
    assertThat(lines)
        .containsExactly(
            "700|NONE|ENTERQUEUE||0301|1",
            "700|100|RINGCANCELED|2000",
            "700|NONE|EXITWITHKEY|1|1|1|2",
            "701|NONE|ENTERQUEUE||0301|2",
            "701|NONE|ABANDON|2|2|1");
  }

  @Test
  void a_transfer_ends_the_call_of_the_queue() {
    call()
        .arrives("0301", "", "700")
        .rings("700", "100")
        .after(2)
        .answersRing("700", "100", 2, 2)
        .after(8)
        .talkEnds("100", 8)
        .handedOver("100", "101")
        .after(5)
        .talkEnds("101", 5)
        .hangsUp(HangUpSide.CALLER)
        .ends(CallOutcome.ANSWERED, 2);
    assertThat(lines)
        .containsExactly(
            "700|NONE|ENTERQUEUE||0301|1",
            "700|100|CONNECT|2||2",
            "700|100|ATTENDEDTRANSFER|BRIDGE|101|2|8|1");
  }

  @Test
  void a_caller_whose_channel_was_moved_away_has_abandoned_the_queue() {
    Told call = call().arrives("0301", "", "700").joins("700", 1).after(3);
    call.ends(CallOutcome.SENT_ON, 3);
    assertThat(lines.get(1)).isEqualTo("700|NONE|ABANDON|1|1|3");
  }

  @Test
  void a_call_that_entered_before_a_restart_enters_no_second_time() {
    clock.advance(ofSeconds(100));
    call()
        .rings("700", "100")
        .after(2)
        .answersRing("700", "100", 62, 2)
        .after(3)
        .talkEnds("100", 3)
        .hangsUp(HangUpSide.AGENT)
        .ends(CallOutcome.ANSWERED, 62);
    assertThat(lines).containsExactly("700|100|CONNECT|62||2", "700|100|COMPLETEAGENT|62|3|1");
  }

  @Test
  void after_a_restart_it_is_known_who_was_paused() {
    DirectoryNumber ben = DirectoryNumber.of("101");
    Attendance paused = new Attendance(true, Optional.of("lunch"));
    log.attendanceChanged(ben, Attendance.PRESENT);
    assertThat(lines).isEmpty();
    log = builder().knowing(new Attendances(1, 1, Map.of(ben, paused), Map.of())).build();
    log.attendanceChanged(ben, Attendance.PRESENT);
    assertThat(lines).containsExactly("NONE|101|UNPAUSEALL|", "700|101|UNPAUSE|");
  }

  @Test
  void whoever_logs_in_while_paused_is_added_paused() {
    DirectoryNumber ben = DirectoryNumber.of("101");
    log.attendanceChanged(ben, new Attendance(false, Optional.of("lunch")));
    log.attendanceChanged(ben, new Attendance(true, Optional.of("lunch")));
    assertThat(lines)
        .containsExactly(
            "NONE|101|PAUSEALL|lunch", "700|101|REMOVEMEMBER|", "700|101|ADDMEMBER|PAUSED");
  }
}
