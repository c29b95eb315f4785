package io.ringwright.ami;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What of a flood is kept, and what is dropped. */
class AmiInboxTest {

  private static final int MOST = 40_000;

  private final Flood flood = new Flood(Settings.LAB);
  private final AmiInbox inbox = new AmiInbox(MOST, flood);

  @Test
  void messages_come_out_in_the_order_in_which_they_came_in() {
    inbox.put(Messages.deviceState("PJSIP/8260", "INUSE"));
    inbox.put(hangup(1));
    inbox.put(Messages.deviceState("PJSIP/8260", "NOT_INUSE"));
    assertThat(taken())
        .extracting(each -> each.event() + each.header("state"))
        .containsExactly("DeviceStateChangeINUSE", "Hangup", "DeviceStateChangeNOT_INUSE");
    assertThat(inbox.takeOverflow()).isFalse();
  }

  @Test
  void what_is_above_the_limit_in_bytes_is_dropped_counted_and_remembered_once() {
    fill();
    int weight = hangup(100).weight();
    assertThat(inbox.bytes()).isBetween(MOST * 3L / 4 - weight, MOST * 3L / 4);
    long before = flood.dropped();
    inbox.put(hangup(1_000));
    assertThat(flood.dropped()).isEqualTo(before + 1);
    assertThat(inbox.takeOverflow()).isTrue();
    assertThat(inbox.takeOverflow()).isFalse();
  }

  @Test
  void the_newest_state_of_each_device_outlasts_a_flood() {
    for (int i = 0; i < 10_000; i++) {
      inbox.put(hangup(i));
      inbox.put(Messages.deviceState("PJSIP/" + i % 20, "INUSE"));
    }
    for (int device = 0; device < 20; device++) {
      inbox.put(Messages.deviceState("PJSIP/" + device, "BUSY"));
    }
    List<AmiMessage> states = states(taken());
    for (int device = 0; device < 20; device++) {
      String name = "PJSIP/" + device;
      assertThat(states)
          .filteredOn(each -> each.header("device").equals(name))
          .last()
          .extracting(each -> each.header("state"))
          .isEqualTo("BUSY");
    }
    assertThat(flood.superseded()).isGreaterThan(9_000);
  }

  @Test
  void the_newest_state_of_each_hint_does_too() {
    fill();
    inbox.put(Messages.hint("8260", "house", "PJSIP/8260", "1"));
    inbox.put(Messages.hint("8261", "house", "PJSIP/8261", "1"));
    inbox.put(Messages.hint("8260", "house", "PJSIP/8260", "4"));
    assertThat(taken())
        .filteredOn(each -> each.event().equals("ExtensionStatus"))
        .extracting(each -> each.header("exten") + " " + each.header("status"))
        .containsExactly("8260 4", "8261 1");
  }

  @Test
  void a_state_takes_no_place_of_an_older_one_while_there_is_room() {
    IntStream.range(0, 5).forEach(i -> inbox.put(Messages.deviceState("PJSIP/8260", "INUSE")));
    assertThat(taken()).hasSize(5);
    assertThat(flood.superseded()).isZero();
  }

  @Test
  void not_even_the_states_of_very_many_devices_pass_the_limit() {
    for (int i = 0; i < 10_000; i++) {
      inbox.put(Messages.deviceState("PJSIP/" + i, "INUSE"));
      assertThat(inbox.bytes()).isLessThanOrEqualTo(MOST);
    }
    assertThat(flood.dropped()).isPositive();
    assertThat(inbox.takeOverflow()).isTrue();
  }

  @Test
  void answers_to_our_own_questions_are_never_dropped() {
    fill();
    inbox.put(Messages.message("Response: Success", "ActionID: ab-1"));
    assertThat(taken()).last().extracting(AmiMessage::actionId).isEqualTo("ab-1");
  }

  @Test
  void when_it_was_emptied_everything_is_kept_again() {
    fill();
    assertThat(taken()).isNotEmpty();
    assertThat(inbox.bytes()).isZero();
    inbox.put(hangup(1));
    assertThat(taken()).hasSize(1);
  }

  @Test
  void the_dial_event_of_an_asterisk_22_takes_a_fifth_of_what_all_of_it_would() {
    List<String> lines = new ArrayList<>(List.of("Event: DialBegin", "Privilege: call,all"));
    for (String side : List.of("", "Dest")) {
      List.of(
              "Channel: PJSIP/trunk-00000001",
              "ChannelState: 4",
              "ChannelStateDesc: Ring",
              "CallerIDNum: 5551234",
              "CallerIDName: Alice",
              "ConnectedLineNum: 8260",
              "ConnectedLineName: <unknown>",
              "Language: en",
              "AccountCode:",
              "Context: ringwright-wait",
              "Exten: s",
              "Priority: 5",
              "Uniqueid: lab-1700000000.1",
              "Linkedid: lab-1700000000.1")
          .forEach(line -> lines.add(side + line));
    }
    lines.add("DialString: 8260");
    assertThat(AmiMessage.of(lines).weight()).isLessThan(1_000);
    assertThat(AmiMessage.of(lines).names()).hasSize(7);
  }

  private void fill() {
    for (int i = 0; flood.dropped() == 0; i++) {
      inbox.put(hangup(i));
    }
  }

  private static AmiMessage hangup(int number) {
    return Messages.hangup("PJSIP/trunk-1", "lab-1." + (10_000 + number), "lab-1.1");
  }

  private static List<AmiMessage> states(List<AmiMessage> messages) {
    return messages.stream().filter(each -> each.event().equals("DeviceStateChange")).toList();
  }

  private List<AmiMessage> taken() {
    return Messages.takenFrom(inbox);
  }
}
