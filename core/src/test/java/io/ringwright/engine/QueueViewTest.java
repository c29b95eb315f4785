package io.ringwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.Attendance;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.view.QueueView;
import io.ringwright.view.QueueView.Members;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a wallboard shows of hunt group 700, of the group 701 within it, and of single phones. */
class QueueViewTest {

  private static final Attendance OUT = new Attendance(false, Optional.empty());
  private static final Attendance LUNCH = new Attendance(true, Optional.of("lunch"));
  private static final DirectoryNumber ANNA = DirectoryNumber.of("100");

  /** More than one event sends elsewhere. */
  private static final int MANY = 1500;

  private static final DirectoryNumber BEN = DirectoryNumber.of("101");

  private final House house = House.of(QueueViewTest::office);

  private static void office(PhoneListBuilder list) {
    list.extension("100", anna -> anna.device("PJSIP/100").queueLimit(MANY))
        .extension("101", ben -> ben.device("PJSIP/101"))
        .extension("102", cleo -> cleo.device("PJSIP/102"))
        .huntGroup("700", sales -> sales.member("100").member("101").member("701").queueLimit(MANY))
        .huntGroup("701", night -> night.member("101").member("102"));
  }

  private QueueView queue(String number) {
    return house.router.view().queues().stream()
        .filter(queue -> queue.destination().digits().equals(number))
        .findAny()
        .orElseThrow();
  }

  private Members members(String number) {
    return queue(number).members();
  }

  @Test
  void a_hunt_group_is_seen_when_nobody_waits_for_it() {
    assertThat(house.router.view().queues())
        .extracting(QueueView::destination)
        .extracting(Destination::digits)
        .containsExactly("700", "701");
    assertThat(queue("700").waiting()).isZero();
    assertThat(queue("700").oldest()).isEmpty();
    assertThat(queue("700").expected().interval()).isEmpty();
  }

  @Test
  void the_call_that_arrived_first_is_seen_with_its_instant() {
    List.of("100", "101", "102").forEach(phone -> house.reports(phone, DeviceState.IN_USE));
    house.arrives("c1", "700");
    house.passes(Duration.ofSeconds(5));
    house.arrives("c2", "700");
    assertThat(queue("700").waiting()).isEqualTo(2);
    assertThat(queue("700").oldest()).contains(House.START);
  }

  @Test
  void an_extension_is_seen_as_a_queue_while_calls_wait_for_it() {
    house.reports("100", DeviceState.IN_USE);
    house.arrives("c1", "100");
    assertThat(queue("100").waiting()).isOne();
    assertThat(members("100")).isEqualTo(new Members(1, 1, 0));
    house.hangsUp("c1");
    assertThat(house.router.view().queues()).hasSize(2);
  }

  @Test
  void members_of_a_group_within_count_once() {
    assertThat(members("700")).isEqualTo(new Members(3, 3, 3));
    assertThat(members("701")).isEqualTo(new Members(2, 2, 2));
  }

  @Test
  void who_talks_attends_and_is_not_free() {
    house.reports("102", DeviceState.IN_USE);
    assertThat(members("700")).isEqualTo(new Members(3, 3, 2));
  }

  @Test
  void who_is_logged_out_or_paused_does_not_attend() {
    house.router.setAttendance(ANNA, OUT);
    house.router.setAttendance(BEN, LUNCH);
    assertThat(members("700")).isEqualTo(new Members(3, 1, 1));
  }

  @Test
  void who_is_paused_in_one_group_attends_through_the_other() {
    house.router.setAttendance(BEN, DirectoryNumber.of("700"), LUNCH);
    assertThat(members("700")).isEqualTo(new Members(3, 3, 3));
    house.router.setAttendance(BEN, DirectoryNumber.of("701"), LUNCH);
    assertThat(members("700")).isEqualTo(new Members(3, 2, 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"100", "700"})
  void a_queue_that_another_list_takes_away_is_seen_until_the_last_caller_has_left(String gone) {
    House house = House.of(list -> office(list.extension("103", eve -> eve.device("PJSIP/103"))));
    List.of("100", "101", "102").forEach(phone -> house.reports(phone, DeviceState.IN_USE));
    for (int caller = 0; caller < MANY; caller++) {
      house.arrives("c" + caller, gone);
    }
    house.directory.replace(
        House.phones(list -> list.extension("103", eve -> eve.device("PJSIP/103"))));
    house.router.directoryChanged();
    QueueView left = house.router.view().queues().get(0);
    assertThat(left.destination().digits()).isEqualTo(gone);
    assertThat(left.waiting()).isPositive();
    assertThat(left.members()).isEqualTo(new Members(0, 0, 0));
  }
}
