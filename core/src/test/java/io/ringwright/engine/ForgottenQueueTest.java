package io.ringwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.DeviceReport;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.CallerId;
import io.ringwright.call.Channel;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.call.InboundCall.CalledAs;
import io.ringwright.call.Priority;
import io.ringwright.event.Moment;
import io.ringwright.event.RouterEvent;
import io.ringwright.port.PbxSnapshot;
import io.ringwright.view.RouterView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What was seen of hunt group 700 is forgotten while a question about all queues is answered. */
class ForgottenQueueTest {

  private static final Duration LONGER_THAN_IS_REMEMBERED = Duration.ofHours(2);

  private final Engine engine = new Engine(new RouterEvent.Started(1000, 7), false);
  private Instant now = House.START;

  ForgottenQueueTest() {
    happens(
        new RouterEvent.PhoneListInstalled(
            1,
            House.phones(
                list ->
                    list.extension("100", anna -> anna.device("PJSIP/100"))
                        .huntGroup("700", sales -> sales.member("100"))
                        .huntGroup("701", night -> night.member("100")))));
    happens(
        new RouterEvent.PbxConnected(
            new PbxSnapshot(House.PBX, now, List.of(), Set.of(), List.of())));
    happens(
        new RouterEvent.DeviceReported(
            House.PBX, new DeviceReport(House.device("100"), DeviceState.IN_USE, Set.of())));
    arrives("c1", "700");
    happens(new RouterEvent.Answered(CallId.of("c1"), List.of(House.device("100"))));
    happens(new RouterEvent.Ended(CallId.of("c1")));
    now = now.plus(LONGER_THAN_IS_REMEMBERED);
    happens(new RouterEvent.TimePassed());
  }

  private void happens(RouterEvent event) {
    now = now.plusMillis(1);
    engine.apply(Moment.of(now), event);
  }

  private void arrives(String id, String group) {
    happens(
        new RouterEvent.Arrived(
            new InboundCall(
                CallId.of(id),
                new Channel(House.PBX, "PJSIP/trunk-" + id),
                CallerId.of("0301234567"),
                DirectoryNumber.of(group),
                CalledAs.ANY,
                Priority.NORMAL)));
  }

  private RouterView whole() {
    return new ViewReading(engine.state(), now, 1).whole();
  }

  @Test
  void the_answer_is_of_the_moment_before() {
    RouterView then = whole();
    ViewReading reading = new ViewReading(engine.state(), now, 1);
    arrives("c2", "701");
    assertThat(reading.whole()).isEqualTo(then);
    assertThat(whole().queues().get(0).expected())
        .as("what is known of 700 has changed since")
        .isNotEqualTo(then.queues().get(0).expected());
  }
}
