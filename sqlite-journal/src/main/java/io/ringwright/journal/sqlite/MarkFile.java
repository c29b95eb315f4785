package io.ringwright.journal.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The file that knows up to which entry answers were given. SQLite takes a damaged write-ahead log
 * for a shorter one and says nothing; the mark tells the two apart.
 *
 * <p>Two slots of one line each are written in turn, so that a write that is cut off leaves the
 * other one.
 *
 * <p>Thread safety: for one thread at a time.
 */
final class MarkFile implements AutoCloseable {

  static final int SLOT_BYTES = 4096;
  private static final int LONGEST_LINE = 256;
  private static final String FORM =
      "ringwright-journal-mark 1 id=%s generation=%d sequence=%d chain=%08x";
  private static final Pattern LINE =
      Pattern.compile(
          "(ringwright-journal-mark 1 id=(\\S+) generation=(\\d{1,18}) sequence=(\\d{1,18})"
              + " chain=([0-9a-f]{8})) crc=([0-9a-f]{8})\n");

  private final Path path;
  private FileChannel channel;
  private long generation;

  /**
   * What the file says.
   *
   * @param id of the journal
   * @param generation how often the mark was written before
   * @param sequence the highest acknowledged entry
   * @param chain its checksum
   */
  record Mark(String id, long generation, long sequence, int chain) {

    static Mark first(String id, long sequence, int chain) {
      return new Mark(id, 1, sequence, chain);
    }

    private String line() {
      String line = FORM.formatted(id, generation, sequence, chain);
      return line + " crc=%08x\n".formatted(Chain.text(line));
    }

    private static Optional<Mark> parse(String text) {
      Matcher line = LINE.matcher(text);
      if (!line.lookingAt()
          || Integer.parseUnsignedInt(line.group(6), 16) != Chain.text(line.group(1))) {
        return Optional.empty();
      }
      return Optional.of(
          new Mark(
              line.group(2),
              Long.parseLong(line.group(3)),
              Long.parseLong(line.group(4)),
              Integer.parseUnsignedInt(line.group(5), 16)));
    }
  }

  /**
   * What was read.
   *
   * @param present whether there is a file
   * @param mark the newest mark in it
   * @param whole whether both slots could be read
   */
  record Reading(boolean present, Optional<Mark> mark, boolean whole) {}

  private MarkFile(Path path, FileChannel channel, long generation) {
    this.path = path;
    this.channel = channel;
    this.generation = generation;
  }

  static Reading read(Path path) throws IOException {
    if (!Files.exists(path)) {
      return new Reading(false, Optional.empty(), false);
    }
    List<Mark> marks = new ArrayList<>();
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
      for (int slot = 0; slot < 2; slot++) {
        ByteBuffer line = ByteBuffer.allocate(LONGEST_LINE);
        file.read(line, (long) slot * SLOT_BYTES);
        Mark.parse(UTF_8.decode(line.flip()).toString()).ifPresent(marks::add);
      }
    }
    Optional<Mark> newest = marks.stream().max(Comparator.comparingLong(Mark::generation));
    return new Reading(true, newest, marks.size() == 2);
  }

  /** Makes the file anew, or replaces it, with the same mark in both slots. */
  static void create(Path path, Mark mark) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(2 * SLOT_BYTES);
    for (int at = 0; at < bytes.capacity(); at++) {
      bytes.put(at, (byte) (at % SLOT_BYTES == SLOT_BYTES - 1 ? '\n' : ' '));
    }
    Mark next = new Mark(mark.id(), mark.generation() + 1, mark.sequence(), mark.chain());
    bytes.put(slotOf(mark) * SLOT_BYTES, mark.line().getBytes(UTF_8));
    bytes.put(slotOf(next) * SLOT_BYTES, next.line().getBytes(UTF_8));
    Path fresh = path.resolveSibling(path.getFileName() + ".new");
    try (FileChannel file =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      writeAll(file, bytes, 0);
      file.force(true);
    }
    Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    Folder.force(path);
  }

  /** Opens an existing file to go on after the mark that was read. */
  static MarkFile open(Path path, Mark newest) throws IOException {
    return new MarkFile(path, channel(path), newest.generation());
  }

  private static FileChannel channel(Path path) throws IOException {
    return FileChannel.open(path, StandardOpenOption.WRITE);
  }

  /** Writes the next mark and waits until the disk has it. */
  void write(String id, long sequence, int chain) throws IOException {
    if (!channel.isOpen()) {
      // An interrupt closes a channel.
      channel = channel(path);
    }
    Mark mark = new Mark(id, generation + 1, sequence, chain);
    writeAll(
        channel, ByteBuffer.wrap(mark.line().getBytes(UTF_8)), (long) slotOf(mark) * SLOT_BYTES);
    channel.force(false);
    generation++;
  }

  private static int slotOf(Mark mark) {
    return (int) (mark.generation() % 2);
  }

  private static void writeAll(FileChannel file, ByteBuffer bytes, long at) throws IOException {
    long position = at;
    while (bytes.hasRemaining()) {
      position += file.write(bytes, position);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
