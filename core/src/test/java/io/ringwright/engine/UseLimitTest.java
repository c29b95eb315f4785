package io.ringwright.engine;

import static io.ringwright.engine.House.waits;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.CallerId;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.ExternalNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.call.LimitedUse;
import io.ringwright.call.Notice;
import io.ringwright.call.OrderAnswer;
import io.ringwright.call.OrderRefusal;
import io.ringwright.call.RejectReason;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.directory.UseLimit;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls back, diversions to the outside, and places given back: not more than the limits allow. */
class UseLimitTest {

  private static final String CALLER = "0301234567";

  private final House house = House.of(UseLimitTest::office);

  private static void office(PhoneListBuilder list) {
    list.extension("100", anna -> anna.device("PJSIP/100"))
        .extension("101", ben -> ben.device("PJSIP/101").forwardUnconditional("0171555"))
        .extension("102", cleo -> cleo.device("PJSIP/102").forwardUnconditional("0171666"))
        .allowCallBack("030")
        .allowExternal("0171")
        .limit(LimitedUse.DIVERSION, UseLimit.anHour(2, 3))
        .huntGroup(
            "700",
            sales ->
                sales
                    .member("100")
                    .leaveByKey("1", "0171555")
                    .callBackByKey("#")
                    .keepPlaceFor(Duration.ofHours(3), true));
  }

  @Test
  void fifty_callers_with_one_number_who_press_the_key_bring_about_three_calls_back() {
    house.reports("100", DeviceState.IN_USE);
    int arranged = 0;
    for (int i = 0; i < 50; i++) {
      house.arrives("c" + i, "700");
      RoutingAnswer answer = presses("c" + i, "#");
      if (isArranged(answer)) {
        arranged++;
      } else {
        assertThat(waits(answer)).isTrue();
        assertThat(answer.notice()).contains(Notice.CALL_BACK_REFUSED);
      }
    }
    assertThat(arranged).isEqualTo(3);
    assertThat(house.ear.limits).hasSize(47).containsOnly("call-back " + CALLER);
    assertThat(house.queue()).hasSize(50);
  }

  @Test
  void an_hour_after_the_first_one_more_is_arranged() {
    house.reports("100", DeviceState.IN_USE);
    for (int i = 0; i < 4; i++) {
      house.arrives("c" + i, "700");
      presses("c" + i, "#");
    }
    house.engineRestarts();
    assertThat(isArranged(presses("c3", "#"))).isFalse();
    house.passes(Duration.ofMinutes(60));
    house.arrives("late", "700");
    assertThat(isArranged(presses("late", "#"))).isTrue();
  }

  @Test
  void the_same_call_back_asked_for_again_is_counted_once() {
    house.reports("100", DeviceState.IN_USE);
    house.arrives("c0", "700");
    for (int i = 0; i < 10; i++) {
      assertThat(isArranged(presses("c0", "#"))).isTrue();
    }
    assertThat(house.ear.limits).isEmpty();
  }

