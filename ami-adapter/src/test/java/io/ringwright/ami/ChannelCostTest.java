package io.ringwright.ami;

import static org.assertj.core.api.Assertions.assertThat;

import io.ringwright.availability.DeviceReport;
import io.ringwright.call.Device;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What an event costs where very many channels are on one device, as on a trunk. */
class ChannelCostTest {

  private static final Device TRUNK = Device.of("PJSIP/trunk");

  @Test
  void an_event_looks_at_no_more_channels_than_are_told_however_many_there_are() {
    assertThat(looksPerCall(4_000)).isEqualTo(looksPerCall(1_000));
    assertThat(looksPerCall(4_000)).isLessThanOrEqualTo(8L * DeviceReport.MOST_CALLS);
    assertThat(looksPerCall(10)).isLessThan(looksPerCall(1_000));
  }

  @Test
  void a_device_in_very_many_calls_is_told_with_those_that_came_first() {
    ChannelTable table = withCallers(250);
    assertThat(report(table).calls())
        .hasSize(DeviceReport.MOST_CALLS)
        .extracting(each -> each.uniqueId())
        .contains(id(0), id(99))
        .doesNotContain(id(100));
    table.apply(Messages.hangup(channel(5), id(5), id(5)));
    assertThat(report(table).calls())
        .extracting(each -> each.uniqueId())
        .contains(id(100))
        .doesNotContain(id(5));
  }

  @Test
  void a_snapshot_tells_the_same_of_them_in_whatever_order_asterisk_lists_its_channels() {
    ChannelTable table = withCallers(250);
    List<AmiMessage> channels = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      channels.add(Messages.status(channel(i), id(i), id(i)));
    }
    Collections.shuffle(channels, new Random(1));
    Reconciliation look = new Reconciliation(Settings.LAB, Settings.CONTEXTS, Instant.EPOCH);
    var outcome = look.finish(new Reconciliation.Lists(List.of(), List.of(), channels), table);
    assertThat(report(outcome.table()).calls()).isEqualTo(report(table).calls());
  }

  /** How many channels are looked at for one more call over the trunk, from ring to hang-up. */
  private static long looksPerCall(int callers) {
    ChannelTable table = withCallers(callers);
    long before = table.looks();
    String caller = id(callers);
    String phone = id(callers + 1);
    table.apply(Messages.newchannel(channel(callers), caller, caller));
    table.apply(Messages.newchannel("PJSIP/8260-1", phone, caller));
    table.apply(Messages.dialBegin(caller, caller, "PJSIP/8260-1", phone));
    table.apply(Messages.dialEnd(caller, caller, "PJSIP/8260-1", phone, "ANSWER"));
    table.apply(Messages.deviceState("PJSIP/trunk", "INUSE"));
    table.apply(Messages.up(channel(callers), caller, caller));
    table.apply(Messages.hangup("PJSIP/8260-1", phone, caller));
    table.apply(Messages.hangup(channel(callers), caller, caller));
    return table.looks() - before;
  }

  private static ChannelTable withCallers(int many) {
    ChannelTable table = new ChannelTable(Settings.LAB, Settings.CONTEXTS);
    for (int i = 0; i < many; i++) {
      table.apply(Messages.newchannel(channel(i), id(i), id(i)));
    }
    return table;
  }

  private static DeviceReport report(ChannelTable table) {
    return table.reports().stream()
        .filter(each -> each.device().equals(TRUNK))
        .findFirst()
        .orElseThrow();
  }

  private static String channel(int number) {
    return "PJSIP/trunk-" + String.format("%08x", number);
  }

  private static String id(int number) {
    return "lab-1700000000." + number;
  }
}
