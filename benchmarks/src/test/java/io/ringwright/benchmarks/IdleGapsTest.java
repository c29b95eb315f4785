package io.ringwright.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.benchmarks.SipTrace.Message;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IdleGapsTest {

  private final List<Message> phones = new ArrayList<>();
  private final List<Message> callers = new ArrayList<>();

  @Test
  void the_gap_is_from_the_bye_of_a_phone_to_its_next_invite() {
    callersAt(1, 2, 3);
    rings(10, "8260", "a");
    hangsUp(100, "a");
    rings(107, "8260", "b");

    assertThat(gaps(1).micros()).containsExactly(7L);
  }

  @Test
  void another_phone_that_rings_does_not_end_the_gap() {
    callersAt(1, 2, 3, 4);
    rings(10, "8260", "a");
    hangsUp(100, "a");
    rings(103, "8261", "b");
    rings(109, "8260", "c");

    assertThat(gaps(1).micros()).containsExactly(9L);
  }

  @Test
  void a_gap_without_enough_waiting_callers_does_not_count() {
    callersAt(1, 2, 105);
    rings(10, "8260", "a");
    hangsUp(100, "a"); // one waits
    rings(110, "8260", "b");
    hangsUp(200, "b"); // one waits

    assertThat(gaps(2).micros()).isEmpty();
    assertThat(gaps(2).unrung()).isZero();
    assertThat(gaps(1).micros()).containsExactly(10L);
    assertThat(gaps(1).unrung()).isEqualTo(1);
  }

  @Test
  void messages_that_are_sent_again_count_once() {
    callersAt(1, 1, 2);
    callers.add(new Message(600, true, "caller-2", "INVITE sip:700@a"));
    rings(10, "8260", "a");
    rings(510, "8260", "a");
    hangsUp(600, "a");
    hangsUp(605, "a");
    rings(610, "8260", "b");

    IdleGaps gaps = gaps(1);
    assertThat(gaps.micros()).containsExactly(10L);
    assertThat(gaps.rings()).isEqualTo(2);
  }

  @Test
  void a_phone_that_is_rung_while_in_use_is_noticed() {
    callersAt(1, 2);
    rings(10, "8260", "a");
    rings(20, "8260", "b");

    assertThat(gaps(1).ringsInUse()).isEqualTo(1);
  }

  @Test
  void callers_without_sip_have_arrived_when_they_were_made() {
    rings(10, "8260", "a");
    hangsUp(100, "a");
    rings(107, "8260", "b");

    long[] arrivals = {1, 2};
    assertThat(IdleGaps.of(new SipTrace(phones), arrivals, 1).micros()).containsExactly(7L);
    assertThat(IdleGaps.of(new SipTrace(phones), arrivals, 2).micros()).isEmpty();
  }

  private IdleGaps gaps(int fewestWaiting) {
    return IdleGaps.of(new SipTrace(phones), new SipTrace(callers), fewestWaiting);
  }

  private void callersAt(long... instants) {
    for (long at : instants) {
      callers.add(new Message(at, true, "caller-" + callers.size(), "INVITE sip:700@a SIP/2.0"));
    }
  }

  private void rings(long at, String phone, String call) {
    phones.add(new Message(at, false, call, "INVITE sip:" + phone + "@127.0.0.1 SIP/2.0"));
  }

  private void hangsUp(long at, String call) {
    phones.add(new Message(at, true, call, "BYE sip:asterisk@127.0.0.1 SIP/2.0"));
  }
}
