package io.ringwright.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Compares what was recorded twice. What counts is the order of the events of each channel, of each
 * device and of each bridge, with all headers that were kept. What differs from call to call on the
 * real Asterisk does not count: the order of events of different channels, whether it tells of a
 * state or of a dial first, of a transfer or of the talk that is left, the music that ends or the
 * parking that begins because of it, and whether a transfer by keys names its target. A recording
 * in which somebody else spoke first is one of another call.
 */
final class SameAsRecorded {

  /** What differs from call to call on one release. */
  private static final Set<String> CHANCE = Set.of("BridgeNumChannels", "DestChannelState");

  private SameAsRecorded() {}

  /** The lines hold the same as the recordings by this name; there is at least one. */
  static void assertSame(List<String> lines, String name) {
    assertThat(compared(lines, name)).as("recordings compared with %s", name).isNotEmpty();
  }

  /** The same where there is a recording in which the same phone spoke first. */
  static void assertSameWhereRecorded(List<String> lines, String name) {
    compared(lines, name);
  }

  private static List<String> compared(List<String> lines, String name) {
    List<String> compared =
        Recordings.releases().stream()
            .filter(
                release -> firstHeard(Recordings.lines(release, name)).equals(firstHeard(lines)))
            .toList();
    for (String release : compared) {
      assertSame(lines, release, name);
    }
    return compared;
  }

  private static void assertSame(List<String> lines, String release, String name) {
    Map<String, List<String>> recorded = sequences(Recordings.lines(release, name));
    Map<String, List<String>> seen = sequences(lines);
    assertThat(seen).as("%s on Asterisk %s", name, release).containsOnlyKeys(recorded.keySet());
    recorded.forEach(
        (subject, events) ->
            assertThat(seen.get(subject))
                .as("%s in %s on Asterisk %s", subject, name, release)
                .containsExactlyElementsOf(events));
  }

  /** Whose speech had a Local channel taken out; empty if none was. */
  private static List<String> firstHeard(List<String> lines) {
    return lines.stream()
        .filter(line -> line.startsWith("LocalOptimizationBegin"))
        .map(line -> headers(line).getOrDefault("SourceChannel", ""))
        .toList();
  }

  /** What was told of each channel, device and bridge, in order. */
  static Map<String, List<String>> sequences(List<String> lines) {
    Map<String, List<String>> sequences = new TreeMap<>();
    for (String line : lines) {
      if (!line.startsWith("#")) {
        Map<String, String> headers = headers(line);
        String event = line.substring(0, line.indexOf(' '));
        for (String subject : subjects(event, headers)) {
          sequences.computeIfAbsent(subject, none -> new ArrayList<>()).add(event + " " + headers);
        }
      }
    }
    return sequences;
  }

  private static Map<String, String> headers(String line) {
    Map<String, String> headers = new TreeMap<>();
    String[] parts = line.split(" \\| ", -1);
    for (int at = 1; at < parts.length; at++) {
      int colon = parts[at].indexOf(": ");
      String header = parts[at].substring(0, colon);
      if (!CHANCE.contains(header)) {
        headers.put(header, parts[at].substring(colon + 2));
      }
    }
    // No cause is a normal end: which of the two is said differs too.
    headers.replace("Cause", "0", "16");
    String transferer = headers.getOrDefault("OrigTransfererChannel", "");
    if (!transferer.isEmpty() && transferer.equals(headers.get("SecondTransfererChannel"))) {
      headers.keySet().removeIf(header -> header.startsWith("TransferTarget"));
    }
    return headers;
  }

  private static List<String> subjects(String event, Map<String, String> headers) {
    return switch (event) {
      case "DeviceStateChange" -> List.of("device " + headers.get("Device"));
      case "BridgeCreate", "BridgeDestroy" -> List.of(headers.get("BridgeUniqueid"));
      case "MusicOnHoldStart", "MusicOnHoldStop" -> List.of("music of " + headers.get("Channel"));
      case "ParkedCall", "UnParkedCall" -> List.of("parking of " + headers.get("ParkeeChannel"));
      case "Newstate" -> List.of("state of " + headers.get("Channel"));
      case "BridgeMerge" ->
          List.of(headers.get("ToBridgeUniqueid"), headers.get("FromBridgeUniqueid"));
      case "BridgeLeave" -> List.of(talks(headers));
      case "BridgeEnter", "Hangup" -> List.of(headers.get("Channel"), talks(headers));
      default -> channels(headers);
    };
  }

  private static String talks(Map<String, String> headers) {
    return "talks of " + headers.get("Channel");
  }

  private static List<String> channels(Map<String, String> headers) {
    Map<String, String> named = new LinkedHashMap<>(headers);
    named.keySet().removeIf(header -> !header.endsWith("Channel"));
    return named.values().stream().distinct().toList();
  }
}
