package io.ringwright.directory.text;

import java.util.Optional;

/** A name of the host between quotation marks, on one line, in characters that UTF-8 can write. */
final class Quoted {

  private Quoted() {}

  static String write(String name) {
    StringBuilder written = new StringBuilder(name.length() + 2).append('"');
    for (int at = 0; at < name.length(); at++) {
      char c = name.charAt(at);
      if (c == '"' || c == '\\') {
        written.append('\\').append(c);
      } else if (c < ' ' || c > '~') {
        written.append("\\u%04x".formatted((int) c));
      } else {
        written.append(c);
      }
    }
    return written.append('"').toString();
  }

  /**
   * Where a quoted name that begins at a place ends: after its closing mark; empty if it has none.
   */
  static Optional<Integer> end(String text, int from) {
    for (int at = from + 1; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '"') {
        return Optional.of(at + 1);
      }
      at += c == '\\' ? 1 : 0;
    }
    return Optional.empty();
  }

  /** Reads a name with its quotation marks. */
  static String read(String quoted) {
    StringBuilder name = new StringBuilder();
    int last = quoted.length() - 1;
    for (int at = 1; at < last; at++) {
      char c = quoted.charAt(at);
      if (c == '\\' && quoted.charAt(at + 1) == 'u' && at + 6 <= last) {
        name.append((char) Integer.parseInt(quoted, at + 2, at + 6, 16));
        at += 5;
      } else if (c == '\\') {
        at++;
        name.append(quoted.charAt(at));
      } else {
        name.append(c);
      }
    }
    return name.toString();
  }
}
