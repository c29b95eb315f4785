package io.ringwright.recording;

import io.ringwright.call.RoutingAnswer;
import io.ringwright.event.EventFormatException;
import io.ringwright.event.EventRecorder;
import io.ringwright.event.JournalEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A recording of events and decisions: a text file, one line each, whose first line names the
 * version.
 *
 * <p>It grows at its end: a start of the engine begins a new part, which replays by itself. Each
 * line is handed to the operating system at once, so that it outlives the end of this program,
 * though not that of the machine. A line that was cut off by such an end is removed when the file
 * is opened again.
 *
 * <p>Errors: once the file is as long as it may be, cannot be written, or {@linkplain #missed
 * something was dropped}, it takes nothing down any more, since a gap would spoil a replay. What
 * was written before replays. The listener of the router's listener is told once, by {@code
 * failed}.
 *
 * <p>Thread safety: may be used by many threads.
 *
 * @see EventText
 */
public final class EventFile implements EventRecorder, AutoCloseable {

  /** What the first line says. */
  public static final String HEADER = "ringwright-events 1";

  /** How long a file may grow unless something else is said: 1 GiB, some 8 million lines. */
  public static final long DEFAULT_LIMIT = 1L << 30;

  private final Object lock = new Object();
  private final Path path;
  private final FileChannel file;
  private final long limit;
  private long length;
  private boolean stopped;

  private EventFile(Path path, FileChannel file, long limit) {
    this.path = path;
    this.file = file;
    this.limit = limit;
  }

  /**
   * Opens a recording, and makes it if it is not there.
   *
   * @param path where; its directory must be there
   * @return the recording, up to {@link #DEFAULT_LIMIT}
   * @throws UncheckedIOException if the file cannot be opened
   * @throws EventFormatException if there is a file, and its first line is not {@link #HEADER}
   */
  public static EventFile open(Path path) {
    return open(path, DEFAULT_LIMIT);
  }

  /**
   * Opens a recording, and makes it if it is not there.
   *
   * @param path where; its directory must be there
   * @param limit how many bytes it may have, above zero
   * @return the recording
   * @throws UncheckedIOException if the file cannot be opened
   * @throws EventFormatException if there is a file, and its first line is not {@link #HEADER}
   */
  public static EventFile open(Path path, long limit) {
    if (limit <= 0) {
      throw new IllegalArgumentException("limit " + limit + " is not valid: expected above 0");
    }
    try {
      FileChannel file =
          FileChannel.open(
              path, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      try {
        EventFile opened = new EventFile(path, file, limit);
        opened.begin();
        return opened;
      } catch (IOException | RuntimeException failure) {
        file.close();
        throw failure;
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot open the event file " + path, failure);
    }
  }

  @Override
  public void happened(JournalEntry entry) {
    write(new EventText.Happened(entry));
  }

  @Override
  public void delivering(RoutingAnswer answer) {
    write(new EventText.Delivered(answer.call(), answer.decision()));
  }

  @Override
  public void decided(RoutingAnswer answer) {
    write(EventText.Answered.of(answer));
  }

  /**
   * Ends the recording: a gap would spoil a replay. The file says in a line how much is missing.
   */
  @Override
  public void missed(long tellings) {
    synchronized (lock) {
      if (stopped) {
        return;
      }
      try {
        append("# the recorder fell behind: " + tellings + " tellings are missing from here on");
      } catch (IOException failure) {
        throw new UncheckedIOException("cannot write the event file " + path, failure);
      } finally {
        stopped = true;
      }
    }
    throw new IllegalStateException(
        "the event file "
            + path
            + " has a gap: "
            + tellings
            + " tellings were dropped because the recorder or the listener was too slow; nothing"
            + " more is taken down.\nWhat was recorded before replays. A start of the engine records"
            + " again; look at what blocks the listener or the disk");
  }

  /**
   * Whether it still records.
   *
   * @return false once it is full, closed, has a gap, or could not be written
   */
  public boolean isRecording() {
    synchronized (lock) {
      return !stopped;
    }
  }

  /**
   * Ends the recording. What comes later is not recorded.
   *
   * @throws UncheckedIOException if the file cannot be closed
   */
  @Override
  public void close() {
    synchronized (lock) {
      stopped = true;
      try {
        file.close();
      } catch (IOException failure) {
        throw new UncheckedIOException("cannot close the event file " + path, failure);
      }
    }
  }

  private void begin() throws IOException {
    synchronized (lock) {
      if (file.size() == 0) {
        append(HEADER);
        return;
      }
      ByteBuffer first = ByteBuffer.allocate(HEADER.length() + 1);
      file.read(first, 0);
      EventFileReader.requireHeader(
          new String(first.array(), 0, first.position(), StandardCharsets.UTF_8).stripTrailing(),
          path);
      length = endOfLastLine();
      file.truncate(length);
    }
  }

  /** Where the last whole line ends. */
  private long endOfLastLine() throws IOException {
    ByteBuffer one = ByteBuffer.allocate(1);
    for (long end = file.size(); end > 0; end--) {
      file.read(one.clear(), end - 1);
      if (one.get(0) == '\n') {
        return end;
      }
    }
    return 0;
  }

  private void write(EventText line) {
    synchronized (lock) {
      if (stopped) {
        return;
      }
      try {
        append(line.text());
      } catch (IOException failure) {
        stopped = true;
        throw new UncheckedIOException("cannot write the event file " + path, failure);
      }
    }
  }

  private void append(String line) throws IOException {
    byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
    if (length + bytes.length > limit) {
      stopped = true;
      throw new IllegalStateException(
          "the event file "
              + path
              + " is full: "
              + limit
              + " bytes; nothing more is taken down.\nMove it away before the next start, or allow"
              + " it more");
    }
    ByteBuffer rest = ByteBuffer.wrap(bytes);
    for (long at = length; rest.hasRemaining(); at += file.write(rest, at)) {
      // As often as the operating system wants it.
    }
    length += bytes.length;
  }
}
