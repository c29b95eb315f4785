package io.ringwright.ami;

import static io.ringwright.ami.Messages.dialBegin;
import static io.ringwright.ami.Messages.dialEnd;
import static io.ringwright.ami.Messages.hangup;
import static io.ringwright.ami.Messages.newchannel;
import static io.ringwright.ami.Messages.up;
import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.DeviceReport;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.Channel;
import io.ringwright.call.Device;
import io.ringwright.call.HangUpSide;
import io.ringwright.call.TalkingPhone;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody at a number outside who confirms by a key, as seen in the events of an Asterisk 22. */
class OutsideAgentTest {

  private static final String CALLER = "lab-1.0";
  private static final String AGENT = "Local/0171555-1-10-beep@ringwright-agent";
  private static final Device DEVICE = Device.of(AGENT);
  private static final String OUT = "Local/0171555@to-trunk";
  private static final CallId CALL = CallId.of(Settings.LAB, CALLER);

  private ChannelTable table = new ChannelTable(Settings.LAB, Settings.CONTEXTS);

  private List<Fact> apply(AmiMessage... events) {
    List<Fact> facts = new ArrayList<>();
    for (AmiMessage event : events) {
      facts.addAll(table.apply(event));
    }
    return facts;
  }

  private static String half(String device, int end) {
    return device + "-00000001;" + end;
  }

  private static Fact report(DeviceState state, CallId... calls) {
    return new Fact.Reported(new DeviceReport(DEVICE, state, Set.of(calls)));
  }

  private static Fact answered() {
    Channel channel = new Channel(Settings.LAB, half(AGENT, 1));
    return new Fact.Answered(CALL, new TalkingPhone(List.of(DEVICE), Optional.of(channel)));
  }

  @BeforeEach
  void the_mobile_rings() {
    apply(newchannel("PJSIP/trunk-00000001", CALLER, CALLER));
    apply(newchannel(half(AGENT, 1), "lab-1.1", CALLER));
    apply(newchannel(half(AGENT, 2), "lab-1.2", CALLER));
    apply(dialBegin(CALLER, CALLER, half(AGENT, 1), "lab-1.1"));
    apply(newchannel(half(OUT, 1), "lab-1.3", CALLER));
    apply(newchannel(half(OUT, 2), "lab-1.4", CALLER));
    apply(dialBegin("lab-1.2", CALLER, half(OUT, 1), "lab-1.3"));
    apply(newchannel("PJSIP/trunk-00000002", "lab-1.5", CALLER));
    apply(dialBegin("lab-1.4", CALLER, "PJSIP/trunk-00000002", "lab-1.5"));
  }

  private List<Fact> pickedUp() {
    return apply(
        Messages.deviceState(AGENT, "INUSE"),
        up("PJSIP/trunk-00000002", "lab-1.5", CALLER),
        dialEnd("lab-1.4", CALLER, "PJSIP/trunk-00000002", "lab-1.5", "ANSWER"),
        up(half(OUT, 2), "lab-1.4", CALLER),
        up(half(OUT, 1), "lab-1.3", CALLER),
        dialEnd("lab-1.2", CALLER, half(OUT, 1), "lab-1.3", "ANSWER"));
  }

  private List<Fact> confirmed() {
    return apply(
        up(half(AGENT, 2), "lab-1.2", CALLER),
        up(half(AGENT, 1), "lab-1.1", CALLER),
        dialEnd(CALLER, CALLER, half(AGENT, 1), "lab-1.1", "ANSWER"));
  }

  @Test
  void whoever_picks_up_has_not_answered_and_the_phone_rings_on() {
    assertThat(pickedUp()).filteredOn(fact -> !(fact instanceof Fact.Reported)).isEmpty();
    assertThat(table.reports())
        .contains(new DeviceReport(DEVICE, DeviceState.RINGING, Set.of(CALL)));
  }

  @Test
  void the_mobile_is_in_one_call_in_whichever_order_its_halves_were_dialled() {
    table = new ChannelTable(Settings.LAB, Settings.CONTEXTS);
    apply(newchannel("PJSIP/trunk-00000001", CALLER, CALLER));
    apply(newchannel(half(AGENT, 1), "lab-1.1", CALLER));
    apply(newchannel(half(AGENT, 2), "lab-1.2", CALLER));
    apply(newchannel(half(OUT, 1), "lab-1.3", CALLER));
    apply(newchannel(half(OUT, 2), "lab-1.4", CALLER));
    apply(dialBegin("lab-1.2", CALLER, half(OUT, 1), "lab-1.3"));
    apply(newchannel("PJSIP/trunk-00000002", "lab-1.5", CALLER));
    apply(dialBegin("lab-1.4", CALLER, "PJSIP/trunk-00000002", "lab-1.5"));
    apply(dialBegin(CALLER, CALLER, half(AGENT, 1), "lab-1.1"));
    assertThat(table.reports())
        .contains(new DeviceReport(DEVICE, DeviceState.RINGING, Set.of(CALL)));
    pickedUp();
    confirmed();
    assertThat(table.reports())
        .contains(new DeviceReport(DEVICE, DeviceState.IN_USE, Set.of(CALL)));
  }

  @Test
  void the_key_is_the_answer() {
    pickedUp();

    assertThat(confirmed()).contains(answered(), report(DeviceState.IN_USE, CALL));
  }

  @Test
  void a_list_of_channels_before_the_key_changes_nothing() {
    ChannelTable later = new ChannelTable(Settings.LAB, Settings.CONTEXTS);
    table.alive().forEach(call -> later.seenChannel(listed(call.uniqueId()), Optional.empty()));
    later.learnFrom(table);
    table = later;

    assertThat(pickedUp()).filteredOn(fact -> !(fact instanceof Fact.Reported)).isEmpty();
    assertThat(confirmed()).contains(answered());
  }

  @Test
  void whoever_refuses_was_never_in_a_call() {
    pickedUp();

    List<Fact> facts =
        apply(
            hangup(half(AGENT, 1), "lab-1.1", CALLER),
            hangup("PJSIP/trunk-00000002", "lab-1.5", CALLER),
            hangup(half(OUT, 1), "lab-1.3", CALLER),
            hangup(half(OUT, 2), "lab-1.4", CALLER),
            hangup(half(AGENT, 2), "lab-1.2", CALLER));

    assertThat(facts)
        .contains(report(DeviceState.NOT_IN_USE))
        .doesNotContain(new Fact.Ended(CALL, HangUpSide.UNKNOWN));
    assertThat(facts)
        .noneMatch(
            fact ->
                fact instanceof Fact.Reported reported
                    && reported.report().device().equals(DEVICE)
                    && reported.report().state().inCall());
  }

  private static AmiMessage listed(String id) {
    String name =
        switch (id) {
          case "lab-1.1" -> half(AGENT, 1);
          case "lab-1.2" -> half(AGENT, 2);
          case "lab-1.3" -> half(OUT, 1);
          case "lab-1.4" -> half(OUT, 2);
          case "lab-1.5" -> "PJSIP/trunk-00000002";
          default -> "PJSIP/trunk-00000001";
        };
    return AmiMessage.of(
        List.of(
            "Event: Status",
            "Channel: " + name,
            "ChannelState: 5",
            "Uniqueid: " + id,
            "Linkedid: " + CALLER));
  }
}
