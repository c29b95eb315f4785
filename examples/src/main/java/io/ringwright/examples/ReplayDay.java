package io.ringwright.examples;

import io.ringwright.CallRouter;
import io.ringwright.directory.PhoneList;
import io.ringwright.fakeasterisk.FakePbx;
import io.ringwright.fakeasterisk.PbxUnderTest.CallPlan;
import io.ringwright.fakeasterisk.PhoneBehaviour;
import io.ringwright.memory.InMemoryDirectory;
import io.ringwright.recording.EventFile;
import io.ringwright.replay.EventReplay;
import io.ringwright.replay.ReplayReport;
import io.ringwright.testkit.ManualClock;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;

/**
 * A day of a small office, recorded to a file; then the same day once more, out of the file; then
 * the question what would have been otherwise, had Cleo helped out in sales.
 */
public final class ReplayDay {

  private static final int CALLS = 60;

  private ReplayDay() {}

  /**
   * Records, replays and compares.
   *
   * @param arguments where to record; a temporary file if nothing is said
   * @throws IOException if the file cannot be written
   */
  public static void main(String[] arguments) throws IOException {
    Path file =
        arguments.length == 0
            ? Files.createTempDirectory("ringwright").resolve("day.events")
            : Path.of(arguments[0]);
    run(file, System.out);
  }

  static void run(Path file, PrintStream out) {
    record(file);
    out.println("Recorded to " + file);

    // begin: replay
    ReplayReport report =
        EventReplay.with(sales("100", "101")).comparedWith(sales("100", "101", "102")).replay(file);
    out.println(report); // … events, … decisions: identical
    report.alternatives().stream().limit(3).forEach(out::println);
    // end: replay
    out.println("… " + report.otherwise() + " of these decisions would have been otherwise.");
  }

  private static PhoneList sales(String... members) {
    return PhoneList.builder()
        .extension("100", anna -> anna.device("PJSIP/100"))
        .extension("101", ben -> ben.device("PJSIP/101").wrapUp(Duration.ofSeconds(20)))
        .extension("102", cleo -> cleo.device("PJSIP/102"))
        .huntGroup(
            "700",
            group -> {
              for (String member : members) {
                group.member(member);
              }
            })
        .build();
  }

  private static void record(Path file) {
    PhoneList phones = sales("100", "101");
    ManualClock clock = ManualClock.onMondayMorning();
    FakePbx pbx = new FakePbx(clock, phones);
    try (EventFile events = EventFile.open(file)) {
      CallRouter router =
          CallRouter.builder(new InMemoryDirectory(phones), pbx)
              .clock(clock)
              .recorder(events)
              .singleThreaded()
              .build();
      pbx.connect(router);
      Random chance = new Random(1);
      for (String phone : new String[] {"100", "101", "102"}) {
        pbx.phone(phone, PhoneBehaviour.answers(Duration.ofSeconds(4), Duration.ofMinutes(3)));
      }
      for (int call = 0; call < CALLS; call++) {
        String dialled = chance.nextInt(5) == 0 ? "102" : "700";
        pbx.call(CallPlan.of("0301" + (1000 + call), dialled).withPatience(Duration.ofMinutes(4)));
        clock.advance(Duration.ofSeconds(chance.nextInt(180)));
      }
      clock.advance(Duration.ofMinutes(10));
    }
  }
}
