package io.ringwright.records;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * Writes a queue log to a file, each line at once and whole, in UTF-8.
 *
 * <p>The file is opened for each line: it may be moved away at any time, as logrotate does, and the
 * next line makes a new one. A line that a crash cut off is ended before the next one.
 *
 * <p>Errors: a line that cannot be written - no room, no right, no folder - is lost, counted and
 * told; the next one is tried again. The listener that writes never fails for it.
 *
 * <p>Thread safety: one thread writes; {@link #lost} may be asked by any.
 */
public final class QueueLogFile implements QueueLogSink {

  private static final int SMALLEST_FILE = 1_000;

  private final Path file;
  private final Rotation rotation;
  private final Consumer<IOException> trouble;
  private boolean clean;
  private final AtomicLong lost = new AtomicLong();

  private QueueLogFile(Path file, Rotation rotation, Consumer<IOException> trouble) {
    this.file = file;
    this.rotation = rotation;
    this.trouble = trouble;
  }

  /**
   * A file that is never put aside here.
   *
   * @param file where it is; its folder must exist
   * @return the file
   */
  public static QueueLogFile at(Path file) {
    return new QueueLogFile(file, new Rotation.Never(), any -> {});
  }

  /**
   * The same file, put aside with the first line of another day: as {@code queue_log.2026-01-05}
   * for the day that is over.
   *
   * @param zone where a day begins
   * @return a changed copy
   */
  public QueueLogFile daily(ZoneId zone) {
    return new QueueLogFile(file, new Rotation.Daily(zone), trouble);
  }

  /**
   * The same file, put aside before it gets longer than this: as {@code queue_log.1}; what has this
   * name goes to {@code queue_log.2}, and so on.
   *
   * @param bytes the longest file, 1000 or more
   * @param kept how many are kept beside the one that is written, 1 or more
   * @return a changed copy
   * @throws IllegalArgumentException if one is out of range
   */
  public QueueLogFile atMost(long bytes, int kept) {
    if (bytes < SMALLEST_FILE || kept < 1) {
      throw new IllegalArgumentException(
          "files of "
              + bytes
              + " bytes, of which "
              + kept
              + " are kept, are not valid: expected 1000 bytes or more, and 1 file or more");
    }
    return new QueueLogFile(file, new Rotation.BySize(bytes, kept), trouble);
  }

  /**
   * The same file; of each line that cannot be written somebody is told why.
   *
   * @param told gets the failure, on the thread that writes
   * @return a changed copy
   */
  public QueueLogFile whenLost(Consumer<IOException> told) {
    return new QueueLogFile(file, rotation, told);
  }

  /**
   * How many lines could not be written.
   *
   * @return since the start
   */
  public long lost() {
    return lost.get();
  }

  @Override
  public void write(QueueLogLine line) {
    byte[] bytes = (line.text() + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      append(line, bytes);
      clean = true;
    } catch (IOException e) {
      clean = false;
      lost.incrementAndGet();
      trouble.accept(e);
    }
  }

  private void append(QueueLogLine line, byte[] bytes) throws IOException {
    if (Files.exists(file)) {
      rotation.before(file, line.at(), bytes.length);
    }
    if (!clean) {
      endLastLine();
    }
    try (OutputStream out =
        Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      out.write(bytes);
    }
    Files.setLastModifiedTime(file, FileTime.from(line.at()));
  }

  /** A line without an end was cut off, by a crash or a full disk. */
  private void endLastLine() throws IOException {
    if (!Files.exists(file) || Files.size(file) == 0) {
      return;
    }
    try (SeekableByteChannel whole =
        Files.newByteChannel(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      ByteBuffer last = ByteBuffer.allocate(1);
      whole.position(whole.size() - 1);
      whole.read(last);
      if (last.get(0) != '\n') {
        whole.position(whole.size());
        whole.write(ByteBuffer.wrap(new byte[] {'\n'}));
      }
    }
  }
}
