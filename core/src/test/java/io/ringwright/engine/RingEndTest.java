package io.ringwright.engine;

import static io.ringwright.engine.House.rings;
import static io.ringwright.engine.House.token;
import static io.ringwright.engine.House.waits;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.RejectReason;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision;
import io.ringwright.call.Token;
import io.ringwright.directory.CallForwarding.Kind;
import io.ringwright.directory.Condition;
import io.ringwright.directory.ExtensionBuilder;
import io.ringwright.directory.HuntGroup.MemberForwarding;
import io.ringwright.directory.StandardStrategy;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RingEndTest {

  @ParameterizedTest
  @EnumSource(
      value = RingOutcome.class,
      names = {"BUSY", "NO_REPLY", "NOT_REACHABLE", "REJECTED"})
  void a_caller_whose_phone_did_not_answer_waits_at_the_old_place(RingOutcome outcome) {
    House house = House.ofOne();
    RoutingAnswer first = house.arrives("c1", "100");
    house.passes(Duration.ofSeconds(5));
    house.arrives("c2", "100");
    RoutingAnswer after = house.ringEnds("c1", token(first), outcome);
    assertThat(after.decision()).hasToString("wait for extension 100 at position 1");
    assertThat(house.pbx.delivered()).as("the next may try the phone").containsExactly("c2");
  }

  @Test
  void a_caller_who_was_refused_is_served_from_the_old_place_when_the_back_off_is_over() {
    House house = House.ofOne();
    RoutingAnswer first = house.arrives("c1", "100");
    house.reports("100", DeviceState.IN_USE);
    house.ringEnds("c1", token(first), RingOutcome.BUSY);
    house.arrives("c2", "100");
    house.passes(Duration.ofSeconds(11));
    house.idle("100");
    assertThat(house.pbx.delivered()).containsExactly("c1");
    assertThat(house.queue()).containsExactly("c2");
  }

  @Test
  void the_end_of_a_back_off_wakes_the_engine() {
    House house = House.ofOne();
    house.ringEnds("c1", token(house.arrives("c1", "100")), RingOutcome.BUSY);
    house.passes(Duration.ofSeconds(9));
    assertThat(house.pbx.deliveries).isEmpty();
    house.passes(Duration.ofSeconds(1));
    assertThat(house.pbx.delivered()).containsExactly("c1");
  }

  @Test
  void without_any_back_off_a_busy_phone_is_still_not_rung_again_at_once() {
    House house = House.ofOne(anna -> anna.backOff(Duration.ZERO));
    RoutingAnswer first = house.arrives("c1", "100");
    assertThat(waits(house.ringEnds("c1", token(first), RingOutcome.BUSY))).isTrue();
  }

  @Test
  void forwarding_on_no_reply_leads_on_and_an_exhausted_chain_back_in_the_queue() {
    House house =
        House.of(
            list ->
                list.extension("100", anna -> anna.device("PJSIP/100").forwardOnNoReply("101"))
                    .extension("101", ben -> ben.device("PJSIP/101").forwardOnNoReply("100")));
    RoutingAnswer first = house.arrives("c1", "100");
    RoutingAnswer second = house.ringEnds("c1", token(first), RingOutcome.NO_REPLY);
    assertThat(rings(second)).isEqualTo("101");
    RoutingAnswer third = house.ringEnds("c1", token(second), RingOutcome.NO_REPLY);
    assertThat(waits(third)).isTrue();
    assertThat(third.explanation().toString()).contains("loop: 100 → 101 → 100");
    house.passes(Duration.ofSeconds(10));
    assertThat(house.pbx.delivered()).containsExactly("c1");
  }

  private static House forwardingTo101(Kind kind, Consumer<ExtensionBuilder> ben) {
    return House.of(
        list ->
            list.extension(
                    "100",
                    anna -> anna.device("PJSIP/100").forward(kind, "101", new Condition.Always()))
                .extension("101", each -> ben.accept(each.device("PJSIP/101")))
                .extension("102", cleo -> cleo.device("PJSIP/102")));
  }

  @ParameterizedTest
  @CsvSource({"ON_NO_REPLY, NO_REPLY", "ON_BUSY, BUSY", "ON_NOT_REACHABLE, NOT_REACHABLE"})
  void an_engaged_phone_to_which_a_ring_forwards_is_waited_for(Kind kind, RingOutcome outcome) {
    House house = forwardingTo101(kind, ben -> {});
    house.reports("101", DeviceState.IN_USE, "other");
    RoutingAnswer first = house.arrives("c1", "100");
    assertThat(house.ringEnds("c1", token(first), outcome).decision())
        .hasToString("wait for extension 101 at position 1");
    house.passes(Duration.ofSeconds(1));
    house.idle("101");
    assertThat(house.pbx.delivered()).containsExactly("c1");
    assertThat(House.targets(house.pbx.last().targets())).isEqualTo("101");
  }

  @Test
  void a_call_that_was_forwarded_does_not_come_back_to_the_phone_that_did_not_answer() {
    House house = forwardingTo101(Kind.ON_NO_REPLY, ben -> {});
    house.reports("101", DeviceState.IN_USE, "other");
    house.ringEnds("c1", token(house.arrives("c1", "100")), RingOutcome.NO_REPLY);
    house.passes(Duration.ofMinutes(5));
    assertThat(house.pbx.deliveries).isEmpty();
    assertThat(rings(house.arrives("c2", "100"))).as("others ring it").isEqualTo("100");
  }

  @Test
  void the_settings_of_the_phone_to_which_it_is_forwarded_decide_about_the_wait() {
    House full = forwardingTo101(Kind.ON_NO_REPLY, ben -> ben.queueLimit(0).overflow("102"));
    full.reports("101", DeviceState.IN_USE, "other");
    Token first = token(full.arrives("c1", "100"));
    assertThat(rings(full.ringEnds("c1", first, RingOutcome.NO_REPLY))).isEqualTo("102");
  }

  @Test
  void who_may_not_wait_there_waits_for_the_phone_that_was_called() {
    House full = forwardingTo101(Kind.ON_NO_REPLY, ben -> ben.queueLimit(0));
    full.reports("101", DeviceState.IN_USE, "other");
    Token first = token(full.arrives("c1", "100"));
    assertThat(full.ringEnds("c1", first, RingOutcome.NO_REPLY).decision())
        .hasToString("wait for extension 100 at position 1");
  }

  @Test
  void a_call_for_a_group_goes_on_to_the_next_member() {
    House house =
        House.of(
            list ->
                list.extension("100", anna -> anna.device("PJSIP/100").forwardOnNoReply("101"))
                    .extension("101", ben -> ben.device("PJSIP/101"))
                    .extension("102", cleo -> cleo.device("PJSIP/102"))
                    .huntGroup("700", sales -> sales.member("100").member("102", 2)));
    house.reports("101", DeviceState.IN_USE, "other");
    Token first = token(house.arrives("c1", "700"));
    RoutingAnswer second = house.ringEnds("c1", first, RingOutcome.NO_REPLY);
    assertThat(rings(second)).isEqualTo("102");
    assertThat(house.ringEnds("c1", token(second), RingOutcome.NO_REPLY).decision())
        .hasToString("wait for hunt group 700 at position 1");
  }

  @Test
  void a_phone_that_turns_busy_forwards_on_busy() {
    House house = House.ofTwo(anna -> anna.forwardOnBusy("101"));
    RoutingAnswer first = house.arrives("c1", "100");
    assertThat(rings(house.ringEnds("c1", token(first), RingOutcome.BUSY))).isEqualTo("101");
  }

  @Test
  void a_condition_on_the_way_through_a_group_holds_after_the_ring_too() {
    House house =
        House.of(
            list ->
                list.extension(
                        "100",
                        anna ->
                            anna.device("PJSIP/100")
                                .forward(Kind.ON_NO_REPLY, "101", new Condition.DialledDirectly())
                                .forward(Kind.ON_NO_REPLY, "102", new Condition.ThroughGroup()))
                    .extension("101", ben -> ben.device("PJSIP/101"))
                    .extension("102", eve -> eve.device("PJSIP/102"))
                    .huntGroup("700", sales -> sales.member("100")));
    RoutingAnswer first = house.arrives("c1", "700");
    assertThat(rings(house.ringEnds("c1", token(first), RingOutcome.NO_REPLY))).isEqualTo("102");
  }

  @Test
  void a_group_that_skips_forwardings_does_not_follow_one_after_the_ring() {
    House house =
        House.of(
            list ->
                list.extension("100", anna -> anna.device("PJSIP/100").forwardOnNoReply("101"))
                    .extension("101", ben -> ben.device("PJSIP/101"))
                    .huntGroup(
                        "700",
                        sales -> sales.memberForwarding(MemberForwarding.SKIP).member("100")));
    RoutingAnswer first = house.arrives("c1", "700");
    assertThat(waits(house.ringEnds("c1", token(first), RingOutcome.NO_REPLY))).isTrue();
  }

  @Test
  void a_call_through_a_group_does_not_leave_the_house_because_a_member_does_not_reply() {
    House house =
        House.of(
            list ->
                list.allowExternal("+4930")
                    .extension(
                        "100", anna -> anna.device("PJSIP/100").forwardOnNoReply("+4930123456"))
                    .huntGroup("700", sales -> sales.member("100")));
    RoutingAnswer first = house.arrives("c1", "700");
    assertThat(waits(house.ringEnds("c1", token(first), RingOutcome.NO_REPLY))).isTrue();
  }

  @Test
  void all_phones_of_a_simultaneous_ring_are_left_alone_after_it() {
    House house =
        House.of(
            list ->
                list.extension("100", anna -> anna.device("PJSIP/100"))
                    .extension("101", ben -> ben.device("PJSIP/101"))
                    .huntGroup(
                        "700",
                        all ->
                            all.strategy(StandardStrategy.SIMULTANEOUS)
                                .member("100")
                                .member("101")));
    RoutingAnswer first = house.arrives("c1", "700");
    assertThat(waits(house.ringEnds("c1", token(first), RingOutcome.NO_REPLY))).isTrue();
    assertThat(rings(house.arrives("c2", "700"))).as("others may").isEqualTo("100,101");
  }

  @Test
  void an_answer_that_is_over_ends_the_call_and_frees_the_phone() {
    House house = House.ofOne();
    RoutingAnswer first = house.arrives("c1", "100");
    RoutingAnswer over = house.ringEnds("c1", token(first), RingOutcome.ANSWERED);
    assertThat(over.decision()).isEqualTo(new RoutingDecision.Reject(RejectReason.CALL_OVER));
    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.ANSWERED);
    assertThat(rings(house.arrives("c2", "100"))).isEqualTo("100");
  }

  @Test
  void a_caller_who_gave_up_frees_the_phone() {
    House house = House.ofOne();
    RoutingAnswer first = house.arrives("c1", "100");
    house.arrives("c2", "100");
    house.ringEnds("c1", token(first), RingOutcome.ABANDONED);
    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.ABANDONED);
    assertThat(house.pbx.delivered()).containsExactly("c2");
  }

  @Test
  void the_same_news_twice_does_not_disturb_the_next_ring() {
    House house = House.ofTwo(anna -> anna.forwardOnNoReply("101"));
    Token first = token(house.arrives("c1", "100"));
    RoutingAnswer second = house.ringEnds("c1", first, RingOutcome.NO_REPLY);
    assertThat(house.ringEnds("c1", first, RingOutcome.NO_REPLY).decision())
        .isEqualTo(second.decision());
    assertThat(waits(house.arrives("c2", "101"))).as("101 still rings for c1").isTrue();
  }

  @Test
  void a_call_that_the_engine_forgot_goes_to_the_place_its_channel_remembers() {
    House house = House.ofOne();
    house.reports("100", DeviceState.IN_USE);
    Token first = token(forgotten(house));
    house.arrives("c2", "100");
    assertThat(house.ringEnds("c1", first, RingOutcome.NO_REPLY).decision())
        .hasToString("wait for extension 100 at position 1");
    assertThat(house.queue()).containsExactly("c1", "c2");
  }

  /** Rings, then the engine forgets everything. */
  private static RoutingAnswer forgotten(House house) {
    house.idle("100");
    RoutingAnswer first = house.arrives("c1", "100");
    house.engineForgets();
    house.passes(Duration.ofSeconds(6));
    house.reports("100", DeviceState.IN_USE);
    return first;
  }
}
