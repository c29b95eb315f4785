package io.ringwright.ami;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which headers of which events are read. The rest is not kept: an event of Asterisk has up to 40
 * headers, and thousands of events may wait to be worked on.
 *
 * <p>Thread safety: immutable.
 */
final class EventHeaders {

  private static final List<String> ALWAYS = List.of("actionid", "event");

  private static final List<String> CHANNEL =
      List.of("channel", "channelstate", "context", "linkedid", "uniqueid");

  private static final List<String> DIAL =
      List.of(
          "context",
          "destchannel",
          "destlinkedid",
          "destuniqueid",
          "dialstatus",
          "dialstring",
          "uniqueid");

  private static final List<String> BRIDGE = List.of("bridgeuniqueid", "context", "uniqueid");

  private static final List<String> LISTS = List.of("listitems", "message", "reason", "response");

  /** By event, the names in lower case; each stands for itself, so that events share them. */
  private static final Map<String, Map<String, String>> READ = new HashMap<>();

  static {
    read("Newchannel", CHANNEL);
    read("Newstate", CHANNEL);
    read("Hangup", CHANNEL);
    read("HangupRequest", List.of("uniqueid"));
    read("Rename", List.of("newname", "uniqueid"));
    read("DialBegin", DIAL);
    read("DialEnd", DIAL);
    read("BridgeEnter", BRIDGE);
    read("BridgeLeave", BRIDGE);
    read("BridgeMerge", List.of("frombridgeuniqueid", "tobridgeuniqueid"));
    read(
        "AttendedTransfer",
        List.of(
            "desttype",
            "origtransfereruniqueid",
            "result",
            "secondtransfereruniqueid",
            "transfereeuniqueid"));
    read("BlindTransfer", List.of("result", "transfereeuniqueid", "transfereruniqueid"));
    read("ParkedCall", List.of("parkeeuniqueid"));
    read("DeviceStateChange", List.of("device", "state"));
    read("ExtensionStatus", List.of("context", "exten", "hint", "status"));
    read("Status", CHANNEL);
    read("Status", List.of("bridgeid", "calleridname", "calleridnum"));
    read("FullyBooted", List.of());
    read("Shutdown", List.of());
    read("Reload", List.of());
    read("ListDialplan", List.of("appdata", "application", "extension", "includecontext"));
    read("ShowDialPlanComplete", LISTS);
    read("DeviceStateListComplete", LISTS);
    read("ExtensionStateListComplete", LISTS);
    read("StatusComplete", LISTS);
    read("OriginateResponse", LISTS);
  }

  private EventHeaders() {}

  private static void read(String event, List<String> names) {
    Map<String, String> all = READ.computeIfAbsent(event, none -> new HashMap<>());
    Stream.concat(ALWAYS.stream(), names.stream()).forEach(name -> all.put(name, name));
  }

  /** Whether anything is read of an event. */
  static boolean isWanted(String event) {
    return READ.containsKey(event);
  }

  /**
   * The name of a header, if it is read.
   *
   * @param event of which event
   * @param name in lower case
   * @return the same name, one object for all events; null if nobody reads it
   */
  static @Nullable String shared(String event, String name) {
    return READ.getOrDefault(event, Map.of()).get(name);
  }
}
