package io.ringwright.ami;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.DeviceReport;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.Device;
import io.ringwright.port.Telephony.Whereabouts;
import io.ringwright.testkit.ManualClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the engine hears during one session, message by message. */
class EventFeedTest {

  private static final AmiMessage BOOTED = Messages.message("Event: FullyBooted");
  private static final String CALLER = "PJSIP/trunk-00000001";

  private final ManualClock clock = ManualClock.onMondayMorning();
  private final RecordedEvents heard = new RecordedEvents();
  private final RecordingWire wire = new RecordingWire();
  private final Flood flood = new Flood(Settings.LAB);
  private final LinkSettings settings = Settings.with(heard, clock);
  private final AmiInbox inbox = new AmiInbox(40_000, flood);
  private final PendingActions questions = new PendingActions(wire, settings);
  private final EventFeed feed = new EventFeed(settings, inbox, questions, () -> {}, flood);

  @Test
  void nothing_is_asked_before_asterisk_has_booted() {
    feed.tick();
    assertThat(wire.actions()).isEmpty();
    feed.take(BOOTED);
    assertThat(wire.actions()).containsExactly("DeviceStateList", "Status");
  }

  @Test
  void an_asterisk_that_does_not_say_that_it_has_booted_is_asked_after_ten_seconds() {
    clock.advance(Duration.ofSeconds(10));
    feed.tick();
    assertThat(wire.actions()).containsExactly("DeviceStateList", "Status");
  }

  @Test
  void whether_asterisk_has_said_that_it_has_booted_is_told_with_each_look() {
    List<EventFeed.Heard> told = new ArrayList<>();
    EventFeed.Watcher watcher =
        new EventFeed.Watcher() {
          @Override
          public void connected() {}

          @Override
          public void looked(List<AmiMessage> devices, EventFeed.Heard seen) {
            told.add(seen);
          }
        };
    EventFeed silent = new EventFeed(settings, inbox, questions, watcher, flood);
    clock.advance(Duration.ofSeconds(10));
    silent.tick();
    answerDevices();
    answerChannels();
    silent.take(Messages.deviceState("PJSIP/8261", "NOT_INUSE"));
    silent.take(BOOTED);
    answerDevices();
    answerChannels();
    assertThat(told).containsExactly(new EventFeed.Heard(0, false), new EventFeed.Heard(1, true));
  }

  @Test
  void the_first_thing_the_engine_hears_is_a_whole_snapshot() {
    Instant before = clock.instant();
    feed.take(BOOTED);
    feed.take(Messages.deviceState("PJSIP/8261", "NOT_INUSE"));
    assertThat(heard.lines()).isEmpty();
    answerDevices(Messages.deviceState("PJSIP/8260", "NOT_INUSE"));
    clock.advance(Duration.ofMillis(300));
    answerChannels(Messages.waitingCaller(CALLER, "lab-1.1"));
    assertThat(heard.lines()).containsExactly("connected");
    var snapshot = heard.lastSnapshot();
    assertThat(snapshot.takenAt()).isEqualTo(before);
    assertThat(snapshot.alive()).containsExactly(CallId.of("lab-1.1@lab"));
    assertThat(snapshot.callers())
        .singleElement()
        .satisfies(
            caller -> {
              assertThat(caller.where()).isEqualTo(Whereabouts.WAITING);
              assertThat(caller.call().called().digits()).isEqualTo("700");
              assertThat(caller.call().since()).isEqualTo(Instant.ofEpochMilli(1700000000000L));
              assertThat(caller.call().caller().number()).isEqualTo("5551234");
              assertThat(caller.call().caller().name()).isEmpty();
            });
    assertThat(snapshot.devices())
        .contains(
            new DeviceReport(Device.of("PJSIP/8260"), DeviceState.NOT_IN_USE, Set.of()),
            new DeviceReport(Device.of("PJSIP/8261"), DeviceState.NOT_IN_USE, Set.of()));
  }

