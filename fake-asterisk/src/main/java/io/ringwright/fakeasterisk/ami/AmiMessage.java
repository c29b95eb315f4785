package io.ringwright.fakeasterisk.ami;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One message from a client, as lines. A header is found by its name in any case; the first counts.
 * Source: {@code __astman_get_header} in Asterisk's {@code main/manager.c}.
 *
 * <p>Thread safety: immutable.
 */
record AmiMessage(List<String> lines) {

  /** Source: {@code AST_MAX_MANHEADERS} in {@code include/asterisk/manager.h}. */
  static final int MOST_LINES = 128;

  AmiMessage {
    lines = List.copyOf(lines);
  }

  /** The value of a header; empty if it is missing. */
  String header(String name) {
    for (String line : lines) {
      if (line.regionMatches(true, 0, name, 0, name.length())
          && line.length() > name.length()
          && line.charAt(name.length()) == ':') {
        return line.substring(name.length() + 1).stripLeading();
      }
    }
    return "";
  }

  /** Every header in order; the values of one that is repeated stand on lines of their own. */
  Map<String, String> headers() {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String line : lines) {
      int colon = line.indexOf(':');
      String name = colon < 0 ? line : line.substring(0, colon);
      String value = colon < 0 ? "" : line.substring(colon + 1).strip();
      headers.merge(name, value, (first, next) -> first + "\n" + next);
    }
    return headers;
  }
}
