package io.ringwright.journal.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.ringwright.journal.JournalException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Lets one journal object at a time use the files, in this process and over all processes. The lock
 * file is not the database: to close any channel on a file gives back all locks that the process
 * has on it, those of SQLite included.
 */
final class JournalLock implements AutoCloseable {

  /** Behind what is written in the file, so that others can read who holds it. */
  private static final long LOCKED_BYTE = 1 << 20;

  private static final int LONGEST_NUMBER = 20;

  private final FileChannel channel;
  private final String claim;

  private JournalLock(FileChannel channel, String claim) {
    this.channel = channel;
    this.claim = claim;
  }

  static JournalLock take(JournalFiles files) {
    String claim = "io.ringwright.journal.sqlite.open:" + realPath(files);
    // A property is seen through every class loader. A second channel on the lock file must not
    // even be opened here: closing it would give the lock of the first one back.
    if (System.getProperties().putIfAbsent(claim, "open") != null) {
      throw inUse(files, "another journal object of this process");
    }
    try {
      return new JournalLock(locked(files), claim);
    } catch (IOException failure) {
      System.getProperties().remove(claim);
      throw Refusal.of(files.database(), failure);
    } catch (RuntimeException | Error failure) {
      System.getProperties().remove(claim);
      throw failure;
    }
  }

  private static String realPath(JournalFiles files) {
    Path folder = files.folder();
    if (!Files.isDirectory(folder)) {
      throw Refusal.of(
          files.database(),
          "the folder " + folder + " does not exist",
          "Make it, or name another.");
    }
    try {
      Path file = files.database();
      return Files.exists(file)
          ? file.toRealPath().toString()
          : folder.toRealPath().resolve(file.getFileName()).toString();
    } catch (IOException failure) {
      throw Refusal.of(files.database(), failure);
    }
  }

  private static FileChannel locked(JournalFiles files) throws IOException {
    FileChannel channel =
        FileChannel.open(
            files.lock(),
            StandardOpenOption.CREATE,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE);
    try {
      if (tryLock(channel) == null) {
        throw inUse(files, "process " + holder(channel));
      }
      channel.truncate(0);
      channel.write(ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(UTF_8)));
      return channel;
    } catch (IOException | RuntimeException | Error failure) {
      channel.close();
      throw failure;
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock(LOCKED_BYTE, 1, false);
    } catch (OverlappingFileLockException here) {
      return null;
    }
  }

  private static String holder(FileChannel channel) throws IOException {
    ByteBuffer number = ByteBuffer.allocate(LONGEST_NUMBER);
    channel.read(number, 0);
    return UTF_8.decode(number.flip()).toString();
  }

  private static JournalException inUse(JournalFiles files, String holder) {
    return Refusal.of(
        files.database(),
        "it is in use by " + holder,
        "Stop that one first, or name another file: a journal has one user at a time.");
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      System.getProperties().remove(claim);
    }
  }
}
