package io.ringwright.recording;

import io.ringwright.event.EventFormatException;
import io.ringwright.event.PhoneLists;
import io.ringwright.text.FieldReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Reads a recording line by line, however long it is. Empty lines and those that begin with {@code
 * #} say nothing; a last line without an end was cut off, and is left out.
 *
 * <p>Thread safety: one thread.
 */
public final class EventFileReader implements AutoCloseable {

  private static final int LONGEST_LINE = 64 << 20;

  private final Path path;
  private final PhoneLists phoneLists;
  private final BufferedReader text;
  private long line;

  private EventFileReader(Path path, PhoneLists phoneLists, BufferedReader text) {
    this.path = path;
    this.phoneLists = phoneLists;
    this.text = text;
  }

  /**
   * Opens a recording.
   *
   * @param path where it is
   * @param phoneLists the lists to which it refers
   * @return a reader before the first line
   * @throws UncheckedIOException if the file cannot be read
   * @throws EventFormatException if it is no recording, or one of another version
   */
  public static EventFileReader open(Path path, PhoneLists phoneLists) {
    try {
      EventFileReader reader =
          new EventFileReader(
              path, phoneLists, Files.newBufferedReader(path, StandardCharsets.UTF_8));
      try {
        requireHeader(reader.line().orElse(""), path);
        return reader;
      } catch (RuntimeException failure) {
        reader.close();
        throw failure;
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read the event file " + path, failure);
    }
  }

  /**
   * Reads on.
   *
   * @return what the next line says, or empty at the end
   * @throws UncheckedIOException if the file cannot be read
   * @throws EventFormatException if the line is malformed; the message names the line
   */
  public Optional<EventText> next() {
    try {
      Optional<String> words = line();
      while (words.isPresent() && (words.get().isEmpty() || words.get().startsWith("#"))) {
        words = line();
      }
      return words.map(this::parsed);
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot read the event file " + path, failure);
    }
  }

  /**
   * Which line was read last.
   *
   * @return its number, from 1
   */
  public long lineNumber() {
    return line;
  }

  /**
   * Ends the reading.
   *
   * @throws UncheckedIOException if the file cannot be closed
   */
  @Override
  public void close() {
    try {
      text.close();
    } catch (IOException failure) {
      throw new UncheckedIOException("cannot close the event file " + path, failure);
    }
  }

  static void requireHeader(String found, Path path) {
    if (!found.equals(EventFile.HEADER)) {
      throw new EventFormatException(
          path
              + ", line 1: '"
              + FieldReader.shown(found)
              + "' is not valid: expected '"
              + EventFile.HEADER
              + "'.\nMaybe it is no recording, or it was made by another version: replay it with"
              + " that one");
    }
  }

  private EventText parsed(String words) {
    try {
      return EventText.parse(words, phoneLists);
    } catch (EventFormatException malformed) {
      throw malformed.at(
          path + ", line " + line,
          "Mend or remove the line, or replay with the version that wrote it");
    }
  }

  /** The next line, if it has an end. */
  private Optional<String> line() throws IOException {
    StringBuilder words = new StringBuilder();
    for (int c = text.read(); c != '\n'; c = text.read()) {
      if (c < 0) {
        return Optional.empty();
      }
      if (words.length() == LONGEST_LINE) {
        throw new EventFormatException(path + ", line " + (line + 1) + " does not end");
      }
      words.append((char) c);
    }
    line++;
    return Optional.of(words.toString());
  }
}
