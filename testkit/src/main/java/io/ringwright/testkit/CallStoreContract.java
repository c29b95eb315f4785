package io.ringwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.CallerId;
import io.ringwright.call.Channel;
import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.PbxId;
import io.ringwright.call.Priority;
import io.ringwright.call.Token;
import io.ringwright.port.CallStore;
import io.ringwright.waiting.Place;
import io.ringwright.waiting.Reservation;
import io.ringwright.waiting.WaitingCall;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What every {@link CallStore} must do: each step of a call, each step where it must lose, and one
 * winner only when many try at once.
 *
 * <p>Extend it in the tests of a store:
 *
 * <pre>{@code
 * class MyCallStoreTest extends CallStoreContract {
 *   @Override
 *   protected CallStore emptyStore() {
 *     return new MyCallStore();
 *   }
 * }
 * }</pre>
 *
 * <p>Thread safety: one test at a time.
 */
public abstract class CallStoreContract {

  private static final int RIVALS = 8;
  private static final Token TOKEN = new Token(17);
  private static final Token OTHER = new Token(18);

  private CallStore store;

  /** For subclasses. */
  protected CallStoreContract() {}

  /**
   * Makes a store for one test.
   *
   * @return a store that knows no call
   */
  protected abstract CallStore emptyStore();

  /** Takes an empty store. */
  @BeforeEach
  void takeAnEmptyStore() {
    store = emptyStore();
  }

  private static WaitingCall call(int number) {
    return call(number, 5);
  }

  private static WaitingCall call(int number, int priority) {
    return new WaitingCall(
        id(number),
        new Channel(PbxId.of("lab"), "PJSIP/trunk-%08x".formatted(number)),
        CallerId.of("0301"),
        group("700"),
        new Place(Priority.of(priority), ManualClock.MONDAY_MORNING.plusSeconds(number), number));
  }

  private static CallId id(int number) {
    return CallId.of("lab-1767603600." + number);
  }

  private static Destination group(String number) {
    return new Destination.ToHuntGroup(DirectoryNumber.of(number));
  }

  private static Reservation reservation(int number, Token token) {
    return new Reservation(
        id(number),
        token,
        List.of(DirectoryNumber.of("8260")),
        ManualClock.MONDAY_MORNING.plusSeconds(60));
  }

  private void givenInLine(int number) {
    assertThat(store.enqueue(call(number))).as("enqueue call %s", number).isTrue();
  }

  private void givenClaimed(int number) {
    givenInLine(number);
    assertThat(store.claim(reservation(number, TOKEN))).as("claim call %s", number).isTrue();
  }

  private void givenRinging(int number) {
    givenClaimed(number);
    assertThat(store.land(id(number), TOKEN)).as("land call %s", number).isTrue();
  }

  private void givenEnded(int number) {
    givenInLine(number);
    assertThat(store.end(id(number), CallOutcome.ABANDONED)).as("end call %s", number).isTrue();
  }

  // Into line

  /** A call is put in line once. */
  @Test
  void a_call_is_put_in_line_once() {
    assertThat(store.enqueue(call(1))).isTrue();
    assertThat(store.enqueue(call(1))).isFalse();
    assertThat(store.unserved()).containsExactly(call(1));
  }

  /** A call that is claimed or rings is not put in line again. */
  @Test
  void a_call_that_is_claimed_or_rings_is_not_put_in_line_again() {
    givenClaimed(1);
    givenRinging(2);
    assertThat(store.enqueue(call(1))).isFalse();
    assertThat(store.restore(call(1))).isFalse();
    assertThat(store.enqueue(call(2))).isFalse();
    assertThat(store.restore(call(2))).isFalse();
    assertThat(store.land(id(1), TOKEN)).as("the claim still counts").isTrue();
  }

  /** The caller's own word brings an ended call back, a list of channels does not. */
  @Test
  void an_ended_call_comes_back_by_the_callers_own_word_only() {
    givenEnded(1);
    assertThat(store.restore(call(1))).isFalse();
    assertThat(store.unserved()).isEmpty();
    assertThat(store.enqueue(call(1))).isTrue();
    assertThat(store.unserved()).containsExactly(call(1));
  }

  /** A call that nobody knew is restored once. */
  @Test
  void a_call_that_nobody_knew_is_restored_once() {
    assertThat(store.restore(call(1))).isTrue();
    assertThat(store.restore(call(1))).isFalse();
    assertThat(store.enqueue(call(1))).isFalse();
    assertThat(store.unserved()).containsExactly(call(1));
  }

