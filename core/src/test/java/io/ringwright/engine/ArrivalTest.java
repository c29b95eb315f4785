package io.ringwright.engine;

import static io.ringwright.engine.House.rings;
import static io.ringwright.engine.House.token;
import static io.ringwright.engine.House.waits;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.ExternalNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.call.InboundCall.CalledAs;
import io.ringwright.call.RejectReason;
import io.ringwright.call.RememberedCall;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision;
import io.ringwright.directory.CallForwarding.Kind;
import io.ringwright.directory.Condition;
import io.ringwright.directory.StandardStrategy;
import org.junit.jupiter.api.Test;

class ArrivalTest {

  @Test
  void an_idle_phone_rings() {
    House house = House.of(list -> list.extension("100", anna -> anna.device("PJSIP/100")));
    RoutingAnswer answer = house.arrives("c1", "100");
    assertThat(rings(answer)).isEqualTo("100");
    assertThat(House.ring(answer).ringTime()).hasSeconds(20);
    assertThat(house.ear.decisions).containsExactly(answer);
  }

  @Test
  void a_phone_that_rings_already_is_not_rung_by_a_second_call() {
    House house = House.of(list -> list.extension("100", anna -> anna.device("PJSIP/100")));
    house.arrives("c1", "100");
    RoutingAnswer second = house.arrives("c2", "100");
    RoutingAnswer third = house.arrives("c3", "100");
    assertThat(second.decision()).hasToString("wait for extension 100 at position 1");
    assertThat(third.decision()).hasToString("wait for extension 100 at position 2");
    assertThat(house.queue()).containsExactly("c2", "c3");
  }

