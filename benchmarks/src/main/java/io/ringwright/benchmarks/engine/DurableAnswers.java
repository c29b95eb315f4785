package io.ringwright.benchmarks.engine;

import io.ringwright.CallRouter;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.journal.Durability;
import io.ringwright.journal.sqlite.SqliteJournal;
import io.ringwright.memory.InMemoryDirectory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * From question to durable answer, one arrival at a time, against what the disk needs to take a
 * block: both in turn in one run, in files beside each other.
 */
final class DurableAnswers {

  private static final int BLOCK = 4096;
  private static final int ROUNDS = 20;
  private static final int A_ROUND = 100;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  private DurableAnswers() {}

  /**
   * What was measured.
   *
   * @param answers from question to answer
   * @param disk one write of 4096 bytes at the end of a file, and fdatasync
   */
  record Measured(Nanos answers, Nanos disk) {}

  /** Measures, in a new folder of the working directory, which is deleted afterwards. */
  static Measured measured() throws IOException {
    Path folder = Files.createTempDirectory(Path.of("").toAbsolutePath(), "durable");
    try {
      return measured(folder);
    } finally {
      delete(folder);
    }
  }

  private static Measured measured(Path folder) throws IOException {
    long[] answers = new long[ROUNDS * A_ROUND];
    long[] disk = new long[ROUNDS * A_ROUND];
    try (CallRouter router = router(folder);
        FileChannel raw =
            FileChannel.open(
                folder.resolve("raw"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      for (int round = -ROUNDS / 4; round < ROUNDS; round++) {
        for (int each = 0; each < A_ROUND; each++) {
          int at = Math.max(0, round) * A_ROUND + each;
          answers[at] = answer(router, (long) (round + ROUNDS) * A_ROUND + each);
          disk[at] = write(raw);
        }
      }
    }
    return new Measured(new Nanos(answers, answers.length), new Nanos(disk, disk.length));
  }

  private static CallRouter router(Path folder) {
    CallRouter router =
        CallRouter.builder(new InMemoryDirectory(Houses.oneGroup(10)))
            .journal(SqliteJournal.at(folder.resolve("calls.db")).patience(PATIENCE).build())
            .build();
    router.pbxConnected(OpenHouse.connected());
    return router;
  }

  private static long answer(CallRouter router, long serial) {
    InboundCall call = OpenHouse.arrival(serial, DirectoryNumber.of(Houses.GROUP));
    long before = System.nanoTime();
    router.callArrived(call);
    long took = System.nanoTime() - before;
    if (!(router.durability() instanceof Durability.Durable)) {
      throw new IllegalStateException("an answer was not durable: " + router.durability());
    }
    return took;
  }

  private static long write(FileChannel raw) throws IOException {
    ByteBuffer block = ByteBuffer.allocate(BLOCK);
    long before = System.nanoTime();
    while (block.hasRemaining()) {
      raw.write(block);
    }
    raw.force(false);
    return System.nanoTime() - before;
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path each : all) {
      Files.delete(each);
    }
  }
}