  // To a phone

  /** Only a call in line can be claimed. */
  @Test
  void only_a_call_in_line_can_be_claimed() {
    givenClaimed(1);
    givenRinging(2);
    givenEnded(3);
    assertThat(store.claim(reservation(1, OTHER))).as("claimed").isFalse();
    assertThat(store.claim(reservation(2, OTHER))).as("ringing").isFalse();
    assertThat(store.claim(reservation(3, OTHER))).as("ended").isFalse();
    assertThat(store.claim(reservation(4, OTHER))).as("unknown").isFalse();
    assertThat(store.land(id(1), TOKEN)).as("the first claim still counts").isTrue();
  }

  /** A landing counts once, and only with the token of the claim. */
  @Test
  void a_landing_counts_once_and_only_with_the_token_of_the_claim() {
    givenClaimed(1);
    assertThat(store.land(id(1), OTHER)).isFalse();
    assertThat(store.land(id(1), TOKEN)).isTrue();
    assertThat(store.land(id(1), TOKEN)).isFalse();
    givenInLine(2);
    assertThat(store.land(id(2), TOKEN)).as("in line").isFalse();
    givenEnded(3);
    assertThat(store.land(id(3), TOKEN)).as("ended").isFalse();
    assertThat(store.land(id(4), TOKEN)).as("unknown").isFalse();
  }

  /** An old token does not land after the call was claimed anew. */
  @Test
  void an_old_token_does_not_land_after_the_call_was_claimed_anew() {
    givenClaimed(1);
    assertThat(store.backInLine(id(1), TOKEN)).isTrue();
    assertThat(store.claim(reservation(1, OTHER))).isTrue();
    assertThat(store.land(id(1), TOKEN)).isFalse();
    assertThat(store.backInLine(id(1), TOKEN)).isFalse();
    assertThat(store.land(id(1), OTHER)).isTrue();
  }

  // Back in line

  /** A claimed or ringing call goes back to its old place, with its token only. */
  @Test
  void a_claimed_or_ringing_call_goes_back_to_its_old_place_with_its_token_only() {
    givenRinging(1);
    givenClaimed(2);
    givenInLine(3);
    assertThat(store.backInLine(id(1), OTHER)).isFalse();
    assertThat(store.backInLine(id(1), TOKEN)).isTrue();
    assertThat(store.backInLine(id(1), TOKEN)).as("twice").isFalse();
    assertThat(store.backInLine(id(2), TOKEN)).isTrue();
    assertThat(store.backInLine(id(3), TOKEN)).as("in line").isFalse();
    assertThat(store.backInLine(id(4), TOKEN)).as("unknown").isFalse();
    assertThat(store.unserved()).containsExactly(call(1), call(2), call(3));
    assertThat(store.claim(reservation(1, OTHER))).as("claimed anew").isTrue();
  }

  /** An ended call does not go back in line. */
  @Test
  void an_ended_call_does_not_go_back_in_line() {
    givenRinging(1);
    assertThat(store.end(id(1), CallOutcome.ANSWERED)).isTrue();
    assertThat(store.backInLine(id(1), TOKEN)).isFalse();
    assertThat(store.unserved()).isEmpty();
  }

  // Elsewhere, and out

  /** A call in line can wait for something else and keeps its place. */
  @Test
  void a_call_in_line_can_wait_for_something_else_and_keeps_its_place() {
    givenInLine(1);
    givenInLine(2);
    WaitingCall first = call(1);
    WaitingCall moved =
        new WaitingCall(first.id(), first.channel(), first.caller(), group("701"), first.place());
    assertThat(store.moveTo(moved)).isTrue();
    assertThat(store.unserved()).containsExactly(moved, call(2));
  }

  /** A call that is not in line is not moved. */
  @Test
  void a_call_that_is_not_in_line_is_not_moved() {
    givenClaimed(1);
    givenRinging(2);
    givenEnded(3);
    assertThat(store.moveTo(call(1))).isFalse();
    assertThat(store.moveTo(call(2))).isFalse();
    assertThat(store.moveTo(call(3))).isFalse();
    assertThat(store.moveTo(call(4))).isFalse();
  }

