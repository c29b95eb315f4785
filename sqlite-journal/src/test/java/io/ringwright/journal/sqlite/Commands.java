package io.ringwright.journal.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** Programs of the operating system, as far as this machine lets a test use them. */
final class Commands {

  private Commands() {}

  /** Whether it ran and was content. */
  static boolean run(String... command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(10, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException notThere) {
      return false;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** A disk of 4 MB in memory. */
  static boolean mountSmallDisk(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException failure) {
      return false;
    }
    return run("mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", folder.toString());
  }

  /** Writes until no room is left. */
  static void fill(Path file) {
    byte[] block = new byte[4096];
    try (var out = Files.newOutputStream(file)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException full) {
      // That is what it is for.
    }
  }
}
