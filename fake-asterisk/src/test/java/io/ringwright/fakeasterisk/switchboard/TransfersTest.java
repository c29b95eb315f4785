package io.ringwright.fakeasterisk.switchboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.fakeasterisk.switchboard.Phone.Invitation;
import io.ringwright.fakeasterisk.switchboard.RingAttempt.AfterTalk;
import io.ringwright.fakeasterisk.switchboard.RingAttempt.Ending;
import io.ringwright.fakeasterisk.switchboard.RingAttempt.Request;
import io.ringwright.fakeasterisk.timeline.SteppedTimeline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransfersTest {

  private static final Location ELSEWHERE = new Location("from-house", "8262", 1);

  private final SteppedTimeline clock = new SteppedTimeline();
  private final Switchboard pbx = new Switchboard(clock, "lab");
  private final NewsLog news = new NewsLog();
  private final List<Invitation> invitations = new ArrayList<>();
  private final List<Ending> endings = new ArrayList<>();
  private final List<LiveChannel> driven = new ArrayList<>();
  private LiveChannel caller;

  @BeforeEach
  void install() {
    for (String device : List.of("PJSIP/outside", "PJSIP/8260", "PJSIP/8261", "PJSIP/8262")) {
      pbx.install(device, "from-house", invitations::add);
    }
    pbx.driveBy(driven::add);
    caller = talk("PJSIP/outside", "PJSIP/8260");
    pbx.listen(news);
  }

  private LiveChannel call(String from, String to) {
    LiveChannel channel =
        pbx.incoming(from, new Party("0301", ""), new Location("from-house", "1", 1), Map.of());
    Request request = new Request(List.of(to), Duration.ofSeconds(20), AfterTalk.HANG_UP);
    clock.run(
        () ->
            RingAttempt.start(
                pbx,
                channel,
                request,
                ending -> {
                  endings.add(ending);
                  if (channel.fate() != Fate.MOVES) {
                    channel.end();
                  }
                }));
    last().ring();
    return channel;
  }

  private LiveChannel talk(String from, String to) {
    LiveChannel channel = call(from, to);
    last().answer();
    return channel;
  }

  private Invitation last() {
    return invitations.get(invitations.size() - 1);
  }

  private LiveChannel phone(String device) {
    return pbx.channelsOf(device).get(0);
  }

  @Test
  void a_caller_who_is_sent_on_goes_on_in_the_dialplan_and_the_phone_is_free() {
    BlindTransfer.start(pbx, phone("PJSIP/8260"), ELSEWHERE);
    assertThat(news.take())
        .containsExactly(
            "outside leaves, 1", "8260 leaves, 0", "8260 gone 16", "PJSIP/8260 is NOT_IN_USE");
    assertThat(caller.location()).isEqualTo(ELSEWHERE);
    assertThat(endings).containsExactly(new Ending(DialStatus.ANSWER, false));
    assertThat(driven).isEmpty();
  }

  @Test
  void a_phone_that_its_caller_sends_on_gets_a_driver_of_its_own() {
    LiveChannel phone = phone("PJSIP/8260");
    BlindTransfer.start(pbx, caller, ELSEWHERE);
    assertThat(driven).containsExactly(phone);
    assertThat(phone.location()).isEqualTo(ELSEWHERE);
    assertThat(pbx.channels()).containsExactly(phone);
  }

  @Test
  void who_is_in_no_talk_transfers_nobody() {
    LiveChannel rings = call("PJSIP/8261", "PJSIP/8262");
    news.take();
    BlindTransfer.start(pbx, rings, ELSEWHERE);
    AttendedTransfer.start(pbx, rings, caller);
    assertThat(news.take()).isEmpty();
  }

  @Test
  void a_caller_takes_the_place_of_a_consultation_that_was_answered() {
    LiveChannel consultation = talk("PJSIP/8260", "PJSIP/8261");
    LiveChannel other = phone("PJSIP/8261");
    AttendedTransfer.start(pbx, phone("PJSIP/8260"), consultation);
    assertThat(pbx.channels()).containsExactly(caller, other);
    assertThat(caller.bridge()).isEqualTo(other.bridge()).isPresent();
    assertThat(other.id().linkedId()).isEqualTo(caller.id().linkedId());
    caller.farEndHangsUp();
    assertThat(pbx.channels()).isEmpty();
  }

  @Test
  void a_caller_takes_over_a_consultation_that_rings_with_what_it_knows() {
    caller.set("RW_CALL", "first");
    caller.set("OWN", "kept");
    LiveChannel consultation = call("PJSIP/8260", "PJSIP/8261");
    consultation.set("RW_CALL", "second");
    String name = caller.id().name();
    AttendedTransfer.start(pbx, phone("PJSIP/8260"), consultation);
    LiveChannel now = pbx.channel(name).orElseThrow();
    assertThat(now.variable("RW_CALL")).hasValue("second");
    assertThat(now.variable("OWN")).hasValue("kept");
    last().answer();
    assertThat(now.bridge()).isEqualTo(phone("PJSIP/8261").bridge()).isPresent();
    assertThat(pbx.channels()).hasSize(2);
  }

  @Test
  void who_picks_up_talks_and_the_phone_that_rang_is_free() {
    LiveChannel second = call("PJSIP/outside", "PJSIP/8261");
    LiveChannel picker =
        pbx.incoming("PJSIP/8262", Party.UNKNOWN, new Location("from-house", "*8", 1), Map.of());
    assertThat(PickUp.inGroup(pbx, picker)).isTrue();
    assertThat(second.bridge()).isEqualTo(picker.bridge()).isPresent();
    assertThat(pbx.channelsOf("PJSIP/8261")).isEmpty();
    BlindTransfer.start(pbx, second, ELSEWHERE);
    assertThat(driven).containsExactly(picker);
  }

  @Test
  void where_nothing_rings_nothing_is_picked_up() {
    LiveChannel picker =
        pbx.incoming("PJSIP/8262", Party.UNKNOWN, new Location("from-house", "*8", 1), Map.of());
    assertThat(PickUp.inGroup(pbx, picker)).isFalse();
    assertThat(PickUp.at(pbx, picker, "PJSIP/8260")).as("it talks").isFalse();
    assertThat(PickUp.at(pbx, picker, "PJSIP/9999")).as("no such phone").isFalse();
  }
}
