package io.ringwright.benchmarks;

import io.ringwright.agi.Dialplan;
import io.ringwright.call.ContextName;
import io.ringwright.dialplan.Contexts;
import io.ringwright.it.AsteriskInstallation;
import io.ringwright.it.AsteriskRelease;
import io.ringwright.it.LoadAsterisk;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Many callers at once, all of whom have to wait, because all phones are engaged: where they are
 * afterwards. With nothing else on the machine, and beside a process that keeps all cores busy.
 */
final class Burst {

  /** A burst: how many phones are engaged, how many call in a second, for how many seconds. */
  record Size(int phones, List<Integer> perSecond, int seconds) {}

  static final Size WHOLE = new Size(10, List.of(150, 300), 10);
  static final Size SMALL = new Size(2, List.of(20, 40), 2);

  /** For how long phones are engaged: longer than any run. */
  private static final Duration ENGAGED = Duration.ofMinutes(4);

  /** Longer than a question is asked again and again. */
  private static final Duration SETTLING = Duration.ofSeconds(40);

  /** For how long the callers of the burst would talk. */
  private static final Duration AFTERWARDS = Duration.ofSeconds(2);

  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(3);
  private static final Duration LEAVING = Duration.ofSeconds(60);

  private final PrintStream out;
  private final Size size;
  private final int rounds;

  Burst(PrintStream out, Size size, int rounds) {
    this.out = out;
    this.size = size;
    this.rounds = rounds;
  }

  /** What one run is like. */
  record Kind(int round, Peer peer, int perSecond, boolean beside) {}

  void measure() throws IOException {
    AsteriskInstallation installation = AsteriskInstallation.findOrOther(AsteriskRelease.chosen());
    try (LoadAsterisk asterisk =
        LoadAsterisk.boot(
            installation,
            AsteriskFiles.withoutMedia(load(0)),
            Dialplan.builder()
                .context(Contexts.Part.FALLBACK, ContextName.of(BurstCount.NO_ENGINE)))) {
      out.printf("Asterisk %s; logs in %s%n", installation.version(), asterisk.work());
      out.printf("%s; system load %s%n%n", Machine.description(), Machine.load());
      out.println(BurstTable.HEAD);
      for (int round = 0; round <= rounds; round++) {
        round(round, asterisk);
      }
      out.printf("%nsystem load at the end %s%n", Machine.load());
    }
  }

  /** The round 0 warms up, and does not count. */
  private void round(int round, LoadAsterisk asterisk) throws IOException {
    for (boolean beside : round == 0 ? List.of(false) : List.of(false, true)) {
      for (int perSecond : round == 0 ? size.perSecond().subList(0, 1) : size.perSecond()) {
        run(new Kind(round, Ringwright.inMemory(), perSecond, beside), asterisk);
        run(new Kind(round, AppQueue.silent(), perSecond, beside), asterisk);
      }
    }
  }

  private Load load(int callers) {
    return new Load(size.phones(), size.phones() + callers, size.phones(), Load.Talk.STEADY);
  }

  private void run(Kind kind, LoadAsterisk asterisk) throws IOException {
    if (kind.beside()) {
      try (Spinning spinning = Spinning.start(ENGAGED)) {
        measure(kind, asterisk);
      }
    } else {
      measure(kind, asterisk);
    }
  }

  private void measure(Kind kind, LoadAsterisk asterisk) throws IOException {
    int many = kind.perSecond() * size.seconds();
    try (LocalCallers callers = LocalCallers.at(asterisk);
        Peer.Running running = kind.peer().start(asterisk, load(many))) {
      engage(callers, kind.peer());
      String before = Machine.load();
      String address = kind.peer().number() + "@" + BurstCount.ARRIVALS;
      callers.call(address, AFTERWARDS.toMillis(), many, kind.perSecond());
      BurstCount count = settled(callers, many);
      out.print(BurstTable.line(kind, count, running, before));
      callers.hangUpAll();
      if (callers.awaitNobody(LEAVING) > 0) {
        throw new IOException("calls are left after " + LEAVING);
      }
    }
  }

  /** Every phone gets a caller who is not counted, and talks on until the end of the run. */
  private void engage(LocalCallers callers, Peer peer) throws IOException {
    long end = Instant.now().plus(ENGAGED).toEpochMilli();
    for (int each = 0; each < size.phones(); each++) {
      callers.call(peer.number() + "@from-trunk", end);
    }
    long deadline = System.nanoTime() + SETTLING.toNanos();
    while (callers.look().talking() < size.phones()) {
      if (System.nanoTime() > deadline) {
        throw new IOException("not all of " + size.phones() + " phones are engaged");
      }
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
    }
  }

  /** Looks until nobody asks any more, or the time for that is over. */
  private static BurstCount settled(LocalCallers callers, int many) throws IOException {
    long deadline = System.nanoTime() + SETTLING.toNanos();
    BurstCount count;
    do {
      LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      count = BurstCount.of(many, callers.look().channels());
    } while (!count.isSettled() && System.nanoTime() < deadline);
    return count;
  }
}
