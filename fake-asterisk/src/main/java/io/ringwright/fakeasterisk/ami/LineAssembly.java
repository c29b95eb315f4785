package io.ringwright.fakeasterisk.ami;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes lines of bytes as they come. A line ends with LF, or CR and LF. Of 1024 bytes without an
 * end all but the last are thrown away, and the message they belong to is spoilt. Source: {@code
 * get_input} in Asterisk's {@code main/manager.c}. One thread.
 */
final class LineAssembly {

  private static final int LONGEST = 1024;

  private final byte[] bytes = new byte[LONGEST];
  private int length;
  private boolean spoilt;

  /** The lines that are complete now. */
  List<String> take(byte[] received, int count) {
    List<String> lines = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      bytes[length++] = received[at];
      if (received[at] == '\n') {
        lines.add(line());
        length = 0;
      } else if (length == LONGEST) {
        bytes[0] = bytes[length - 1];
        length = 1;
        spoilt = true;
      }
    }
    return lines;
  }

  private String line() {
    int end = length - 1;
    if (end > 0 && bytes[end - 1] == '\r') {
      end--;
    }
    String line = new String(bytes, 0, end, StandardCharsets.UTF_8);
    int nul = line.indexOf('\0');
    return nul < 0 ? line : line.substring(0, nul);
  }

  /** Whether a line was too long since this was last asked. */
  boolean wasSpoilt() {
    boolean was = spoilt;
    spoilt = false;
    return was;
  }
}
