package io.ringwright.engine;

import static io.ringwright.engine.House.rings;
import static io.ringwright.engine.House.waits;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.Attendance;
import io.ringwright.availability.Availability;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.OrderAnswer;
import io.ringwright.call.OrderRefusal;
import io.ringwright.call.Requirements;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.directory.HuntGroup.Absence;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.directory.StandardStrategy;
import io.ringwright.view.ExtensionView;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who takes calls through one hunt group and not through another. */
class GroupAttendanceTest {

  private static final Attendance OUT = new Attendance(false, Optional.empty());
  private static final Attendance LUNCH = new Attendance(true, Optional.of("lunch"));
  private static final DirectoryNumber BEN = DirectoryNumber.of("101");
  private static final DirectoryNumber SALES = DirectoryNumber.of("700");

  private House house = House.of(GroupAttendanceTest::office);

  private static void office(PhoneListBuilder list) {
    list.extension("100", anna -> anna.device("PJSIP/100"))
        .extension("101", ben -> ben.device("PJSIP/101"))
        .huntGroup(
            "700", sales -> sales.strategy(StandardStrategy.LINEAR).member("101").member("100"))
        .huntGroup("701", service -> service.member("101"))
        .huntGroup("702", both -> both.member("700"));
  }

  private OrderAnswer attends(String extension, String group, Attendance attendance) {
    return house
        .router
        .setAttendance(DirectoryNumber.of(extension), DirectoryNumber.of(group), attendance)
        .toCompletableFuture()
        .join();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void who_is_logged_out_of_one_group_takes_calls_of_the_other(boolean explained) {
    house =
        explained
            ? House.of(GroupAttendanceTest::office)
            : House.withoutExplanations(GroupAttendanceTest::office);
    assertThat(attends("101", "700", OUT))
        .isEqualTo(new OrderAnswer.Done("extension 101 is logged out in 700"));
    assertThat(rings(house.arrives("c1", "700"))).isEqualTo("100");
    assertThat(rings(house.arrives("c2", "701"))).isEqualTo("101");
  }

  @Test
  void the_group_counts_through_which_the_call_comes() {
    attends("101", "700", OUT);
    assertThat(rings(house.arrives("c1", "702"))).isEqualTo("100");
  }

  @Test
  void direct_calls_ring_all_the_same() {
    attends("101", "700", OUT);
    assertThat(rings(house.arrives("c1", "101"))).isEqualTo("101");
  }

  @Test
  void the_explanation_names_the_group() {
    attends("101", "700", OUT);
    RoutingAnswer out = house.arrives("c1", "700");
    assertThat(out.explanation().toString())
        .contains("extension 101 · logged in: logged out of 700")
        .contains("not rung: 101 logged out of 700");
    attends("101", "700", LUNCH);
    assertThat(house.arrives("c2", "700").explanation().toString())
        .contains("extension 101 · availability: paused in 700 for lunch");
  }

  @Test
  void who_is_out_everywhere_is_out_whatever_holds_in_a_group() {
    attends("101", "701", Attendance.PRESENT);
    house.router.setAttendance(BEN, OUT);
    RoutingAnswer answer = house.arrives("c1", "700");
    assertThat(rings(answer)).isEqualTo("100");
    assertThat(answer.explanation().toString()).contains("logged in: logged out\n");
  }

  @Test
  void the_attendance_in_a_group_lasts_over_a_log_out_as_a_whole() {
    attends("101", "700", OUT);
    house.router.setAttendance(BEN, OUT);
    house.router.setAttendance(BEN, Attendance.PRESENT);
    assertThat(house.router.attendance(BEN, SALES)).isEqualTo(OUT);
    assertThat(house.router.attendance(BEN)).isEqualTo(Attendance.PRESENT);
    assertThat(rings(house.arrives("c1", "700"))).isEqualTo("100");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void who_logs_in_to_a_group_serves_who_waits_there(boolean explained) {
    house =
        explained
            ? House.of(GroupAttendanceTest::office)
            : House.withoutExplanations(GroupAttendanceTest::office);
    attends("101", "701", LUNCH);
    assertThat(waits(house.arrives("c1", "701"))).isTrue();
    attends("101", "701", Attendance.PRESENT);
    assertThat(house.pbx.delivered()).containsExactly("c1");
  }

  @Test
  void it_is_kept_over_a_restart_and_stands_in_the_view() {
    attends("101", "700", LUNCH);
    house.engineRestarts();
    house.connects();
    ExtensionView ben = house.router.view().extensions().get(1);
    assertThat(ben.inGroups()).isEqualTo(Map.of(SALES, LUNCH));
    assertThat(ben.availability()).isEqualTo(Availability.FREE);
    assertThat(house.router.attendance(BEN, SALES)).isEqualTo(LUNCH);
    assertThat(rings(house.arrives("c1", "700"))).isEqualTo("100");
  }

  @Test
  void the_listener_is_told() {
    attends("101", "700", LUNCH);
    attends("101", "700", Attendance.PRESENT);
    assertThat(house.ear.attendances)
        .containsExactly("101 paused for lunch in 700", "101 logged in in 700");
  }

  @Test
  void an_order_about_what_is_not_there_is_refused() {
    refused("199", "700", OrderRefusal.UNKNOWN_EXTENSION, "extension 199 is not in the phone list");
    refused("101", "799", OrderRefusal.UNKNOWN_GROUP, "hunt group 799 is not in the phone list");
    refused("100", "701", OrderRefusal.NO_MEMBER, "extension 100 is no member of hunt group 701");
  }

  private void refused(String extension, String group, OrderRefusal reason, String why) {
    assertThat(attends(extension, group, OUT)).isEqualTo(new OrderAnswer.Refused(reason, why));
    assertThat(house.ear.whyIgnored).contains("attendance: " + why);
  }

  @Test
  void a_member_who_pauses_in_the_group_while_a_call_waits_is_not_rung_for_it() {
    house.reports("101", DeviceState.IN_USE, "x");
    house.arrives("c1", "701");
    attends("101", "701", LUNCH);
    house.idle("101");
    house.passes(Duration.ofSeconds(20));
    assertThat(house.pbx.deliveries).isEmpty();
  }

  @Test
  void nobody_waits_for_a_logged_out_member_who_lacks_the_skill() {
    House house =
        House.of(
            list ->
                list.extension("101", ben -> ben.device("PJSIP/101").skill("french", 1))
                    .huntGroup(
                        "700",
                        all ->
                            all.member("101")
                                .requires(Requirements.of(Map.of("french", 2)))
                                .nobodyThereOnArrival(Absence.PAUSED)
                                .nobodyThereWhileWaiting(Absence.PAUSED)));
    house.router.setAttendance(BEN, OUT);
    assertThat(house.arrives("c1", "700").decision()).hasToString("reject: nobody-in-service");
  }

  @Test
  void who_is_logged_out_and_will_have_the_skill_later_is_waited_for_where_that_counts_as_there() {
    House house =
        House.of(
            list ->
                list.extension("101", ben -> ben.device("PJSIP/101").skill("french", 1))
                    .huntGroup(
                        "700",
                        all ->
                            all.member("101")
                                .requires(
                                    Requirements.of(Map.of("french", 2))
                                        .after(Duration.ofSeconds(20), Map.of("french", 1)))
                                .nobodyThereOnArrival(Absence.PAUSED)
                                .nobodyThereWhileWaiting(Absence.PAUSED)));
    house.router.setAttendance(BEN, OUT);
    assertThat(waits(house.arrives("c1", "700"))).isTrue();
  }
}
