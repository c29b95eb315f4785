package io.ringwright.records;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** When a file is put aside, and under which name. */
sealed interface Rotation {

  /** Puts the file aside if it is time, before a line of this length is written. */
  void before(Path file, Instant at, int length) throws IOException;

  /** Never: somebody else does, such as logrotate. */
  record Never() implements Rotation {
    @Override
    public void before(Path file, Instant at, int length) {}
  }

  /**
   * With the first line of another day: as {@code queue_log.2026-01-05}, the day that is over.
   *
   * @param zone where a day begins
   */
  record Daily(ZoneId zone) implements Rotation {
    @Override
    public void before(Path file, Instant at, int length) throws IOException {
      LocalDate today = LocalDate.ofInstant(at, zone);
      LocalDate written = LocalDate.ofInstant(Files.getLastModifiedTime(file).toInstant(), zone);
      if (written.isBefore(today)) {
        Path aside = sibling(file, "" + written);
        for (int more = 1; Files.exists(aside); more++) {
          aside = sibling(file, written + "." + more);
        }
        Files.move(file, aside);
      }
    }
  }

  /**
   * When it would be longer than so many bytes: as {@code queue_log.1}, and the older ones each a
   * number up.
   *
   * @param bytes the longest file
   * @param kept how many are kept beside the one that is written
   */
  record BySize(long bytes, int kept) implements Rotation {
    @Override
    public void before(Path file, Instant at, int length) throws IOException {
      if (Files.size(file) == 0 || Files.size(file) + length <= bytes) {
        return;
      }
      for (int number = kept; number > 0; number--) {
        Path older = number == 1 ? file : sibling(file, "" + (number - 1));
        if (Files.exists(older)) {
          Files.move(older, sibling(file, "" + number), StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private static Path sibling(Path file, String suffix) {
    return file.resolveSibling(file.getFileName() + "." + suffix);
  }
}