  @Test
  void what_happens_while_the_lists_come_is_in_the_snapshot() {
    feed.take(BOOTED);
    answerDevices(Messages.deviceState("PJSIP/8260", "INUSE"));
    feed.take(Messages.hangup(CALLER, "lab-1.1", "lab-1.1"));
    feed.take(Messages.deviceState("PJSIP/8260", "NOT_INUSE"));
    answerChannels(Messages.waitingCaller(CALLER, "lab-1.1"));
    assertThat(heard.lastSnapshot().callers()).isEmpty();
    assertThat(heard.lastSnapshot().alive()).isEmpty();
    assertThat(heard.lastSnapshot().devices())
        .contains(new DeviceReport(Device.of("PJSIP/8260"), DeviceState.NOT_IN_USE, Set.of()));
    assertThat(heard.lines()).containsExactly("connected", "lab-1.1@lab ended");
  }

  @Test
  void a_channel_that_remembers_only_half_a_call_is_no_caller_of_ours() {
    feed.take(BOOTED);
    answerDevices();
    answerChannels(
        Messages.status(CALLER, "lab-1.1", "lab-1.1", "Variable: RW_CALL=lab-1.1"),
        Messages.status(
            "PJSIP/trunk-00000002",
            "lab-1.2",
            "lab-1.2",
            "Variable: RW_CALL=lab-1.2",
            "Variable: RW_GROUP=700",
            "Variable: RW_PRIORITY=high",
            "Variable: RW_SINCE=(null)"));
    assertThat(heard.lastSnapshot().callers()).isEmpty();
    assertThat(heard.lastSnapshot().alive()).hasSize(2);
  }

  @Test
  void when_the_link_stands_events_become_facts_at_once() {
    connect();
    feed.take(Messages.newchannel("PJSIP/8260-00000002", "lab-1.2", "lab-1.1"));
    feed.take(Messages.dialBegin("lab-1.1", "lab-1.1", "PJSIP/8260-00000002", "lab-1.2"));
    feed.take(Messages.dialEnd("lab-1.1", "lab-1.1", "PJSIP/8260-00000002", "lab-1.2", "ANSWER"));
    feed.take(Messages.hangup("PJSIP/8260-00000002", "lab-1.2", "lab-1.1"));
    assertThat(heard.lines())
        .containsExactly(
            "connected",
            "PJSIP/8260 RINGING [lab-1.1@lab]",
            "PJSIP/8260 IN_USE [lab-1.1@lab]",
            "lab-1.1@lab answered by PJSIP/8260",
            "PJSIP/8260 NOT_IN_USE []");
  }

  @Test
  void every_minute_everything_is_looked_at_and_events_go_on_meanwhile() {
    connect();
    clock.advance(Duration.ofSeconds(60));
    feed.tick();
    assertThat(wire.actions().stream().filter("Status"::equals)).hasSize(2);
    feed.take(Messages.deviceState("PJSIP/8260", "INUSE"));
    assertThat(heard.lines()).containsExactly("connected", "PJSIP/8260 IN_USE []");
    answerDevices(Messages.deviceState("PJSIP/8260", "NOT_INUSE"));
    answerChannels();
    assertThat(heard.lastSnapshot().devices())
        .as("the event came after the list had been asked for")
        .contains(new DeviceReport(Device.of("PJSIP/8260"), DeviceState.IN_USE, Set.of()));
  }

  @Test
  void hints_are_looked_at_and_told_only_if_somebody_watches_them() {
    connect();
    feed.take(Messages.hint("8260", "house", "PJSIP/8260", "1"));
    assertThat(heard.lines()).containsExactly("connected");
    assertThat(wire.actions()).doesNotContain("ExtensionStateList");
    heard.watchHints();
    clock.advance(Duration.ofSeconds(60));
    feed.tick();
    answerDevices();
    answer(
        "ExtensionStateList",
        "ExtensionStateListComplete",
        List.of(Messages.hint("8260", "house", "PJSIP/8260", "4")));
    answerChannels();
    assertThat(heard.lastSnapshot().devices())
        .contains(
            new DeviceReport(Device.of("hint:8260@house"), DeviceState.UNAVAILABLE, Set.of()));
    feed.take(Messages.hint("8260", "house", "PJSIP/8260", "0"));
    assertThat(heard.lines()).endsWith("hint:8260@house NOT_IN_USE []");
  }

  @Test
  void dropped_events_lead_to_another_look() {
    connect();
    overflow();
    assertThat(flood.dropped()).isPositive();
    feed.tick();
    ticksAfter(1);
    assertThat(wire.actions().stream().filter("Status"::equals)).hasSize(2);
    answerDevices(Messages.deviceState("PJSIP/8260", "RINGING"));
    answerChannels();
    assertThat(heard.snapshots()).hasSize(2);
  }

