package io.ringwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.EstimateScore;
import io.ringwright.call.Priority;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision;
import io.ringwright.call.WaitEstimate;
import io.ringwright.call.WaitEstimate.Between;
import io.ringwright.call.WaitEstimate.Unknown;
import io.ringwright.port.Telephony.Delivery;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Position and expected wait, as callers are told. */
class ExpectedWaitTest {

  private static final Destination ANNA = new Destination.ToExtension(DirectoryNumber.of("100"));

  private static final Destination BERT = new Destination.ToExtension(DirectoryNumber.of("101"));

  private final House house =
      House.of(
          list ->
              list.extension(
                      "100",
                      anna ->
                          anna.device("PJSIP/100")
                              .longestWait(Duration.ofMinutes(3))
                              .overflow("101"))
                  .extension("101", bert -> bert.device("PJSIP/101")));

  private int calls;

  @Test
  void nothing_is_promised_before_five_callers_were_seen_to_be_answered() {
    assertThat(house.arrives("first", "100").decision()).isInstanceOf(RoutingDecision.Ring.class);
    house.answers("first", "100");
    assertThat(expected(house.arrives("c", "100"))).isEqualTo(WaitEstimate.unknown());
    house.hangsUp("c");
    departures(4);
    assertThat(expected(house.arrives("d", "100"))).isInstanceOf(Unknown.class);
    house.hangsUp("d");
    departures(1);
    assertThat(house.arrives("e", "100").decision())
        .hasToString(
            "wait for extension 100 at position 1, between 1 s and 59 s"
                + " (position 1, 5 departures in 100 s, 2 gave up)");
  }

  @Test
  void who_is_on_the_way_to_a_phone_is_still_ahead() {
    departures(10);
    house.arrives("c", "100");
    house.idle("100");
    assertThat(basis(house.arrives("d", "100"))).isEqualTo("position 2, 10 departures in 3 min");
    house.lands(house.pbx.last());
    assertThat(basis(house.beats("d"))).startsWith("position 2,");
    house.answers("c", "100");
    assertThat(basis(house.beats("d"))).startsWith("position 1, 11 departures");
  }

  @Test
  void a_ring_in_vain_is_no_departure_and_no_new_wait() {
    departures(10);
    house.arrives("c", "100");
    house.passes(Duration.ofSeconds(5));
    house.idle("100");
    Delivery delivery = house.pbx.last();
    house.lands(delivery);
    RoutingAnswer after = house.ringEnds("c", delivery.token(), RingOutcome.BUSY);
    assertThat(basis(after)).startsWith("position 1, 10 departures");
    assertThat(score().judged()).isEqualTo(5);
    house.passes(Duration.ofMinutes(2));
    house.idle("100");
    house.lands(house.pbx.last());
    house.answers("c", "100");
    assertThat(score().judged()).isEqualTo(6);
    assertThat(score().later()).as("judged from the first time in the queue").isEqualTo(1);
  }

  @Test
  void every_way_out_of_the_queue_is_counted_once() {
    departures(10);
    house.arrives("gone", "100");
    house.hangsUp("gone");
    house.arrives("withdrawn", "100");
    house.router.withdraw(CallId.of("withdrawn"));
    assertThat(score()).isEqualTo(new EstimateScore(5, 0, 0, 2, 5, score().meanError()));
    assertThat(score().coverage()).hasValue(1);
    assertThat(basis(house.arrives("next", "100"))).startsWith("position 1, 10 departures");
  }

  @Test
  void who_overflows_leaves_one_queue_for_another() {
    departures(10);
    house.reports("101", DeviceState.IN_USE);
    house.arrives("c", "100");
    house.passes(Duration.ofMinutes(3));
    assertThat(score().later()).isEqualTo(1);
    assertThat(expected(house.beats("c"))).isEqualTo(WaitEstimate.unknown());
    house.hangsUp("c");
    assertThat(score(BERT).unknown()).isEqualTo(1);
  }

  @Test
  void another_priority_is_no_new_wait() {
    departures(10);
    house.arrives("c", "100");
    house.arrives("d", "100");
    house.router.changePriority(CallId.of("d"), Priority.HIGHEST);
    assertThat(basis(house.beats("d"))).startsWith("position 1,");
    assertThat(basis(house.beats("c"))).startsWith("position 2,");
    assertThat(score().unjudged()).isZero();
  }

  @Test
  void the_end_of_a_talk_of_which_nobody_told_counts_from_when_it_rang() {
    departures(10);
    house.arrives("c", "100");
    house.passes(Duration.ofSeconds(20));
    house.idle("100");
    house.lands(house.pbx.last());
    house.passes(Duration.ofMinutes(5));
    house.ringEnds("c", house.pbx.last().token(), RingOutcome.ANSWERED);
    assertThat(score().held()).isEqualTo(6);
  }

  @Test
  void to_ask_what_would_happen_tells_the_wait_and_changes_nothing() {
    departures(10);
    RoutingAnswer preview = house.router.explain(House.inbound(house.channel("call-0")));
    assertThat(basis(preview)).isEqualTo("position 1, 10 departures in 3 min");
    assertThat(house.router.explain(House.inbound(house.channel("call-0")))).isEqualTo(preview);
  }

  @Test
  void without_a_journal_a_restart_forgets_the_pace_and_the_score() {
    departures(10);
    house.arrives("c", "100");
    house.engineForgets();
    house.reports("100", DeviceState.IN_USE);
    assertThat(expected(house.beats("c"))).isEqualTo(WaitEstimate.unknown());
    assertThat(house.router.estimateScores().get(ANNA)).isEqualTo(EstimateScore.NONE);
  }

  @Test
  void with_a_journal_the_pace_and_the_score_survive_a_restart() {
    departures(10);
    house.arrives("c", "100");
    EstimateScore before = score();
    RoutingAnswer told = house.beats("c");
    house.engineRestarts();
    assertThat(score()).isEqualTo(before);
    assertThat(house.beats("c").decision()).isEqualTo(told.decision());
  }

  /** So many callers wait for 100 for 20 s each, one after the other; the last talks. */
  private void departures(int number) {
    house.reports("100", DeviceState.IN_USE);
    for (int i = 0; i < number; i++) {
      String call = "call-" + calls++;
      house.arrives(call, "100");
      house.passes(Duration.ofSeconds(20));
      house.idle("100");
      house.lands(house.pbx.last());
      house.answers(call, "100");
    }
  }

  private EstimateScore score() {
    return score(ANNA);
  }

  private EstimateScore score(Destination line) {
    return house.router.estimateScores().getOrDefault(line, EstimateScore.NONE);
  }

  private static WaitEstimate expected(RoutingAnswer answer) {
    assertThat(answer.decision()).isInstanceOf(RoutingDecision.Wait.class);
    return ((RoutingDecision.Wait) answer.decision()).estimate();
  }

  private static String basis(RoutingAnswer answer) {
    return ((Between) expected(answer)).basis();
  }
}
