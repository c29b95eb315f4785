package io.ringwright.journal.sqlite;

import io.ringwright.CallRouter;
import io.ringwright.RouterTicker;
import io.ringwright.availability.DeviceReport;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.RingTarget;
import io.ringwright.call.RoutingAnswer;
import io.ringwright.call.RoutingDecision.Ring;
import io.ringwright.call.RoutingDecision.Wait;
import io.ringwright.call.Visit;
import io.ringwright.memory.InMemoryDirectory;
import io.ringwright.port.PbxSnapshot;
import io.ringwright.port.RoutingListener;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program that is killed: the engine on a SQLite journal. First it prints what it took up from
 * the journal, then callers, phones and people keep it busy, and it prints what it is about to say
 * to the engine, and what the engine acknowledged.
 */
final class EngineVictim {

  static final int THREADS = 4;

  private static final Pattern CALL = Pattern.compile("call call=(\\S+) .* phase=(\\S+) .*");
  private static final Pattern PHONE = Pattern.compile(" (?:phone|extension)=(\\d+)");

  private EngineVictim() {}

  /**
   * Runs until it is killed.
   *
   * @param arguments file of the journal; a word that names calls of this process; whether it is
   *     only to print what it took up
   */
  public static void main(String[] arguments) {
    // A patience that a slow machine does not exhaust: whatever is answered is kept.
    SqliteJournal sqlite =
        SqliteJournal.at(Path.of(arguments[0]))
            .imageEvery(500)
            .patience(Duration.ofMinutes(1))
            .build();
    OpenedJournal journal = new OpenedJournal(sqlite);
    VictimTelephony telephony = new VictimTelephony();
    CallRouter router =
        CallRouter.builder(new InMemoryDirectory(VictimWorld.phones()), telephony)
            .journal(journal)
            .listener(new Told())
            .build();
    Set<CallId> known = print(router, journal.image());
    if (Boolean.parseBoolean(arguments[2])) {
      router.close();
      return;
    }
    router.pbxConnected(snapshot(known));
    telephony.landAt(router);
    RouterTicker.start(router, Executors.newSingleThreadScheduledExecutor());
    for (int number = 0; number < THREADS; number++) {
      int thread = number;
      List<CallId> own =
          known.stream()
              .filter(call -> Math.floorMod(call.value().hashCode(), THREADS) == thread)
              .toList();
      new Thread(new VictimLoad(router, arguments[1] + "t" + number, own)).start();
    }
  }

  /** What the engine took up. */
  private static Set<CallId> print(CallRouter router, String image) {
    Set<CallId> known = new HashSet<>();
    for (String line : image.lines().toList()) {
      Matcher call = CALL.matcher(line);
      if (call.matches()) {
        known.add(CallId.of(call.group(1)));
        say("found call " + call.group(1) + " " + call.group(2));
      }
      Matcher phone = PHONE.matcher(line);
      while ((line.startsWith("call ") || line.startsWith("attempt ")) && phone.find()) {
        say("found busy " + phone.group(1));
      }
    }
    router.waitingCalls().forEach(call -> say("found queue " + call.id()));
    for (String number : VictimWorld.EXTENSIONS) {
      say("found attends " + number + " " + VictimWorld.word(router, number));
    }
    say("found all");
    return known;
  }

  private static PbxSnapshot snapshot(Set<CallId> known) {
    List<DeviceReport> idle =
        VictimWorld.EXTENSIONS.stream()
            .map(
                number ->
                    new DeviceReport(
                        Device.of("PJSIP/" + number), DeviceState.NOT_IN_USE, Set.of()))
            .toList();
    return new PbxSnapshot(
        VictimWorld.PBX, InstantSource.system().instant(), idle, known, List.of());
  }

  /** A line; those that wait for an answer of the engine name their thread. */
  static void say(String line) {
    System.out.println(line);
  }

  static void acknowledged(String thread, RoutingAnswer answer) {
    String said =
        answer.decision() instanceof Ring ring
            ? "ring " + ring.token() + " " + extensions(ring)
            : answer.decision() instanceof Wait wait
                ? "wait " + wait.position()
                : "over " + answer.decision();
    say("ack " + thread + " " + answer.call() + " " + said);
  }

  private static String extensions(Ring ring) {
    return String.join(
        ",",
        ring.targets().stream().map(RingTarget::extension).map(DirectoryNumber::digits).toList());
  }

  /** What listeners are told is kept. */
  private static final class Told implements RoutingListener {
    @Override
    public void ended(Visit visit, CallOutcome outcome, Duration waited) {
      say("told " + visit.call() + " " + outcome);
    }

    @Override
    public void failed(String what, RuntimeException failure) {
      say("failed " + what + " " + failure);
    }
  }
}