  /** A call ends once, from wherever it is. */
  @Test
  void a_call_ends_once_from_wherever_it_is() {
    givenInLine(1);
    givenClaimed(2);
    givenRinging(3);
    for (int number = 1; number <= 3; number++) {
      assertThat(store.end(id(number), CallOutcome.ABANDONED)).isTrue();
      assertThat(store.end(id(number), CallOutcome.ABANDONED)).isFalse();
    }
    assertThat(store.end(id(4), CallOutcome.ABANDONED)).as("unknown").isFalse();
    assertThat(store.unserved()).isEmpty();
  }

  // After a stop

  /** The reservations of claimed and ringing calls can be given back by whoever starts next. */
  @Test
  void the_reservations_of_claimed_and_ringing_calls_are_held() {
    givenInLine(1);
    givenClaimed(2);
    givenRinging(3);
    givenEnded(4);
    assertThat(store.held())
        .containsExactlyInAnyOrder(reservation(2, TOKEN), reservation(3, TOKEN));
    store.held().forEach(each -> assertThat(store.backInLine(each.call(), each.token())).isTrue());
    assertThat(store.held()).isEmpty();
    assertThat(store.unserved()).containsExactly(call(1), call(2), call(3));
  }

  /** Who is unserved stands in order, claimed calls at their places, ringing ones left out. */
  @Test
  void who_is_unserved_stands_in_order() {
    store.enqueue(call(3));
    store.enqueue(call(2, 1));
    givenClaimed(1);
    givenRinging(4);
    givenEnded(5);
    assertThat(store.unserved()).containsExactly(call(2, 1), call(1), call(3));
  }

  /** The list of who is unserved does not change afterwards. */
  @Test
  void the_list_of_who_is_unserved_does_not_change_afterwards() {
    givenInLine(1);
    List<WaitingCall> before = store.unserved();
    givenInLine(2);
    assertThat(before).containsExactly(call(1));
  }

  // Many at once

  /** Of many who put a call in line one wins. */
  @Test
  void of_many_who_put_a_call_in_line_one_wins() {
    assertThat(winners(1, rival -> store.enqueue(call(1)))).isEqualTo(1);
    assertThat(winners(1, rival -> store.restore(call(2)))).isEqualTo(1);
  }

  /** Of many who claim a call one wins, and only that one lands. */
  @Test
  void of_many_who_claim_a_call_one_wins_and_only_that_one_lands() {
    givenInLine(1);
    int claims = winners(1, rival -> store.claim(reservation(1, new Token(rival + 1))));
    int landings = winners(1, rival -> store.land(id(1), new Token(rival + 1)));
    assertThat(claims).isEqualTo(1);
    assertThat(landings).isEqualTo(1);
  }

  /** Of many who let a call land or put it back, each sort has one winner at most. */
  @Test
  void landing_and_going_back_at_once_leave_one_truth() {
    givenClaimed(1);
    AtomicInteger landings = new AtomicInteger();
    int returns =
        winners(
            1,
            rival -> {
              if (rival % 2 == 1) {
                return store.backInLine(id(1), TOKEN);
              }
              landings.addAndGet(store.land(id(1), TOKEN) ? 1 : 0);
              return false;
            });
    assertThat(landings).hasValueLessThanOrEqualTo(1);
    assertThat(returns).isEqualTo(1);
    assertThat(store.unserved()).containsExactly(call(1));
  }

  /** Of many who end a call one wins, and nothing revives it. */
  @Test
  void of_many_who_end_a_call_one_wins_and_nothing_revives_it() {
    givenClaimed(1);
    int ends =
        winners(
            1,
            rival -> {
              boolean won = store.end(id(1), CallOutcome.ABANDONED);
              store.backInLine(id(1), TOKEN);
              store.restore(call(1));
              return won;
            });
    assertThat(ends).isEqualTo(1);
    assertThat(store.unserved()).isEmpty();
  }

  /** Many calls are each claimed once when everybody claims everything. */
  @Test
  void many_calls_are_each_claimed_once() {
    int calls = 200;
    IntStream.range(0, calls).forEach(this::givenInLine);
    int claims =
        winners(
            calls, attempt -> store.claim(reservation(attempt / RIVALS, new Token(attempt + 1))));
    assertThat(claims).isEqualTo(calls);
  }

  /** How many of eight rivals, each trying so many times, were told that they won. */
  private static int winners(int tries, IntPredicate attempt) {
    AtomicInteger won = new AtomicInteger();
    Rivals.race(
        RIVALS,
        rival -> {
          for (int number = 0; number < tries; number++) {
            if (attempt.test(number * RIVALS + rival)) {
              won.incrementAndGet();
            }
          }
        });
    return won.get();
  }
}
