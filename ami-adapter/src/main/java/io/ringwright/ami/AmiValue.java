package io.ringwright.ami;

import java.nio.charset.StandardCharsets;

/**
 * A text that may go to Asterisk: the one place where outgoing text is checked, whoever wrote it.
 *
 * <p>AMI knows no quoting: a line ends at CR LF, and also at a bare LF ({@code get_input} in
 * Asterisk's {@code main/manager.c}), so whoever brings a line break into a value writes actions of
 * their own. A NUL ends the text early, and a line above 1024 bytes is thrown away. All of these
 * are refused; nothing is repaired.
 *
 * <p>Thread safety: immutable.
 *
 * @param text without control characters, at most 900 bytes in UTF-8
 */
record AmiValue(String text) {

  /** Leaves room for the longest key in Asterisk's 1024 bytes. */
  static final int MOST_BYTES = 900;

  AmiValue {
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) < ' ' || text.charAt(at) == '\u007f') {
        throw new IllegalArgumentException(
            String.format(
                "text for AMI is not valid: control character \\u%04x at position %d%n"
                    + "Take line breaks and other control characters out; they would end the line.",
                (int) text.charAt(at), at));
      }
    }
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    if (bytes > MOST_BYTES) {
      throw new IllegalArgumentException(
          "text for AMI is not valid: " + bytes + " bytes, expected at most " + MOST_BYTES);
    }
  }
}
