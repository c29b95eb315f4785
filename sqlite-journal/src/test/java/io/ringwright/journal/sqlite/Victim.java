package io.ringwright.journal.sqlite;

import io.ringwright.call.CallId;
import io.ringwright.event.RouterEvent;
import io.ringwright.journal.JournalException;
import io.ringwright.journal.Proposal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A program that is killed: four threads append as fast as answers come, and print what was
 * acknowledged.
 */
final class Victim {

  static final int THREADS = 4;

  private Victim() {}

  /** Starts it in a process of its own. */
  static Process start(Path file, String what) throws IOException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return new ProcessBuilder(
            List.of(
                java.toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xmx128m",
                "-cp",
                System.getProperty("java.class.path"),
                Victim.class.getName(),
                file.toString(),
                what))
        .redirectErrorStream(true)
        .start();
  }

  public static void main(String[] arguments) {
    TallyMachine machine = new TallyMachine();
    // A patience that a slow machine does not exhaust: whatever is answered is kept.
    SqliteJournal journal =
        SqliteJournal.at(Path.of(arguments[0]))
            .imageEvery(500)
            .patience(Duration.ofMinutes(1))
            .build();
    try {
      journal.open(machine);
    } catch (JournalException refused) {
      System.out.println("refused " + refused.getMessage());
      return;
    }
    System.out.println("open");
    for (int number = 0; number < THREADS; number++) {
      String thread = "t" + number;
      new Thread(() -> append(journal, thread, machine.reached(thread))).start();
    }
  }

  private static void append(SqliteJournal journal, String thread, int reached) {
    for (int next = reached + 1; ; next++) {
      CallId call = CallId.of(thread + "-" + next);
      journal.append(Proposal.of(new RouterEvent.Ended(call))).toCompletableFuture().join();
      System.out.println("ack " + call);
    }
  }
}
