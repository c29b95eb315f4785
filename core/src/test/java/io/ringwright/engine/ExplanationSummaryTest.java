package io.ringwright.engine;

import static io.ringwright.engine.ExplanationTest.ask;
import static io.ringwright.engine.ExplanationTest.house;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.Attendance;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.directory.CallForwarding.Kind;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The first lines of an explanation: short, and enough for a supervisor. */
class ExplanationSummaryTest {

  @Test
  void a_summary_names_the_first_phones_and_counts_the_others() {
    House house =
        House.of(
            list -> {
              for (int number = 100; number < 112; number++) {
                String own = Integer.toString(number);
                list.extension(own, each -> each.device("PJSIP/" + own));
              }
              list.huntGroup(
                  "700",
                  all -> {
                    for (int number = 100; number < 112; number++) {
                      all.member(Integer.toString(number));
                    }
                  });
            });
    for (int number = 100; number < 110; number++) {
      house.reports(Integer.toString(number), DeviceState.IN_USE, "other-" + number);
    }
    house.router.setAttendance(DirectoryNumber.of("109"), new Attendance(false, Optional.empty()));
    assertThat(ask(house, "700").explanation().summary())
        .isEqualTo(
            """
            rings 110: free, idle for longest among 110, 111
            not rung: 100 engaged: in 1 call; 101 engaged: in 1 call; 102 engaged: in 1 call; \
            103 engaged: in 1 call; 104 engaged: in 1 call; 105 engaged: in 1 call; and 5 more \
            (3 engaged, 1 logged out, 1 free)""");
  }

  @Test
  void in_nested_groups_a_summary_names_each_phone_once() {
    House house =
        House.of(
            list ->
                list.extension("100", a -> a.device("PJSIP/100"))
                    .extension("101", b -> b.device("PJSIP/101"))
                    .extension("102", c -> c.device("PJSIP/102"))
                    .huntGroup("702", low -> low.member("100").member("101").member("102"))
                    .huntGroup("701", mid -> mid.member("702").member("101").member("100", 2))
                    .huntGroup("700", top -> top.member("702", 2).member("701").member("102", 2)));
    assertThat(ask(house, "700").explanation().summary())
        .isEqualTo(
            """
            rings 100: free, before 102 by priority
            not rung: 101 free, after 100 in group 701; 102 free, after 100""");
  }

  @Test
  void a_summary_of_a_chain_says_who_forwards_and_when() {
    House house =
        House.of(
            list ->
                list.extension(
                        "100",
                        a ->
                            a.device("PJSIP/100")
                                .forward(Kind.UNCONDITIONAL, "101", RandomDirectory.hours()))
                    .extension("101", b -> b.device("PJSIP/101").forwardOnBusy("102"))
                    .extension("102", c -> c.device("PJSIP/102")));
    house.passes(Duration.ofMinutes(3));
    house.reports("101", DeviceState.ON_HOLD, "other");
    assertThat(ask(house, "100").explanation().summary())
        .isEqualTo(
            """
            rings 102: free
            not rung: 100 forwards to 101 (during Mon-Sun 09:02-09:05, Z); \
            101 engaged: in 1 call, device says ON_HOLD, forwards on busy to 102""");
  }

  @Test
  void who_is_ahead_and_the_phone_that_is_kept_for_them_are_named() {
    House house = house(group -> group.member("100"));
    house.reports("100", DeviceState.IN_USE, "other");
    house.arrives("c1", "700");
    house.linkBreaks();
    house.idle("100");
    assertThat(house.arrives("c2", "700").explanation().summary())
        .isEqualTo(
            """
            waits for hunt group 700 at position 2
            not rung: 100 ringing: kept for call c1, ahead in the queue
            ahead: call c1 cannot be moved now and keeps 100""");
  }

  @Test
  void a_loop_is_named_in_the_summary() {
    House house =
        House.of(
            list ->
                list.extension("100", a -> a.device("PJSIP/100").forwardOnNotReachable("101"))
                    .extension("101", b -> b.device("PJSIP/101").forwardOnNotReachable("100")));
    house.reports("100", DeviceState.UNAVAILABLE);
    house.reports("101", DeviceState.UNAVAILABLE);
    assertThat(ask(house, "100").explanation().summary())
        .startsWith("rejected: loop (100 → 101 → 100)\nnot rung: 100 not reachable: device says");
  }
}