  @Test
  void a_look_during_which_events_were_dropped_does_not_count() {
    feed.take(BOOTED);
    AmiMessage late = wire.answer("Status", "Event: StatusComplete", "ListItems: 0");
    answerDevices();
    overflow();
    feed.tick();
    feed.take(late);
    assertThat(heard.lines()).isEmpty();
    clock.advance(Duration.ofSeconds(1));
    feed.tick();
    answerDevices();
    answerChannels();
    assertThat(heard.lines()).containsExactly("connected");
  }

  @Test
  void a_list_that_is_not_whole_is_asked_for_again_and_at_last_the_link_is_given_up() {
    feed.take(BOOTED);
    for (int i = 0; i < 3; i++) {
      answerDevices(Messages.deviceState("PJSIP/8260", "NOT_INUSE"));
      feed.take(wire.answer("Status", "Event: StatusComplete", "ListItems: 5"));
      assertThat(heard.lines()).isEmpty();
      clock.advance(Duration.ofSeconds(1));
      feed.tick();
    }
    assertThat(inbox.ended()).hasValueSatisfying(why -> assertThat(why).contains("lists whole"));
  }

  @Test
  void a_user_without_the_right_to_list_learns_what_is_missing() {
    feed.take(BOOTED);
    feed.take(wire.answer("DeviceStateList", "Response: Error", "Message: Permission denied"));
    answerChannels();
    assertThat(inbox.ended())
        .hasValueSatisfying(
            why -> assertThat(why).contains("Permission denied", "write = call,reporting"));
  }

  @Test
  void two_pings_without_a_sign_of_life_end_the_link() {
    connect();
    ticksAfter(20, 20);
    assertThat(wire.actions().stream().filter("Ping"::equals)).hasSize(2);
    assertThat(inbox.ended()).isEmpty();
    ticksAfter(20);
    assertThat(inbox.ended()).contains("no reply to 2 pings");
  }

  @Test
  void any_message_is_a_sign_of_life() {
    connect();
    ticksAfter(20);
    feed.take(wire.answer("Ping", "Response: Success", "Ping: Pong"));
    ticksAfter(20);
    feed.take(Messages.deviceState("PJSIP/8260", "NOT_INUSE"));
    ticksAfter(20);
    assertThat(inbox.ended()).isEmpty();
  }

  @Test
  void an_asterisk_that_boots_again_under_the_same_link_is_looked_at() {
    connect();
    feed.take(BOOTED);
    answerDevices();
    answerChannels();
    assertThat(heard.snapshots()).hasSize(2);
  }

  private void overflow() {
    for (int i = 0; i < 150; i++) {
      inbox.put(Messages.hangup(CALLER, "lab-1." + i, "lab-1." + i));
    }
  }

  @Test
  void an_engine_that_does_not_take_a_snapshot_gets_another_one_and_at_last_another_session() {
    heard.failAtSnapshots(2);
    connect();
    assertThat(heard.lines()).isEmpty();
    ticksAfter(1);
    answerDevices();
    answerChannels();
    ticksAfter(1);
    answerDevices();
    answerChannels();
    assertThat(heard.lines()).containsExactly("connected");
    assertThat(inbox.ended()).isEmpty();
    heard.failAtSnapshots(3);
    for (int i = 0; i < 3; i++) {
      ticksAfter(60);
      answerDevices();
      answerChannels();
    }
    assertThat(inbox.ended()).contains("The engine did not take a snapshot, 3 times in a row");
  }

  private void connect() {
    feed.take(BOOTED);
    answerDevices(Messages.deviceState("PJSIP/8260", "NOT_INUSE"));
    answerChannels();
  }

  private void answerDevices(AmiMessage... items) {
    answer("DeviceStateList", "DeviceStateListComplete", List.of(items));
  }

  private void answerChannels(AmiMessage... items) {
    answer("Status", "StatusComplete", List.of(items));
  }

  private void answer(String action, String last, List<AmiMessage> items) {
    items.forEach(item -> feed.take(wire.item(action, item)));
    feed.take(wire.answer(action, "Event: " + last, "ListItems: " + items.size()));
  }

  private void ticksAfter(int... seconds) {
    for (int pause : seconds) {
      clock.advance(Duration.ofSeconds(pause));
      feed.tick();
    }
  }
}
