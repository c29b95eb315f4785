package io.ringwright.engine;

import static io.ringwright.engine.House.rings;
import static io.ringwright.engine.House.token;
import static io.ringwright.engine.House.waits;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.Attendance;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.RejectReason;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.directory.StandardStrategy;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who takes calls through hunt groups, as people come, go, pause, and do not answer. */
class StaffTest {

  private static final Attendance LUNCH = new Attendance(true, Optional.of("lunch"));
  private static final Attendance OUT = new Attendance(false, Optional.empty());

  private final House house = House.of(StaffTest::office);

  private static void office(PhoneListBuilder list) {
    list.extension("100", anna -> anna.device("PJSIP/100").pauseAfter(RingOutcome.NO_REPLY, 2))
        .extension("101", ben -> ben.device("PJSIP/101"))
        .huntGroup(
            "700", sales -> sales.strategy(StandardStrategy.LINEAR).member("100").member("101"))
        .huntGroup("701", alone -> alone.member("100"))
        .huntGroup(
            "702",
            growing ->
                growing
                    .strategy(StandardStrategy.PROGRESSIVE)
                    .ringOneMoreEvery(Duration.ofSeconds(8))
                    .member("100")
                    .member("101"));
  }

  private void attends(String extension, Attendance attendance) {
    house.router.setAttendance(DirectoryNumber.of(extension), attendance);
  }

  @Test
  void a_paused_extension_is_engaged_for_its_groups_and_rings_for_direct_calls() {
    attends("100", LUNCH);
    assertThat(rings(house.arrives("c1", "700"))).isEqualTo("101");
    assertThat(waits(house.arrives("c2", "701"))).isTrue();
    assertThat(rings(house.arrives("c3", "100"))).isEqualTo("100");
    assertThat(house.router.attendance(DirectoryNumber.of("100"))).isEqualTo(LUNCH);
  }

  @Test
  void who_comes_back_from_a_pause_serves_who_waits() {
    attends("100", LUNCH);
    house.arrives("c1", "701");
    attends("100", Attendance.PRESENT);
    assertThat(house.pbx.delivered()).containsExactly("c1");
  }

  @Test
  void who_logged_out_is_not_waited_for() {
    attends("100", OUT);
    assertThat(house.arrives("c1", "701").decision())
        .isEqualTo(new RoutingDecision.Reject(RejectReason.NOBODY_IN_SERVICE));
    assertThat(rings(house.arrives("c2", "100"))).isEqualTo("100");
    attends("100", Attendance.PRESENT);
    house.hangsUp("c2");
    assertThat(rings(house.arrives("c3", "701"))).isEqualTo("100");
  }

  @Test
  void attendance_of_somebody_unknown_is_ignored_and_counted() {
    attends("999", LUNCH);
    assertThat(house.ear.ignored).containsExactly("attendance");
  }

  @Test
  void after_two_unanswered_rings_in_a_row_an_extension_is_paused() {
    house.ringEnds("c1", token(house.arrives("c1", "700")), RingOutcome.NO_REPLY);
    assertThat(house.router.attendance(DirectoryNumber.of("100"))).isEqualTo(Attendance.PRESENT);
    house.ringEnds("c2", token(house.arrives("c2", "700")), RingOutcome.NO_REPLY);
    assertThat(house.router.attendance(DirectoryNumber.of("100")).pausedFor())
        .contains("unanswered");
    assertThat(house.ear.attendances).containsExactly("100 paused for unanswered");
  }

  @Test
  void an_answer_in_between_begins_the_count_anew_and_direct_calls_do_not_count() {
    house.ringEnds("c1", token(house.arrives("c1", "700")), RingOutcome.NO_REPLY);
    house.hangsUp("c1");
    house.arrives("c2", "100");
    house.answers("c2", "100");
    house.hangsUp("c2");
    house.idle("100");
    house.ringEnds("c3", token(house.arrives("c3", "700")), RingOutcome.NO_REPLY);
    house.hangsUp("c3");
    house.ringEnds("c4", token(house.arrives("c4", "100")), RingOutcome.NO_REPLY);
    assertThat(house.router.attendance(DirectoryNumber.of("100"))).isEqualTo(Attendance.PRESENT);
  }

