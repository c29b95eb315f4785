package io.ringwright.it;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/** The files in {@code integration-tests/asterisk}, which travel as resources. */
final class LabFiles {

  private LabFiles() {}

  /** Copies a file as it is. */
  static void copy(String name, Path target) throws IOException {
    try (InputStream in = open("asterisk/" + name)) {
      Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Writes a file with every {@code @NAME@} replaced by its value. */
  static void render(String resource, Path target, Map<String, String> values) throws IOException {
    try (InputStream in = open(resource)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      Files.writeString(target, fill(text, values));
    }
  }

  /** A text with every {@code @NAME@} replaced by its value. */
  static String fill(String text, Map<String, String> values) {
    String filled = text;
    for (Map.Entry<String, String> value : values.entrySet()) {
      filled = filled.replace("@" + value.getKey() + "@", value.getValue());
    }
    return filled;
  }

  /** The last lines of a log, for messages; empty if it cannot be read. */
  static String tail(Path log, int lines) {
    try {
      var all = Files.readAllLines(log, StandardCharsets.ISO_8859_1);
      return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
    } catch (IOException e) {
      return "";
    }
  }

  /** Makes folders below one. */
  static void folders(Path parent, String... names) {
    try {
      for (String name : names) {
        Files.createDirectories(parent.resolve(name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InputStream open(String resource) throws FileNotFoundException {
    InputStream in = LabFiles.class.getResourceAsStream(resource);
    if (in == null) {
      throw new FileNotFoundException("resource " + resource);
    }
    return in;
  }
}
