package io.ringwright.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/** What a dialplan says of queues and phones: which extension calls which queue, and hints. */
final class Dialplan {

  private final Map<String, Set<String>> contexts = new LinkedHashMap<>();
  private final Map<String, Hint> hints = new LinkedHashMap<>();
  private final Map<String, String> numbers = new LinkedHashMap<>();
  private final Map<String, List<QueueCall>> calls = new LinkedHashMap<>();

  /** The state of an extension of the dialplan. */
  record Hint(String extension, String context) {

    @Override
    public String toString() {
      return "hint:" + extension + "@" + context;
    }
  }

  /**
   * A call of the application Queue.
   *
   * @param extension the extension of the dialplan in which it stands
   * @param arguments the name of the queue, and what follows
   * @param maxPenalty the highest penalty that was set before
   */
  record QueueCall(
      ConfigLine line, String extension, List<String> arguments, OptionalInt maxPenalty) {

    String queue() {
      return Values.at(arguments, 0);
    }

    String options() {
      return Values.at(arguments, 1);
    }

    String timeout() {
      return Values.at(arguments, 4);
    }

    String rule() {
      return Values.at(arguments, 8);
    }
  }

  void context(String name) {
    contexts.computeIfAbsent(name, none -> new LinkedHashSet<>());
  }

  void extension(String context, String name) {
    contexts.computeIfAbsent(context, none -> new LinkedHashSet<>()).add(name);
  }

  void hint(Hint hint, List<String> devices) {
    hints.putIfAbsent(hint.extension(), hint);
    devices.forEach(each -> numbers.putIfAbsent(each.toLowerCase(Locale.ROOT), hint.extension()));
  }

  void call(QueueCall call) {
    calls.computeIfAbsent(call.queue(), none -> new ArrayList<>()).add(call);
  }

  /** Whether there is any dialplan to ask. */
  boolean isKnown() {
    return !contexts.isEmpty();
  }

  /** The extensions of a context that are no patterns; empty if there is no such context. */
  Optional<Set<String>> extensions(String context) {
    return Optional.ofNullable(contexts.get(context));
  }

  Set<String> hinted() {
    return hints.keySet();
  }

  Optional<Hint> hint(String extension) {
    return Optional.ofNullable(hints.get(extension));
  }

  /** The extension whose hint names a device. */
  Optional<String> numberOf(String device) {
    return Optional.ofNullable(numbers.get(device.toLowerCase(Locale.ROOT)));
  }

  List<QueueCall> calls(String queue) {
    return calls.getOrDefault(queue, List.of());
  }

  List<QueueCall> calls() {
    return calls.values().stream().flatMap(List::stream).toList();
  }
}
