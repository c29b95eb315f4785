package io.ringwright.benchmarks;

import io.ringwright.it.AsteriskInstallation;
import io.ringwright.it.AsteriskRelease;
import io.ringwright.it.LoadAsterisk;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/**
 * Many phones that hang up together, with many callers who wait without media: how long the phones
 * stand idle, and what a call costs Asterisk and the JVM.
 *
 * <p>In a run all phones are given a caller each who talks until one common instant. Meanwhile all
 * other callers arrive. From then on each talk takes as long as the load says.
 */
final class Together {

  private static final int ARRIVALS_PER_SECOND = 150;
  private static final Duration SETTLING = Duration.ofSeconds(6);
  private static final Duration LEAVING = Duration.ofSeconds(30);

  private final PrintStream out;
  private final Load load;
  private final int rounds;
  private final TogetherTable table = new TogetherTable();

  Together(PrintStream out, Load load, int rounds) {
    this.out = out;
    this.load = load;
    this.rounds = rounds;
  }

  /**
   * One run of one peer.
   *
   * @param gaps how long phones stood idle
   * @param callers how many called
   * @param served how many talked and were hung up on by the phone
   * @param used from the first arrival to the last hang-up
   */
  record Run(IdleGaps gaps, int callers, int served, ProcessorTime used) {

    /** Milliseconds of processor time for each call that was served. */
    double perCall(Duration time) {
      return time.toNanos() / 1e6 / served;
    }
  }

  void measure() throws IOException {
    AsteriskInstallation installation = AsteriskInstallation.findOrOther(AsteriskRelease.chosen());
    try (LoadAsterisk asterisk =
        LoadAsterisk.boot(installation, AsteriskFiles.withoutMedia(load))) {
      out.printf("Asterisk %s; logs in %s%n", installation.version(), asterisk.work());
      out.printf("%s; system load %s%n%n", Machine.description(), Machine.load());
      Peer queue = AppQueue.silent();
      List<Peer> peers =
          List.of(queue, new BareLoop(), Ringwright.inMemory(), Ringwright.onSqlite());
      for (int round = 0; round <= rounds; round++) {
        for (Peer peer : peers) {
          run(peer, round, asterisk);
        }
      }
      out.printf(
          Locale.ROOT,
          "%n%s; %d rounds; system load at the end %s%n%n%s",
          load,
          rounds,
          Machine.load(),
          table.against(queue));
    }
  }

  /** The round 0 warms up Asterisk, SIPp and the JVM, for every peer, and does not count. */
  private void run(Peer peer, int round, LoadAsterisk asterisk) throws IOException {
    String before = Machine.load();
    Run run = run(peer, asterisk);
    if (round > 0) {
      table.add(peer, run);
    }
    Distribution gaps = new Distribution(run.gaps().micros());
    out.printf(
        Locale.ROOT,
        "%-12s %-16s idle gap %8.2f / %.2f / %.2f ms, n %4d; processor time a call: Asterisk %.2f,"
            + " JVM %.2f ms; served %d of %d; system load at start %s%n",
        round == 0 ? "warm-up" : "round " + round + "/" + rounds,
        peer.title(),
        gaps.median(),
        gaps.millis(0.9),
        gaps.millis(0.99),
        gaps.size(),
        run.perCall(run.used().asterisk()),
        run.perCall(run.used().jvm()),
        run.served(),
        run.callers(),
        before);
  }

  private Run run(Peer peer, LoadAsterisk asterisk) throws IOException {
    long from = micros();
    ProcessorTime used;
    long[] arrivals;
    try (LocalCallers callers = LocalCallers.at(asterisk);
        Peer.Running running = peer.start(asterisk, load)) {
      ProcessorTime before = ProcessorTime.now(asterisk);
      arrive(callers, peer.number() + "@from-trunk");
      int left = callers.awaitNobody(load.longest());
      if (left > 0) {
        out.println(peer.title() + " leaves " + left + " calls that nobody ends");
      }
      used = ProcessorTime.now(asterisk).since(before);
      arrivals = callers.arrivals();
      callers.hangUpAll();
      if (callers.awaitNobody(LEAVING) > 0) {
        throw new IOException("calls are left after " + LEAVING);
      }
    }
    SipTrace phones = SipTrace.read(asterisk.phonesTrace()).between(from, micros());
    return new Run(
        IdleGaps.of(phones, arrivals, load.phones()), load.callers(), served(phones), used);
  }

  private void arrive(LocalCallers callers, String address) {
    int others = load.callers() - load.phones();
    Duration filling = Duration.ofMillis(others * 1_000L / ARRIVALS_PER_SECOND).plus(SETTLING);
    long together = Instant.now().plus(filling).toEpochMilli();
    for (int each = 0; each < load.phones(); each++) {
      callers.call(address, together);
    }
    callers.call(address, load.talk().longest().toMillis(), others, ARRIVALS_PER_SECOND);
  }

  private static int served(SipTrace phones) {
    return (int)
        phones.messages().stream()
            .filter(message -> message.sent() && message.is("BYE"))
            .map(SipTrace.Message::call)
            .distinct()
            .count();
  }

  private static long micros() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now());
  }
}
