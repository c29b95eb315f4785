package io.ringwright.examples;

import io.ringwright.dialplan.Contexts;
import io.ringwright.directory.PhoneList;
import io.ringwright.examples.CallCentre.Asterisk;
import io.ringwright.fakeasterisk.FakeAsterisk;
import io.ringwright.fakeasterisk.PbxUnderTest.CallPlan;
import io.ringwright.fakeasterisk.PbxUnderTest.Caller;
import io.ringwright.fakeasterisk.PhoneBehaviour;
import io.ringwright.fakeasterisk.Sighting;
import io.ringwright.fakeasterisk.Sighting.Kind;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * The engine is killed with signal 9 while callers wait, and started again on the same journal. The
 * stand-in for Asterisk, the phones and the callers are in this process, the engine is in another.
 *
 * <p>Thread safety: one thread.
 */
final class CrashRehearsal implements AutoCloseable {

  /** Extension numbers and the people who have them. */
  static final Map<String, String> PEOPLE =
      new TreeMap<>(Map.of("8260", "Anna", "8261", "Ben", "8262", "Cleo"));

  private static final Duration RINGING = Duration.ofMillis(500);
  private static final PhoneBehaviour TALKS_LONG =
      PhoneBehaviour.answers(RINGING, Duration.ofMinutes(1));
  private static final PhoneBehaviour TALKS_BRIEFLY =
      PhoneBehaviour.answers(RINGING, Duration.ofSeconds(1));

  private static final List<CallPlan> TALKS =
      List.of(
          CallPlan.of("0301", "8260").withName("Doris"),
          CallPlan.of("0302", "8261").withName("Emil"));

  private static final List<CallPlan> CALLERS =
      List.of(
          CallPlan.of("0303", "700").withName("Frida"),
          CallPlan.of("0304", "700").withName("Gustav"),
          CallPlan.of("0305", "700").withName("Hanna"),
          CallPlan.of("0306", "700").withName("Ida, VIP").withPriority(1),
          CallPlan.of("0307", "700").withName("Jakob"));

  private final FakeAsterisk pbx;
  private final Path journal;
  private final PrintStream out;
  private final Map<String, String> names = new LinkedHashMap<>();

  private CrashRehearsal(Path journal, PrintStream out) throws IOException {
    this.pbx = Rehearsal.standIn();
    this.journal = journal;
    this.out = out;
  }

  static PhoneList phones() {
    return PhoneList.builder()
        .extension("8260", anna -> anna.device("PJSIP/8260"))
        .extension("8261", ben -> ben.device("PJSIP/8261"))
        .extension("8262", cleo -> cleo.device("PJSIP/8262"))
        .huntGroup("700", sales -> sales.member("8260").member("8261").member("8262"))
        .build();
  }

  /** Plays it to the end, on this journal. */
  static void run(Path journal, PrintStream out) throws IOException, InterruptedException {
    try (CrashRehearsal crash = new CrashRehearsal(journal, out)) {
      crash.play();
    }
  }

  private void play() throws IOException, InterruptedException {
    out.println("700 is sales: Anna, Ben, and Cleo, who is paused for lunch.");
    out.println("Journal: " + journal + "\n");
    List<String> before = untilItIsKilled();
    List<String> after = afterItStartsAgain();
    List<String> served = served();
    out.println("Waiting before: " + String.join(" · ", before));
    out.println("Waiting after:  " + String.join(" · ", after));
    out.println("Served:         " + String.join(" · ", served));
    boolean kept = before.equals(after) && before.equals(served);
    out.println(kept ? "Everybody kept the place." : "NOT EVERYBODY KEPT THE PLACE.");
  }

  private List<String> untilItIsKilled() throws IOException, InterruptedException {
    try (RoutingProcess engine = RoutingProcess.start(asterisk(), journal)) {
      out.println("process " + engine.pid() + " routes calls");
      engine.sendCleoToLunch();
      for (CallPlan caller : TALKS) {
        pbx.phone(caller.dialled(), TALKS_LONG);
        call(caller);
      }
      await("two talks", () -> seen(Kind.PHONE_ANSWERS).size() == TALKS.size());
      out.println("  Anna talks to Doris, Ben to Emil");
      for (CallPlan caller : CALLERS) {
        Caller calling = call(caller);
        await(caller.name() + " to wait", () -> waits(calling));
        out.println("  " + caller.name() + " calls sales, and waits");
      }
      List<String> queue = show(engine);
      out.println("\nkill -9 " + engine.pid());
      engine.kill();
      return queue;
    }
  }

  private List<String> afterItStartsAgain() throws IOException, InterruptedException {
    out.println("  nobody routes calls; the callers hear music");
    // Long enough for every caller's channel to ask, and to get no answer.
    TimeUnit.SECONDS.sleep(2);
    try (RoutingProcess engine = RoutingProcess.start(asterisk(), journal)) {
      out.println("\nprocess " + engine.pid() + " routes calls, from the same journal");
      List<String> queue = show(engine);
      out.println("  Anna hangs up");
      pbx.phone("8260", TALKS_BRIEFLY);
      pbx.hangUpPhone("8260");
      watchAnswers();
      out.println();
      return queue;
    }
  }

  private void watchAnswers() throws InterruptedException {
    int all = TALKS.size() + CALLERS.size();
    for (int next = TALKS.size(); next < all; next++) {
      int reached = next;
      await("the next answer", () -> seen(Kind.PHONE_ANSWERS).size() > reached);
      Sighting answer = seen(Kind.PHONE_ANSWERS).get(next);
      out.println("  " + PEOPLE.get(answer.subject()) + " answers " + name(answer));
    }
    pbx.hangUpPhone("8261");
    await("the end of all calls", () -> seen(Kind.CALLER_ENDED).size() == all);
  }

  private List<String> show(RoutingProcess engine) throws IOException, InterruptedException {
    List<String> queue = engine.queue();
    await("a durable journal", engine::isDurable);
    out.println("  waiting: " + String.join(" · ", queue));
    out.println("  paused:  " + String.join(" · ", engine.paused()));
    out.println("  journal: durable");
    return queue;
  }

  private List<String> served() {
    return seen(Kind.PHONE_ANSWERS).stream().skip(TALKS.size()).map(this::name).toList();
  }

  private Caller call(CallPlan plan) {
    Caller caller = pbx.call(plan);
    names.put(caller.id(), plan.name());
    return caller;
  }

  private String name(Sighting sighting) {
    return names.getOrDefault(sighting.caller(), sighting.caller());
  }

  private boolean waits(Caller caller) {
    return seen(Kind.CONTEXT_ENTERED).stream()
        .anyMatch(
            seen ->
                seen.caller().equals(caller.id())
                    && seen.subject().equals(Contexts.Part.WAIT.standard().name()));
  }

  private List<Sighting> seen(Kind kind) {
    return pbx.sightings().stream().filter(seen -> seen.kind() == kind).toList();
  }

  private void await(String what, BooleanSupplier holds) throws InterruptedException {
    long patience = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!holds.getAsBoolean()) {
      if (System.nanoTime() > patience) {
        String seen =
            pbx.sightings().stream().map(String::valueOf).collect(Collectors.joining("\n"));
        throw new IllegalStateException("waited 30 s for " + what + "; seen:\n" + seen);
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private Asterisk asterisk() {
    return Rehearsal.address(pbx);
  }

  @Override
  public void close() {
    pbx.close();
  }
}
