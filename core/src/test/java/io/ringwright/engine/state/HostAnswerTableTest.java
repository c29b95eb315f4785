package io.ringwright.engine.state;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.CallId;
import io.ringwright.call.CallerId;
import io.ringwright.call.Channel;
import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.PbxId;
import io.ringwright.call.Priority;
import io.ringwright.directory.HostAnswers;
import io.ringwright.directory.HostAnswers.Question;
import io.ringwright.waiting.Place;
import io.ringwright.waiting.WaitingCall;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** For how long the answers of the host's predicates are kept. */
class HostAnswerTableTest {

  private static final CallerId ANNA = CallerId.of("0301");
  private static final CallerId BEN = CallerId.of("0302");

  private final HostAnswerTable table = new HostAnswerTable();

  private void said(CallerId caller) {
    table.put(new HostAnswers(Map.of(new Question("vip", caller, Optional.empty()), true)));
  }

  private static Call call(CallerId caller) {
    return call(caller, 1);
  }

  private static Call call(CallerId caller, int ticket) {
    WaitingCall waiting =
        new WaitingCall(
            CallId.of("1." + ticket + "@pbx"),
            new Channel(PbxId.of("pbx"), "PJSIP/trunk-1"),
            caller,
            new Destination.ToHuntGroup(DirectoryNumber.of("700")),
            new Place(Priority.NORMAL, Instant.EPOCH, ticket));
    return new Call(waiting, Instant.EPOCH);
  }

  @Test
  void answers_are_forgotten_with_the_last_call_of_a_caller() {
    table.listChanged(true, List.of());
    said(ANNA);
    Call first = call(ANNA, 1);
    Call second = call(ANNA, 2);
    table.opened(first);
    table.opened(second);
    assertThat(table.callsOf(Set.of(ANNA, BEN))).containsExactly(first, second);
    table.closed(first);
    assertThat(table.knows(ANNA)).isTrue();
    table.closed(second);
    assertThat(table.knows(ANNA)).isFalse();
  }

  @Test
  void of_callers_who_got_no_call_ten_thousand_are_remembered() {
    table.listChanged(true, List.of());
    said(ANNA);
    table.opened(call(ANNA));
    for (int each = 0; each <= 10_000; each++) {
      said(CallerId.of("09" + each));
    }
    assertThat(table.knows(CallerId.of("090"))).isTrue();
    said(BEN);
    assertThat(table.knows(CallerId.of("090"))).isFalse();
    assertThat(table.knows(BEN)).as("the call may still come").isTrue();
    assertThat(table.knows(ANNA)).as("she has a call").isTrue();
  }

  @Test
  void what_was_said_ahead_of_the_list_that_asks_is_kept_for_the_calls_that_are_there() {
    for (int each = 0; each <= 10_000; each++) {
      said(CallerId.of("09" + each));
    }
    said(ANNA);
    table.listChanged(true, List.of(call(ANNA)));
    said(BEN);
    assertThat(table.knows(ANNA)).isTrue();
    assertThat(table.knows(CallerId.of("090"))).as("no call, and too many").isFalse();
  }

  @Test
  void with_a_list_that_asks_nothing_nobody_is_forgotten() {
    Call hers = call(ANNA);
    table.listChanged(true, List.of(hers));
    table.listChanged(false, List.of());
    said(ANNA);
    table.closed(hers);
    assertThat(table.knows(ANNA)).isTrue();
  }
}
