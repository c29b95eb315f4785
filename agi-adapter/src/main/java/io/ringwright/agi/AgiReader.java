package io.ringwright.agi;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Lines from a peer that may send anything: bounded in length, UTF-8, ended by LF.
 *
 * <p>Thread safety: for one thread at a time.
 */
final class AgiReader {

  /** Longest line in bytes; Asterisk's own lines stay below 8 KiB. */
  static final int LONGEST = 16 * 1024;

  private final InputStream in;
  private final byte[] buffer = new byte[4096];
  private int next;
  private int end;

  AgiReader(InputStream in) {
    this.in = in;
  }

  /**
   * The next line without its LF, or null where the stream ends. A last line that no LF ends is
   * dropped: half a line is no line.
   *
   * @throws IOException if the connection broke, or the line is too long
   */
  @Nullable String next() throws IOException {
    ByteArrayOutputStream begun = null;
    while (true) {
      for (int i = next; i < end; i++) {
        if (buffer[i] == '\n') {
          return ended(begun, i);
        }
      }
      begun = keep(begun);
      if (begun.size() > LONGEST) {
        throw new IOException("a line longer than " + LONGEST + " bytes");
      }
      if (!fill()) {
        return null;
      }
    }
  }

  private String ended(@Nullable ByteArrayOutputStream begun, int lineFeed) {
    int from = next;
    next = lineFeed + 1;
    if (begun == null) {
      return new String(buffer, from, lineFeed - from, StandardCharsets.UTF_8);
    }
    begun.write(buffer, from, lineFeed - from);
    return begun.toString(StandardCharsets.UTF_8);
  }

  private ByteArrayOutputStream keep(@Nullable ByteArrayOutputStream begun) {
    ByteArrayOutputStream kept = begun == null ? new ByteArrayOutputStream() : begun;
    kept.write(buffer, next, end - next);
    return kept;
  }

  private boolean fill() throws IOException {
    next = 0;
    end = Math.max(0, in.read(buffer));
    return end > 0;
  }
}