  @Test
  void a_number_that_nobody_has_is_rejected_and_the_call_is_over() {
    House house = House.of(list -> list.extension("100", anna -> anna.device("PJSIP/100")));
    RoutingAnswer answer = house.arrives("c1", "999");
    assertThat(answer.decision())
        .isEqualTo(new RoutingDecision.Reject(RejectReason.UNKNOWN_NUMBER));
    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.REJECTED);
  }

  @Test
  void the_decision_is_told_before_the_end_that_it_brings() {
    House house = House.of(list -> list.extension("100", anna -> anna.device("PJSIP/100")));
    house.arrives("c1", "999");
    assertThat(house.ear.decisionsBeforeEndOf("c1")).isEqualTo(1);
  }

  @Test
  void a_hunt_group_is_not_found_as_an_extension_nor_the_other_way_round() {
    House house =
        House.of(
            list ->
                list.extension("100", anna -> anna.device("PJSIP/100"))
                    .huntGroup("700", sales -> sales.menuKey("1").member("100")));
    assertThat(asks(house, "c1", "700", CalledAs.EXTENSION)).isEmpty();
    assertThat(asks(house, "c2", "100", CalledAs.HUNT_GROUP)).isEmpty();
    assertThat(asks(house, "c3", "1", CalledAs.HUNT_GROUP)).isEqualTo("100");
  }

  private static String asks(House house, String call, String number, CalledAs as) {
    house.arrives(call, "999");
    RememberedCall channel = house.channel(call);
    InboundCall plain = House.inbound(channel);
    return rings(
        house.router.explain(
            new InboundCall(
                plain.id(),
                plain.channel(),
                plain.caller(),
                io.ringwright.call.DirectoryNumber.of(number),
                as,
                plain.priority())));
  }

  @Test
  void a_forwarding_to_an_allowed_external_number_diverts() {
    House house =
        House.of(
            list ->
                list.allowExternal("+4930")
                    .extension(
                        "100",
                        anna -> anna.device("PJSIP/100").forwardUnconditional("+4930123456")));
    assertThat(house.arrives("c1", "100").decision())
        .isEqualTo(new RoutingDecision.Divert(ExternalNumber.of("+4930123456")));
    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.OVERFLOWED);
  }

  @Test
  void a_loop_rings_nobody_and_the_explanation_names_the_path() {
    House house =
        House.of(
            list ->
                list.extension("100", anna -> anna.device("PJSIP/100").forwardUnconditional("101"))
                    .extension(
                        "101",
                        ben ->
                            ben.device("PJSIP/101")
                                .forward(
                                    Kind.UNCONDITIONAL,
                                    "100",
                                    new Condition.Host("today", any -> true))));
    RoutingAnswer answer = house.arrives("c1", "100");
    assertThat(answer.decision()).isEqualTo(new RoutingDecision.Reject(RejectReason.LOOP));
    assertThat(answer.explanation().toString()).contains("loop: 100 → 101 → 100");
  }

  @Test
  void a_group_without_anybody_in_service_rejects() {
    House house =
        House.of(
            list ->
                list.extension("100", anna -> anna.device("PJSIP/100").outOfService())
                    .extension("101", ben -> ben.device("PJSIP/101"))
                    .huntGroup("700", sales -> sales.member("100").member("101")));
    house.reports("101", DeviceState.UNAVAILABLE);
    assertThat(house.arrives("c1", "700").decision())
        .isEqualTo(new RoutingDecision.Reject(RejectReason.NOBODY_IN_SERVICE));
  }

  @Test
  void a_full_queue_overflows_or_rejects() {
    House house =
        House.of(
            list ->
                list.extension("100", anna -> anna.device("PJSIP/100").queueLimit(1))
                    .extension("101", ben -> ben.device("PJSIP/101"))
                    .huntGroup("700", sales -> sales.member("100").queueLimit(0).overflow("101")));
    house.arrives("c1", "100");
    assertThat(waits(house.arrives("c2", "100"))).isTrue();
    assertThat(house.arrives("c3", "100").decision())
        .isEqualTo(new RoutingDecision.Reject(RejectReason.QUEUE_FULL));
    assertThat(rings(house.arrives("c4", "700"))).isEqualTo("101");
  }

  @Test
  void hold_capacity_lets_the_engaged_phone_ring_once_more_and_the_third_waits() {
    House house =
        House.of(list -> list.extension("100", anna -> anna.device("PJSIP/100").holdCapacity(1)));
    house.arrives("c1", "100");
    house.answers("c1", "100");
    RoutingAnswer second = house.arrives("c2", "100");
    RoutingAnswer third = house.arrives("c3", "100");
    assertThat(rings(second)).isEqualTo("100");
    assertThat(second.explanation().toString()).contains("free on hold: in 1 call of at most 2");
    assertThat(waits(third)).isTrue();
  }

  @Test
  void a_simultaneous_group_holds_all_its_phones_until_one_answers() {
    House house = simultaneous();
    assertThat(rings(house.arrives("c1", "700"))).isEqualTo("100,101,102");
    assertThat(waits(house.arrives("c2", "100"))).isTrue();
    house.answers("c1", "101");
    assertThat(house.pbx.delivered()).as("100 is given back").containsExactly("c2");
    assertThat(waits(house.arrives("c3", "101"))).as("101 talks").isTrue();
    assertThat(rings(house.arrives("c4", "102"))).as("102 is given back").isEqualTo("102");
  }

  @Test
  void the_second_answer_of_a_simultaneous_ring_changes_nothing() {
    House house = simultaneous();
    house.arrives("c1", "700");
    house.answers("c1", "101");
    house.router.callAnswered(CallId.of("c1"), House.device("100"));
    assertThat(house.ear.answers).containsExactly("c1 by 101 after 0 s");
    assertThat(rings(house.arrives("c2", "100"))).isEqualTo("100");
  }

  private static House simultaneous() {
    return House.of(
        list ->
            list.extension("100", anna -> anna.device("PJSIP/100"))
                .extension("101", ben -> ben.device("PJSIP/101"))
                .extension("102", eve -> eve.device("PJSIP/102"))
                .huntGroup(
                    "700",
                    sales ->
                        sales
                            .strategy(StandardStrategy.SIMULTANEOUS)
                            .member("100")
                            .member("101")
                            .member("102")));
  }

  @Test
  void a_newcomer_does_not_take_the_phone_for_which_somebody_waits() {
    House house = House.of(list -> list.extension("100", anna -> anna.device("PJSIP/100")));
    house.reports("100", DeviceState.IN_USE);
    house.arrives("c1", "100");
    house.linkBreaks();
    house.idle("100"); // Nobody can be moved now: the phone is kept for the next beat of c1.
    RoutingAnswer newcomer = house.arrives("c2", "100");
    assertThat(waits(newcomer)).isTrue();
    assertThat(newcomer.explanation().toString())
        .contains("ahead: call c1 cannot be moved now and keeps 100");
    assertThat(rings(house.arrives("c0", "100", 1))).as("a higher priority may").isEqualTo("100");
  }

  @Test
  void a_call_that_arrives_anew_gives_up_what_it_held() {
    House house =
        House.of(
            list ->
                list.extension("100", anna -> anna.device("PJSIP/100"))
                    .extension("101", ben -> ben.device("PJSIP/101")));
    house.arrives("c1", "100");
    house.arrives("c1", "101");
    assertThat(rings(house.arrives("c2", "100"))).isEqualTo("100");
    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.SENT_ON);
  }

  @Test
  void a_talking_caller_who_arrives_anew_leaves_the_phone_free() {
    House house =
        House.of(
            list ->
                list.extension("100", anna -> anna.device("PJSIP/100"))
                    .extension("101", ben -> ben.device("PJSIP/101")));
    house.arrives("c1", "100");
    house.answers("c1", "100");
    house.arrives("c1", "101");
    house.idle("100");
    assertThat(rings(house.arrives("c2", "100"))).isEqualTo("100");
    assertThat(house.ear.outcomesOf("c1")).containsExactly(CallOutcome.ANSWERED_THEN_SENT_ON);
  }

  @Test
  void an_explanation_alone_has_no_effect() {
    House house = House.of(list -> list.extension("100", anna -> anna.device("PJSIP/100")));
    house.arrives("c1", "999");
    InboundCall call =
        new InboundCall(
            CallId.of("x"),
            house.channel("c1").channel(),
            house.channel("c1").caller(),
            io.ringwright.call.DirectoryNumber.of("100"),
            CalledAs.ANY,
            house.channel("c1").priority());
    assertThat(rings(house.router.explain(call))).isEqualTo("100");
    assertThat(rings(house.router.explain(call))).isEqualTo("100");
    assertThat(rings(house.arrives("c2", "100"))).isEqualTo("100");
    house.ringEnds("c2", token(house.ear.decisions.get(1)), RingOutcome.ABANDONED);
    assertThat(house.ear.outcomesOf("x")).isEmpty();
  }
}
