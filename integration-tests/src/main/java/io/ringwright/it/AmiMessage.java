package io.ringwright.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A block of AMI headers. Of headers with one name the last counts, but {@code Output} and {@code
 * Variable} add up, a line for each.
 *
 * <p>Asterisk copies the number that was dialled, and the caller's, into events as they came, line
 * ends included: an event about such a channel falls apart, and {@link #isTorn()} tells.
 */
public final class AmiMessage {

  private static final Set<String> ADDING_UP = Set.of("Output", "Variable");

  private static final Set<String> CHANNEL_EVENTS =
      Set.of("Newchannel", "Newexten", "Newstate", "VarSet", "Hangup");

  private final Map<String, String> headers;

  private AmiMessage(Map<String, String> headers) {
    this.headers = headers;
  }

  /** Reads the next block; empty at the end of the stream. */
  static Optional<AmiMessage> read(InputStream in) throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    for (var line = line(in); line.isPresent(); line = line(in)) {
      if (!line.get().isEmpty()) {
        put(headers, line.get());
      } else if (!headers.isEmpty()) {
        return Optional.of(new AmiMessage(headers));
      }
    }
    return Optional.empty();
  }

  /** A line without its CR LF; a CR or an LF alone does not end one. */
  static Optional<String> line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int before = -1;
    for (int octet = in.read(); octet >= 0; octet = in.read()) {
      if (before == '\r' && octet == '\n') {
        String text = line.toString(StandardCharsets.UTF_8);
        return Optional.of(text.substring(0, text.length() - 1));
      }
      line.write(octet);
      before = octet;
    }
    return Optional.empty();
  }

  /**
   * The value of a header.
   *
   * @param name the name
   * @return the value; empty text if the header is not there
   */
  public String get(String name) {
    return headers.getOrDefault(name, "");
  }

  /** All headers, in Asterisk's order. */
  Map<String, String> headers() {
    return Collections.unmodifiableMap(headers);
  }

  /**
   * Whether it is the first part of an event that a line end in a number has cut. A variable that
   * belongs to no channel has no linked id either.
   */
  boolean isTorn() {
    return CHANNEL_EVENTS.contains(get("Event"))
        && get("Linkedid").isEmpty()
        && !get("Uniqueid").equals("none");
  }

  /**
   * This part of a torn event with the part that came next. The first part says what happened to
   * which channel; of what stands after the number, the last is Asterisk's own.
   */
  AmiMessage joined(AmiMessage next) {
    Map<String, String> all = new LinkedHashMap<>(headers);
    all.putAll(next.headers);
    all.put("Event", get("Event"));
    all.put("Channel", get("Channel"));
    return new AmiMessage(all);
  }

  @Override
  public String toString() {
    return headers.toString();
  }

  private static void put(Map<String, String> headers, String line) {
    int colon = line.indexOf(':');
    if (colon > 0) {
      String name = line.substring(0, colon);
      String value = line.substring(colon + 1).stripLeading();
      headers.merge(name, value, (a, b) -> ADDING_UP.contains(name) ? a + "\n" + b : b);
    }
  }
}
