package io.ringwright.ami;

import io.ringwright.call.CallId;
import io.ringwright.call.PbxId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One message of Asterisk: an event, an item of a list, or the response to an action. Of an event
 * it holds what {@link EventHeaders} says is read, of a response everything.
 *
 * <p>Thread safety: immutable.
 *
 * @param headers the value of each header, by its name in lower case; of a repeated one the first
 * @param variables the channel variables it carries, by name
 */
record AmiMessage(Map<String, String> headers, Map<String, String> variables) {

  /** No message. */
  static final AmiMessage NONE = new AmiMessage(Map.of(), Map.of());

  /** What a message takes beside its texts, and what each text takes beside its letters. */
  private static final int BYTES_OF_A_MESSAGE = 120;

  private static final int BYTES_OF_A_TEXT = 72;

  /** What Asterisk prints for a variable that is not set (the C library's word for a null). */
  private static final String UNSET = "(null)";

  /**
   * Reads the lines of a message, its blank last line left out. Lines that are no header count as
   * none.
   */
  static AmiMessage of(List<String> lines) {
    Map<String, String> headers = new HashMap<>();
    Map<String, String> variables = new HashMap<>();
    for (String line : lines) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        String name = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        String value = line.substring(colon + 1).strip();
        if (name.equals("variable") || name.equals("chanvariable")) {
          putVariable(variables, value);
        } else {
          headers.putIfAbsent(name, value);
        }
      }
    }
    return new AmiMessage(small(headers), Map.copyOf(variables));
  }

  private static Map<String, String> small(Map<String, String> headers) {
    String event = headers.get("event");
    if (event == null || !EventHeaders.isWanted(event)) {
      return Map.copyOf(headers);
    }
    Map<String, String> read = new HashMap<>();
    headers.forEach(
        (name, value) -> {
          String shared = EventHeaders.shared(event, name);
          if (shared != null) {
            read.put(shared, value);
          }
        });
    return Map.copyOf(read);
  }

  private static void putVariable(Map<String, String> variables, String assignment) {
    int equals = assignment.indexOf('=');
    if (equals > 0 && !assignment.substring(equals + 1).equals(UNSET)) {
      variables.putIfAbsent(assignment.substring(0, equals), assignment.substring(equals + 1));
    }
  }

  /** About how many bytes of memory it takes, not less than it does. */
  int weight() {
    return BYTES_OF_A_MESSAGE + weight(headers) + 2 * weight(variables);
  }

  private static int weight(Map<String, String> texts) {
    int bytes = 0;
    for (String text : texts.values()) {
      bytes += BYTES_OF_A_TEXT + 2 * text.length();
    }
    return bytes;
  }

  /** The value of a header, given in lower case; empty if there is none. */
  String header(String name) {
    return headers.getOrDefault(name, "");
  }

  /** The value of a channel variable; empty if it is not set. */
  String variable(String name) {
    return variables.getOrDefault(name, "");
  }

  /** The name of the event, empty in a response. */
  String event() {
    return header("event");
  }

  boolean isEvent() {
    return !event().isEmpty();
  }

  /** The action to which this belongs; empty in an event that nobody asked for. */
  String actionId() {
    return header("actionid");
  }

  /** Whether this is a response that says no. */
  boolean isError() {
    return header("response").equalsIgnoreCase("Error");
  }

  /** What Asterisk says in words. */
  String words() {
    return header("message");
  }

  /** The call of the channel whose uniqueid a header holds, if it holds one. */
  Optional<CallId> callId(PbxId pbx, String name) {
    return CallId.parse(pbx, header(name));
  }

  /** The names of all headers, for responses that list something. */
  List<String> names() {
    return new ArrayList<>(headers.keySet());
  }
}