  @Test
  void progressive_rings_one_phone_more_each_time_and_the_others_go_on() {
    RoutingAnswer first = house.arrives("c1", "702");
    assertThat(rings(first)).isEqualTo("100");
    assertThat(House.ring(first).ringTime()).hasSeconds(8);
    RoutingAnswer second = house.ringEnds("c1", token(first), RingOutcome.NO_REPLY);
    assertThat(rings(second)).isEqualTo("100,101");
    RoutingAnswer third = house.ringEnds("c1", token(second), RingOutcome.NO_REPLY);
    assertThat(rings(third)).isEqualTo("100,101");
    assertThat(House.ring(third).ringTime()).as("100 has rung for 16 s of 20").hasSeconds(4);
    RoutingAnswer fourth = house.ringEnds("c1", token(third), RingOutcome.NO_REPLY);
    assertThat(rings(fourth)).isEqualTo("101");
    assertThat(House.ring(fourth).ringTime()).as("101 for 12 s of 20").hasSeconds(8);
    assertThat(waits(house.ringEnds("c1", token(fourth), RingOutcome.NO_REPLY))).isTrue();
  }

  @Test
  void a_phone_that_rang_for_its_time_drops_out_of_a_progression() {
    House three =
        House.of(
            list ->
                list.extension("100", a -> a.device("PJSIP/100").ringTime(Duration.ofSeconds(8)))
                    .extension("101", b -> b.device("PJSIP/101"))
                    .extension("102", c -> c.device("PJSIP/102"))
                    .huntGroup(
                        "702",
                        growing ->
                            growing
                                .strategy(StandardStrategy.PROGRESSIVE)
                                .ringOneMoreEvery(Duration.ofSeconds(8))
                                .member("100")
                                .member("101")
                                .member("102")));
    RoutingAnswer first = three.arrives("c1", "702");
    RoutingAnswer second = three.ringEnds("c1", token(first), RingOutcome.NO_REPLY);
    assertThat(rings(second)).isEqualTo("101");
    RoutingAnswer third = three.ringEnds("c1", token(second), RingOutcome.NO_REPLY);
    assertThat(rings(third)).isEqualTo("101,102");
  }

  @Test
  void busy_ends_a_progression_for_that_phone_alone() {
    RoutingAnswer first = house.arrives("c1", "702");
    assertThat(rings(house.ringEnds("c1", token(first), RingOutcome.BUSY))).isEqualTo("101");
  }

  @Test
  void wrap_up_over_serves_who_waits_without_any_event() {
    House group = grouped();
    group.passes(Duration.ofSeconds(29));
    assertThat(group.pbx.delivered()).isEmpty();
    group.passes(Duration.ofSeconds(1));
    assertThat(group.pbx.delivered()).containsExactly("c2");
  }

  @Test
  void a_question_in_between_does_not_keep_a_wrap_up_from_being_noticed() {
    House group = grouped();
    group.clock.moveTo(House.START.plusSeconds(31));
    assertThat(group.router.waitingCalls()).hasSize(1);
    group.router.runDue();
    assertThat(group.pbx.delivered()).containsExactly("c2");
  }

  /** One phone in wrap-up, and a caller who waits for it. */
  private static House grouped() {
    House house =
        House.of(
            list ->
                list.extension("100", a -> a.device("PJSIP/100").wrapUp(Duration.ofSeconds(30)))
                    .huntGroup("700", all -> all.member("100")));
    house.arrives("c1", "700");
    house.answers("c1", "100");
    house.arrives("c2", "700");
    house.hangsUp("c1");
    house.reports("100", DeviceState.NOT_IN_USE);
    return house;
  }
}
