package io.ringwright.examples;

import io.ringwright.CallRouter;
import io.ringwright.call.CallId;
import io.ringwright.call.CallerId;
import io.ringwright.call.Channel;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.call.InboundCall.CalledAs;
import io.ringwright.call.PbxId;
import io.ringwright.call.Priority;
import io.ringwright.call.RememberedCall;
import io.ringwright.call.RingOutcome;
import io.ringwright.call.RoutingDecision.Ring;
import io.ringwright.directory.PhoneList;
import io.ringwright.journal.sqlite.SqliteJournal;
import io.ringwright.memory.InMemoryDirectory;
import io.ringwright.memory.RecentDecisions;
import io.ringwright.testkit.ManualClock;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Why did this call go there, an hour ago? And would what the engine answered survive a crash now?
 */
public final class AnHourLater {

  private static final CallId CALL = CallId.of("1");

  private AnHourLater() {}

  /**
   * Prints both answers.
   *
   * @param arguments where the journal is; a new file in a temporary folder if nothing is said
   * @throws IOException if the folder cannot be made
   */
  public static void main(String[] arguments) throws IOException {
    Path file =
        arguments.length == 0
            ? Files.createTempDirectory("ringwright").resolve("calls.journal")
            : Path.of(arguments[0]);
    run(file, System.out);
  }

  static void run(Path file, PrintStream out) {
    ManualClock clock = ManualClock.onMondayMorning();
    PhoneList phones =
        PhoneList.builder()
            .extension("100", anna -> anna.device("PJSIP/100").forwardOnNoReply("101"))
            .extension("101", ben -> ben.device("PJSIP/101"))
            .build();

    // begin: an hour later
    RecentDecisions recent = RecentDecisions.keeping(10_000, Duration.ofHours(2), clock);
    try (CallRouter router =
        CallRouter.builder(new InMemoryDirectory(phones))
            .journal(SqliteJournal.at(file).build())
            .clock(clock)
            .listener(recent)
            .singleThreaded()
            .build()) {
      nobodyAnswersAt100(router, clock);
      clock.advance(Duration.ofHours(1));
      recent.of(CALL).forEach(answer -> out.println(answer.explanation()));
      out.println(router.durability()); // durable
    }
    // end: an hour later
  }

  private static void nobodyAnswersAt100(CallRouter router, ManualClock clock) {
    Channel channel = new Channel(PbxId.of("house"), "PJSIP/trunk-1");
    CallerId caller = CallerId.of("0301234567");
    DirectoryNumber anna = DirectoryNumber.of("100");
    InboundCall call = new InboundCall(CALL, channel, caller, anna, CalledAs.ANY, Priority.NORMAL);
    Ring ring = (Ring) router.callArrived(call).decision();
    RememberedCall remembered =
        new RememberedCall(CALL, channel, caller, anna, Priority.NORMAL, clock.instant());
    clock.advance(Duration.ofSeconds(20));
    router.ringEnded(remembered, ring.token(), RingOutcome.NO_REPLY);
  }
}