  @Test
  void an_order_of_the_host_above_the_limit_is_refused_with_a_reason() {
    house.reports("100", DeviceState.IN_USE);
    ExternalNumber number = ExternalNumber.of(CALLER);
    for (int i = 0; i < 4; i++) {
      house.arrives("c" + i, "700");
    }
    for (int i = 0; i < 3; i++) {
      assertThat(orders("c" + i, number)).isInstanceOf(OrderAnswer.Done.class);
    }
    assertThat(orders("c3", number))
        .isInstanceOfSatisfying(
            OrderAnswer.Refused.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo(OrderRefusal.TOO_MANY_CALL_BACKS);
              assertThat(refused.explanation()).contains("too many calls back", CALLER);
            });
    assertThat(orders("c3", ExternalNumber.of("0309999"))).isInstanceOf(OrderAnswer.Done.class);
  }

  @Test
  void a_diversion_above_the_limit_for_its_number_is_rejected_with_a_reason() {
    assertThat(divertedOf("101", "a", "b", "c")).containsExactly("0171555", "0171555", "-");
    assertThat(house.ear.limits).containsExactly("diversion 0171555");
    assertThat(divertedOf("102", "d")).as("another number").containsExactly("0171666");
    assertThat(divertedOf("102", "e")).as("the limit in all").containsExactly("-");
    house.passes(Duration.ofHours(1));
    assertThat(divertedOf("101", "f")).containsExactly("0171555");
  }

  @Test
  void what_would_happen_is_said_before_and_counts_nothing() {
    InboundCall call = House.inbound(house.remembers("x", "101"));
    for (int i = 0; i < 10; i++) {
      assertThat(house.router.explain(call).decision())
          .isEqualTo(new RoutingDecision.Divert(ExternalNumber.of("0171555")));
    }
    divertedOf("101", "a", "b");
    assertThat(house.router.explain(call).decision())
        .isEqualTo(new RoutingDecision.Reject(RejectReason.TOO_MANY_OUTSIDE));
  }

  @Test
  void who_would_leave_by_a_key_above_the_limit_waits_on() {
    house.reports("100", DeviceState.IN_USE);
    divertedOf("101", "a", "b");
    house.arrives("c", "700");
    assertThat(waits(presses("c", "1"))).isTrue();
    assertThat(house.queue()).containsExactly("c");
    assertThat(house.ear.limits).containsExactly("diversion 0171555");
  }

  @Test
  void places_are_given_back_to_one_number_five_times_an_hour_and_then_it_waits_behind() {
    house.reports("100", DeviceState.IN_USE);
    for (int i = 0; i < 6; i++) {
      house.arrives("gone" + i, "700");
    }
    house.passes(Duration.ofMinutes(1));
    house.arrives("other", "700");
    for (int i = 0; i < 6; i++) {
      house.hangsUp("gone" + i);
    }
    for (int i = 0; i < 6; i++) {
      house.arrives("back" + i, "700");
    }
    assertThat(house.queue())
        .containsExactly("back0", "back1", "back2", "back3", "back4", "other", "back5");
    assertThat(house.ear.limits).containsExactly("return " + CALLER);
  }

  @Test
  void who_claims_places_of_others_by_name_is_held_to_the_limit_though_none_is_found() {
    house.reports("100", DeviceState.IN_USE);
    from("other", "0407777");
    house.hangsUp("other");
    for (int i = 0; i < 5; i++) {
      claims("guess" + i, "nobody" + i, "0405551");
    }
    house.arrives("before", "700");
    claims("late", "other", "0405551");
    assertThat(house.queue()).endsWith("before", "late");
    claims("honest", "other", "0405552");
    assertThat(house.queue()).startsWith("honest");
  }

  private void from(String call, String number) {
    house.router.callArrived(inbound(call, number));
  }

  private void claims(String call, String of, String number) {
    house.router.callArrived(inbound(call, number).returningFrom(CallId.of(of)));
  }

  private InboundCall inbound(String call, String number) {
    InboundCall inbound = House.inbound(house.remembers(call, "700"));
    return new InboundCall(
        inbound.id(),
        inbound.channel(),
        CallerId.of(number),
        inbound.called(),
        inbound.as(),
        inbound.priority());
  }

  private List<String> divertedOf(String extension, String... calls) {
    return List.of(calls).stream()
        .map(call -> house.arrives(call, extension).decision())
        .map(
            decision ->
                decision instanceof RoutingDecision.Divert divert
                    ? divert.to().digits()
                    : decision.equals(new RoutingDecision.Reject(RejectReason.TOO_MANY_OUTSIDE))
                        ? "-"
                        : decision.toString())
        .toList();
  }

  private static boolean isArranged(RoutingAnswer answer) {
    return answer.decision().equals(new RoutingDecision.Reject(RejectReason.CALL_BACK_ARRANGED));
  }

  private RoutingAnswer presses(String call, String key) {
    return house.router.keyPressed(house.channel(call), DirectoryNumber.of(key));
  }

  private OrderAnswer orders(String call, ExternalNumber number) {
    return house.router.callBack(CallId.of(call), number).toCompletableFuture().join();
  }
}
