package io.ringwright.ami;

import io.ringwright.call.CallId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Asterisk would list of its channels at this moment, as far as events say. */
final class SeenChannels {

  private final Map<String, Seen> channels = new LinkedHashMap<>();

  /** One channel: the headers of the last event about it, its bridge, and the call it remembers. */
  private static final class Seen {
    private final Map<String, String> headers = new LinkedHashMap<>();
    private Optional<CallId> call = Optional.empty();
  }

  void take(AmiMessage event) {
    String id = event.header("uniqueid");
    switch (event.event()) {
      case "Hangup" -> channels.remove(id);
      case "BridgeLeave" -> put(id, "BridgeID", "");
      case "AttendedTransfer" -> takenOver(event);
      default -> {
        if (!id.isEmpty() && !event.header("channel").isEmpty()) {
          put(id, "Channel", event.header("channel"));
          put(id, "Linkedid", event.header("linkedid"));
          put(id, "ChannelState", event.header("channelstate"));
        }
        if (event.event().equals("BridgeEnter")) {
          put(id, "BridgeID", event.header("bridgeuniqueid"));
        }
      }
    }
  }

  private void put(String id, String header, String value) {
    channels.computeIfAbsent(id, none -> new Seen()).headers.put(header, value);
  }

  /** A caller who gets into the dialplan of another channel gets its variables, too. */
  private void takenOver(AmiMessage event) {
    Seen transferee = channels.get(event.header("transfereeuniqueid"));
    Seen second = channels.get(event.header("secondtransfereruniqueid"));
    if (event.header("desttype").equals("App") && transferee != null && second != null) {
      transferee.call = second.call;
      second.call = Optional.empty();
    }
  }

  /** The channel of a call of ours remembers it. */
  void remembers(String id, CallId call) {
    channels.computeIfAbsent(id, none -> new Seen()).call = Optional.of(call);
  }

  /** A table made from a list of these channels and from what another one knew. */
  ChannelTable look(ChannelTable earlier) {
    ChannelTable table = new ChannelTable(Settings.LAB, Settings.CONTEXTS);
    earlier
        .reports()
        .forEach(
            report ->
                table.seenDevice(
                    Messages.deviceState(
                        report.device().name(), report.state().name().replace("IN_USE", "INUSE"))));
    channels.forEach(
        (id, seen) -> {
          List<String> lines = new ArrayList<>(List.of("Event: Status", "Uniqueid: " + id));
          seen.headers.forEach((name, value) -> lines.add(name + ": " + value));
          table.seenChannel(AmiMessage.of(lines), seen.call);
        });
    table.learnFrom(earlier);
    return table;
  }
}
