package io.ringwright.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.Destination;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.Priority;
import io.ringwright.call.RejectReason;
import io.ringwright.call.RingTarget;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision;
import io.ringwright.call.RoutingExplanation;
import io.ringwright.call.Token;
import io.ringwright.call.Visit;
import io.ringwright.port.RoutingListener;
import io.ringwright.telling.Joined;
import io.ringwright.telling.RingStarted;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of deliveries, told event by event. */
class DeliveryMetersTest {

  private static final Visit VISIT = new Visit(CallId.of("1700000000.1"), 1);
  private static final DirectoryNumber ANNA = DirectoryNumber.of("100");
  private static final Device PHONE = Device.of("PJSIP/100");
  private static final Destination SALES = new Destination.ToHuntGroup(DirectoryNumber.of("700"));

  private final AtomicLong clock = new AtomicLong();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final RoutingListener listener =
      RoutingMeters.builder(registry).nanoseconds(clock::get).build().listener();

  @BeforeEach
  void somebodyWaits() {
    listener.joined(new Joined(VISIT, SALES, Priority.of(1), 1));
  }

  private void delivering(RoutingDecision decision) {
    listener.delivering(
        new RoutingAnswer(VISIT.call(), decision, new RoutingExplanation(List.of())));
  }

  private static RoutingDecision ring(long token) {
    return new RoutingDecision.Ring(
        new Token(token), List.of(new RingTarget(ANNA, PHONE)), Duration.ofSeconds(20));
  }

  private void rings(long token) {
    listener.ringStarted(new RingStarted(VISIT, new Token(token), ANNA, PHONE, SALES));
  }

  private void milliseconds(long time) {
    clock.addAndGet(TimeUnit.MILLISECONDS.toNanos(time));
  }

  private double measured(String outcome) {
    Timer timer =
        registry.get("ringwright.delivery").tags("group", "700", "outcome", outcome).timer();
    assertThat(timer.count()).isEqualTo(1);
    return timer.totalTime(TimeUnit.MILLISECONDS);
  }

  @Test
  void it_lands_when_the_phone_is_dialled_with_its_token() {
    delivering(ring(7));
    milliseconds(4);
    rings(7);
    assertThat(measured("landed")).isEqualTo(4);
  }

  @Test
  void it_has_failed_when_the_next_attempt_begins() {
    delivering(ring(7));
    milliseconds(2000);
    delivering(ring(8));
    milliseconds(5);
    rings(8);
    assertThat(measured("failed")).isEqualTo(2000);
    assertThat(measured("landed")).isEqualTo(5);
  }

  @Test
  void it_has_failed_when_the_caller_is_rung_for_by_another_way() {
    delivering(ring(7));
    milliseconds(30);
    rings(9);
    assertThat(measured("failed")).isEqualTo(30);
  }

  @Test
  void a_caller_who_hangs_up_meanwhile_is_no_failure() {
    delivering(ring(7));
    milliseconds(3);
    listener.ended(VISIT, CallOutcome.ABANDONED, Duration.ofSeconds(5));
    assertThat(measured("caller-gone")).isEqualTo(3);
  }

  @Test
  void who_is_only_fetched_to_be_told_something_is_not_delivered() {
    delivering(new RoutingDecision.Reject(RejectReason.CLOSED));
    milliseconds(3);
    listener.ended(VISIT, CallOutcome.REJECTED, Duration.ofSeconds(5));
    assertThat(registry.find("ringwright.delivery").timers()).isEmpty();
  }
}
