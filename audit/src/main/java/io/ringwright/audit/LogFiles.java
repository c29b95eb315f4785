package io.ringwright.audit;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;

/**
 * Reads log files line by line, one after the other, in bounded memory. What cannot be read is
 * noted, and the next line or file follows.
 *
 * <p>Thread safety: for one thread.
 */
final class LogFiles {

  private static final int LONGEST_LINE = 16_384;

  private final List<Path> files;
  private final LogLineParser parser;
  private final Trouble trouble;

  LogFiles(List<Path> files, LogLineParser parser, Trouble trouble) {
    this.files = List.copyOf(files);
    this.parser = parser;
    this.trouble = trouble;
  }

  /** These files in the order of their first events: rotated ones are often named backwards. */
  static List<Path> inOrder(List<Path> files, LogLineParser parser) {
    Map<Path, Long> first = new HashMap<>();
    for (Path file : files) {
      LogFiles one = new LogFiles(List.of(file), parser, new Trouble());
      first.put(file, one.firstSecond(file));
    }
    return files.stream().sorted(Comparator.comparing(first::get)).toList();
  }

  private long firstSecond(Path file) {
    AtomicLong second = new AtomicLong(Long.MAX_VALUE);
    OneFile one = new OneFile(file, event -> second.compareAndSet(Long.MAX_VALUE, event.second()));
    one.readWhile(() -> second.get() == Long.MAX_VALUE);
    return second.get();
  }

  /** Hands on each event that can be read; gives the number of lines. */
  long read(Consumer<LogEvent> events) {
    long lines = 0;
    for (Path file : files) {
      lines += new OneFile(file, events).read();
    }
    return lines;
  }

  /** One file, from its first byte to its last, or to where it breaks. */
  private final class OneFile {
    private final Path file;
    private final Consumer<LogEvent> events;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(256);
    private long number;
    private boolean tooLong;

    OneFile(Path file, Consumer<LogEvent> events) {
      this.file = file;
      this.events = events;
    }

    long read() {
      return readWhile(() -> true);
    }

    long readWhile(BooleanSupplier goesOn) {
      try (InputStream in = open()) {
        byte[] bytes = new byte[65_536];
        for (int count = in.read(bytes);
            count >= 0 && goesOn.getAsBoolean();
            count = in.read(bytes)) {
          take(bytes, count);
        }
        if (line.size() > 0 || tooLong) {
          endLine();
        }
      } catch (IOException broken) {
        trouble.note("the file breaks off: " + broken.getClass().getSimpleName(), place());
      }
      return number;
    }

    private InputStream open() throws IOException {
      InputStream in = new BufferedInputStream(Files.newInputStream(file), 65_536);
      return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
    }

    private void take(byte[] bytes, int count) {
      int from = 0;
      for (int i = 0; i < count; i++) {
        if (bytes[i] == '\n') {
          keep(bytes, from, i);
          endLine();
          from = i + 1;
        }
      }
      keep(bytes, from, count);
    }

    private void keep(byte[] bytes, int from, int to) {
      if (line.size() + to - from > LONGEST_LINE) {
        tooLong = true;
      } else if (!tooLong) {
        line.write(bytes, from, to - from);
      }
    }

    private void endLine() {
      number++;
      try {
        String text = tooLong ? "" : text();
        if (tooLong) {
          throw new LogLineParser.Unreadable("longer than " + LONGEST_LINE + " bytes");
        }
        if (!text.isEmpty()) {
          events.accept(parser.parse(text));
        }
      } catch (LogLineParser.Unreadable unreadable) {
        trouble.note(String.valueOf(unreadable.getMessage()), place());
      } finally {
        line.reset();
        tooLong = false;
      }
    }

    /** The line without what Windows adds. Names that are not UTF-8 are taken for Latin-1. */
    private String text() throws LogLineParser.Unreadable {
      byte[] bytes = line.toByteArray();
      int length = bytes.length;
      if (length > 0 && bytes[length - 1] == '\r') {
        length--;
      }
      boolean ascii = true;
      for (int i = 0; i < length; i++) {
        if (bytes[i] >= 0 && bytes[i] < ' ' && bytes[i] != '\t') {
          throw new LogLineParser.Unreadable("a control character: binary, or UTF-16");
        }
        ascii &= bytes[i] >= 0;
      }
      return ascii
          ? new String(bytes, 0, length, StandardCharsets.US_ASCII)
          : decoded(bytes, length);
    }

    private String decoded(byte[] bytes, int length) {
      try {
        return withoutMark(
            StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes, 0, length))
                .toString());
      } catch (CharacterCodingException otherEncoding) {
        trouble.note("not UTF-8, taken for Latin-1 (the line counts)", place());
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
      }
    }

    private String withoutMark(String text) {
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private String place() {
      return file.getFileName() + ":" + number;
    }
  }
}
