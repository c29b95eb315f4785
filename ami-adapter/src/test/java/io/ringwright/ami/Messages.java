package io.ringwright.ami;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Messages as Asterisk 22 sends them, without the headers that nobody here reads. */
final class Messages {

  private Messages() {}

  static AmiMessage message(String... lines) {
    return AmiMessage.of(List.of(lines));
  }

  /** With the headers too that the adapter does not read. */
  static AmiMessage whole(List<String> lines) {
    Map<String, String> headers = new HashMap<>();
    for (String line : lines) {
      String[] parts = line.split(":", 2);
      headers.putIfAbsent(parts[0].toLowerCase(Locale.ROOT), parts[1].strip());
    }
    return new AmiMessage(headers, Map.of());
  }

  /** What the adapter keeps of it. */
  static AmiMessage asRead(AmiMessage whole) {
    List<String> lines = new ArrayList<>();
    whole.headers().forEach((name, value) -> lines.add(name + ": " + value));
    return AmiMessage.of(lines);
  }

  static AmiMessage newchannel(String channel, String uniqueId, String linkedId) {
    return message(
        "Event: Newchannel",
        "Channel: " + channel,
        "ChannelState: 0",
        "Uniqueid: " + uniqueId,
        "Linkedid: " + linkedId);
  }

  static AmiMessage up(String channel, String uniqueId, String linkedId) {
    return message(
        "Event: Newstate",
        "Channel: " + channel,
        "ChannelState: 6",
        "Uniqueid: " + uniqueId,
        "Linkedid: " + linkedId);
  }

  static AmiMessage rename(String channel, String newName, String uniqueId) {
    return message(
        "Event: Rename", "Channel: " + channel, "Newname: " + newName, "Uniqueid: " + uniqueId);
  }

  static AmiMessage hangup(String channel, String uniqueId, String linkedId) {
    return message(
        "Event: Hangup",
        "Channel: " + channel,
        "Uniqueid: " + uniqueId,
        "Linkedid: " + linkedId,
        "Cause: 16",
        "TechCause: SIP 200");
  }

  static AmiMessage dialBegin(String callerId, String linkedId, String destChannel, String destId) {
    return dial("DialBegin", callerId, linkedId, destChannel, destId);
  }

  /** A channel that no other dialled. */
  static AmiMessage calledOut(String channel, String uniqueId) {
    return message(
        "Event: DialBegin",
        "DestChannel: " + channel,
        "DestUniqueid: " + uniqueId,
        "DestLinkedid: " + uniqueId);
  }

  static AmiMessage dialEnd(
      String callerId, String linkedId, String destChannel, String destId, String status) {
    return dial("DialEnd", callerId, linkedId, destChannel, destId, "DialStatus: " + status);
  }

  private static AmiMessage dial(
      String event,
      String callerId,
      String linkedId,
      String destChannel,
      String destId,
      String... more) {
    List<String> lines =
        new ArrayList<>(
            List.of(
                "Event: " + event,
                "Channel: PJSIP/trunk-00000001",
                "Uniqueid: " + callerId,
                "Linkedid: " + linkedId,
                "DestChannel: " + destChannel,
                "DestUniqueid: " + destId,
                "DestLinkedid: " + linkedId));
    lines.addAll(List.of(more));
    return AmiMessage.of(lines);
  }

  static AmiMessage deviceState(String device, String state) {
    return message("Event: DeviceStateChange", "Device: " + device, "State: " + state);
  }

  static AmiMessage hint(String extension, String context, String devices, String status) {
    return message(
        "Event: ExtensionStatus",
        "Exten: " + extension,
        "Context: " + context,
        "Hint: " + devices,
        "Status: " + status);
  }

  /** A channel in the list of channels; further lines may follow. */
  static AmiMessage status(String channel, String uniqueId, String linkedId, String... more) {
    List<String> lines =
        new ArrayList<>(
            List.of(
                "Event: Status",
                "Channel: " + channel,
                "ChannelState: 6",
                "CallerIDNum: 5551234",
                "CallerIDName: <unknown>",
                "Uniqueid: " + uniqueId,
                "Linkedid: " + linkedId));
    lines.addAll(List.of(more));
    return AmiMessage.of(lines);
  }

  /** A caller who waits, as in the list of channels. */
  static AmiMessage waitingCaller(String channel, String uniqueId) {
    return waitingCaller(channel, uniqueId, uniqueId);
  }

  /** A caller who waits with a call that came on another channel. */
  static AmiMessage waitingCaller(String channel, String uniqueId, String call) {
    return status(
        channel,
        uniqueId,
        uniqueId,
        "Context: ringwright-wait",
        "BridgeID:",
        "Variable: RW_CALL=" + call,
        "Variable: RW_GROUP=700",
        "Variable: RW_PRIORITY=5",
        "Variable: RW_SINCE=1700000000000");
  }

  /** All that waits in an inbox. */
  static List<AmiMessage> takenFrom(AmiInbox inbox) {
    List<AmiMessage> all = new ArrayList<>();
    try {
      for (AmiMessage next = inbox.poll(Duration.ZERO);
          !next.equals(AmiMessage.NONE);
          next = inbox.poll(Duration.ZERO)) {
        all.add(next);
      }
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
    return all;
  }
}
