package io.ringwright.it;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A block of AMI headers. Of headers with one name the last counts, but {@code Output} adds up. */
final class AmiMessage {

  private final Map<String, String> headers;

  private AmiMessage(Map<String, String> headers) {
    this.headers = headers;
  }

  /** Reads the next block; empty at the end of the stream. */
  static Optional<AmiMessage> read(BufferedReader in) throws IOException {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (line.isEmpty()) {
        if (!headers.isEmpty()) {
          return Optional.of(new AmiMessage(headers));
        }
      } else {
        int colon = line.indexOf(':');
        if (colon > 0) {
          String name = line.substring(0, colon);
          String value = line.substring(colon + 1).stripLeading();
          headers.merge(name, value, (a, b) -> name.equals("Output") ? a + "\n" + b : b);
        }
      }
    }
    return Optional.empty();
  }

  /** The value of a header; empty text if it is not there. */
  String get(String name) {
    return headers.getOrDefault(name, "");
  }

  Map<String, String> headers() {
    return Collections.unmodifiableMap(headers);
  }

  @Override
  public String toString() {
    return headers.toString();
  }
}
