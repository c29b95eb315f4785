package io.ringwright.engine;

import static io.ringwright.engine.House.rings;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.DeviceState;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.OrderAnswer;
import io.ringwright.call.OrderRefusal;
import io.ringwright.call.RingTarget;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision.Ring;
import io.ringwright.directory.Desks;
import io.ringwright.directory.PhoneListBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Anna is 100 and Ben 101, each with an own phone; PJSIP/109 is the phone of nobody. */
class HotDeskingTest {

  private static final DirectoryNumber ANNA = DirectoryNumber.of("100");
  private static final DirectoryNumber BEN = DirectoryNumber.of("101");
  private static final Device DESK = Device.of("PJSIP/109");

  private final House house = House.of(HotDeskingTest::office);

  private static void office(PhoneListBuilder list) {
    list.extension("100", anna -> anna.device("PJSIP/100").wrapUp(Duration.ofSeconds(30)))
        .extension("101", ben -> ben.device("Local/101@agents/n", "PJSIP/101"))
        .huntGroup("700", sales -> sales.member("100"));
  }

  private OrderAnswer sits(DirectoryNumber person, String phone) {
    return house.router.sitAt(person, Device.of(phone)).toCompletableFuture().join();
  }

  private String dialledFor(String call, String number) {
    RoutingAnswer answer = house.arrives(call, number);
    return ((Ring) answer.decision()).targets().stream().map(RingTarget::dialString).toList() + "";
  }

  private Map<DirectoryNumber, Device> desks() {
    return house.router.setup().orElseThrow().phones().desks().phones();
  }

  @Test
  void calls_ring_where_somebody_sits_and_at_the_own_phone_afterwards() {
    assertThat(sits(ANNA, "PJSIP/109"))
        .isEqualTo(new OrderAnswer.Done("extension 100 is at PJSIP/109"));
    assertThat(dialledFor("c1", "700")).isEqualTo("[PJSIP/109]");
    house.hangsUp("c1");
    assertThat(house.router.leaveDesk(ANNA).toCompletableFuture().join())
        .isEqualTo(new OrderAnswer.Done("extension 100 is at its own phone"));
    assertThat(dialledFor("c2", "700")).isEqualTo("[PJSIP/100]");
  }

  @Test
  void who_waits_for_an_engaged_phone_is_led_to_the_free_one_where_the_person_sits() {
    house.reports("100", DeviceState.IN_USE);
    house.arrives("c1", "700");
    assertThat(house.pbx.delivered()).isEmpty();
    sits(ANNA, "PJSIP/109");
    assertThat(house.pbx.delivered()).hasSize(1);
  }

  @Test
  void a_wrap_up_goes_along() {
    assertThat(rings(house.arrives("c1", "700"))).isEqualTo("100");
    house.answers("c1", "100");
    house.hangsUp("c1");
    house.idle("100");
    sits(ANNA, "PJSIP/109");
    house.arrives("c2", "700");
    assertThat(house.queue()).containsExactly("c2");
  }

  @Test
  void who_comes_to_a_taken_desk_has_it_and_the_other_one_is_at_the_own_phone() {
    sits(ANNA, "PJSIP/109");
    sits(BEN, "pjsip/109");
    assertThat(desks()).containsExactly(Map.entry(BEN, DESK));
    assertThat(dialledFor("c1", "700")).isEqualTo("[PJSIP/100]");
  }

  @Test
  void to_sit_at_the_own_phone_is_to_leave_the_desk() {
    sits(BEN, "PJSIP/109");
    assertThat(sits(BEN, "Local/101@agents"))
        .isEqualTo(new OrderAnswer.Done("extension 101 is at its own phone"));
    assertThat(desks()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          100 | PJSIP/101        | NO_DESK           | PJSIP/101 is the phone of extension 101
          100 | Local/101@agents | NO_DESK           | Local/101@agents is the phone of extension 101
          100 | Local/9          | NO_DESK           | Local/9 is no phone at which somebody can sit
          100 | PJSIP/9@trunk    | NO_DESK           | PJSIP/9@trunk is no phone at which somebody can sit
          100 | hint:9@house     | NO_DESK           | hint:9@house is no phone at which somebody can sit
          199 | PJSIP/109        | UNKNOWN_EXTENSION | extension 199 is not in the phone list
          """)
  void what_is_no_desk_is_refused_and_nothing_changes(
      String person, String phone, OrderRefusal reason, String why) {
    assertThat(sits(DirectoryNumber.of(person), phone))
        .isEqualTo(new OrderAnswer.Refused(reason, why));
    assertThat(desks()).isEmpty();
  }

  @Test
  void another_phone_list_leaves_everybody_where_they_sit() {
    sits(ANNA, "PJSIP/109");
    house.directory.replace(
        House.phones(list -> list.extension("100", anna -> anna.device("PJSIP/110"))));
    house.router.directoryChanged();
    assertThat(dialledFor("c1", "100")).isEqualTo("[PJSIP/109]");
  }

  @Test
  void a_list_that_gives_the_phone_to_somebody_else_ends_it() {
    sits(ANNA, "PJSIP/109");
    house.directory.replace(
        House.phones(
            list -> {
              office(list);
              list.extension("109", cleo -> cleo.device("PJSIP/109"));
            }));
    house.router.directoryChanged();
    assertThat(desks()).isEmpty();
    assertThat(dialledFor("c1", "700")).isEqualTo("[PJSIP/100]");
  }

  @Test
  void a_list_with_nobody_at_another_phone_is_the_list_that_was_built() {
    var list = House.phones(HotDeskingTest::office);
    var seated = list.with(Desks.NONE.with(ANNA, DESK));
    assertThat(seated).isNotEqualTo(list).isEqualTo(list.with(Desks.NONE.with(ANNA, DESK)));
    assertThat(seated.with(Desks.NONE)).isSameAs(list);
    assertThat(seated.with(Desks.NONE.with(BEN, DESK)).desks().of(ANNA)).isEmpty();
  }
}
