package io.ringwright.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** The folders that a laboratory's Asterisk needs. */
final class LabFolder {

  private static final AtomicInteger LAST = new AtomicInteger();

  private LabFolder() {}

  /** A new folder for configuration and logs, which stays: below {@code target} if that is here. */
  static Path create() throws IOException {
    String name = "asterisk-" + ProcessHandle.current().pid() + "-" + LAST.incrementAndGet();
    Path target = Path.of("target");
    Path folder =
        Files.isDirectory(target)
            ? Files.createDirectories(target.resolve("lab").resolve(name))
            : Files.createTempDirectory("ringwright-" + name);
    Files.createDirectories(folder.resolve("log"));
    Path absolute = folder.toAbsolutePath();
    LabFiles.copy("leash.sh", absolute.resolve("leash.sh"));
    return absolute;
  }

  /** A folder with a short path, which Asterisk's control socket must have. To be deleted. */
  static Path createShort() throws IOException {
    return Files.createTempDirectory("ringwright");
  }

  /** Deletes a folder and the files in it. */
  static void delete(Path folder) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
