package io.ringwright.it;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Gives the identities that Asterisk makes up, which are others each time, names that follow from
 * the order in which they appear. They keep their form: a unique id stays one that can be parsed.
 *
 * <p>Thread safety: for one thread.
 */
final class StableNames {

  private static final Pattern UNIQUE_ID = Pattern.compile("lab-\\d+\\.\\d+");
  private static final Pattern BRIDGE =
      Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");
  private static final Pattern CHANNEL =
      Pattern.compile("(PJSIP|Local)(/[^;<>\\s]+?)-([0-9a-f]{8})");
  private static final Pattern PORT = Pattern.compile("(127\\.0\\.0\\.\\d):(\\d+)");

  private final Map<String, String> uniqueIds = new HashMap<>();
  private final Map<String, String> bridges = new HashMap<>();
  private final Map<String, Map<String, String>> channels = new HashMap<>();
  private final Map<String, String> ports = new HashMap<>();

  String stable(String text) {
    String named = UNIQUE_ID.matcher(text).replaceAll(id -> name(uniqueIds, id.group(), "lab-1."));
    named = BRIDGE.matcher(named).replaceAll(id -> name(bridges, id.group(), "bridge-"));
    named = CHANNEL.matcher(named).replaceAll(this::channel);
    return PORT.matcher(named)
        .replaceAll(port -> port.group(1) + ":" + name(ports, port.group(2), "500"));
  }

  /** Which of all identities of a kind: the first, the second, ... */
  private static String name(Map<String, String> names, String identity, String prefix) {
    return names.computeIfAbsent(identity, fresh -> prefix + (names.size() + 1));
  }

  /** Asterisk counts the channels of each technology; here each device's are counted. */
  private String channel(MatchResult found) {
    String device = found.group(1) + found.group(2);
    IntFunction<String> number = count -> String.format("%s-%08d", device, count);
    Map<String, String> known = channels.computeIfAbsent(device, fresh -> new HashMap<>());
    String identity = found.group(1) + found.group(3);
    return Optional.ofNullable(known.get(identity))
        .orElseGet(
            () -> {
              String fresh = number.apply(known.size() + 1);
              known.put(identity, fresh);
              return fresh;
            });
  }
}
