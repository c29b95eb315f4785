package io.ringwright.benchmarks;

import io.ringwright.it.AsteriskInstallation;
import io.ringwright.it.AsteriskRelease;
import io.ringwright.it.LoadAsterisk;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/**
 * For how long a phone stands idle while callers wait: app_queue, a bare AMI loop and Ringwright,
 * with its journal in memory and in an SQLite file, in turn, on the same real Asterisk with the
 * same phones and callers; with {@code told}, also app_queue and Ringwright where callers hear an
 * announcement of 10 s while they wait. Prints one table, and ends.
 */
public final class HeadToHead {

  private static final int MOST_ROUNDS = 50;

  private final PrintStream out;
  private final Load load;
  private final int rounds;
  private final Peer queue;
  private final Peer bare = new BareLoop();
  private final Peer ringwright = Ringwright.inMemory();
  private final Peer other;
  private final Table table = new Table();

  /**
   * Makes a measurement.
   *
   * @param told whether callers hear announcements, of app_queue and of the other Ringwright
   */
  private HeadToHead(PrintStream out, Load load, int rounds, boolean told) {
    this.out = out;
    this.load = load;
    this.rounds = rounds;
    this.queue = told ? AppQueue.announcing() : AppQueue.silent();
    this.other = told ? Ringwright.announcing() : Ringwright.onSqlite();
  }

  /**
   * Measures.
   *
   * @param arguments the load, {@code full} (20 phones, 300 callers), {@code varied} (the same,
   *     talks of different length), {@code told} (as {@code full}), {@code small} (1 phone, 20
   *     callers), {@code many} (100 phones that hang up together, 1 500 callers without media),
   *     {@code many-small}, {@code burst} (1 500 and 3 000 callers within 10 s, behind engaged
   *     phones) or {@code burst-small}, and the number of rounds, 1 to 50
   * @throws IOException if the laboratory breaks down
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2) {
      throw new IllegalArgumentException(
          "expected two arguments: full, varied, told, small, many, many-small, burst or burst-small;"
              + " and the number of rounds");
    }
    int rounds = Integer.parseInt(arguments[1]);
    if (rounds < 1 || rounds > MOST_ROUNDS) {
      throw new IllegalArgumentException("rounds " + rounds + ", expected 1 to " + MOST_ROUNDS);
    }
    switch (arguments[0]) {
      case "many", "many-small" ->
          new Together(System.out, Load.named(arguments[0]), rounds).measure();
      case "burst" -> new Burst(System.out, Burst.WHOLE, rounds).measure();
      case "burst-small" -> new Burst(System.out, Burst.SMALL, rounds).measure();
      case "told" -> new HeadToHead(System.out, Load.named("full"), rounds, true).measure();
      default -> new HeadToHead(System.out, Load.named(arguments[0]), rounds, false).measure();
    }
  }

  private void measure() throws IOException {
    AsteriskInstallation installation = AsteriskInstallation.findOrOther(AsteriskRelease.chosen());
    try (LoadAsterisk asterisk = LoadAsterisk.boot(installation, AsteriskFiles.of(load))) {
      out.printf("Asterisk %s; logs in %s%n", installation.version(), asterisk.work());
      out.printf("%s; system load %s%n%n", Machine.description(), Machine.load());
      for (int round = 0; round <= rounds; round++) {
        for (Peer peer : List.of(queue, bare, ringwright, other)) {
          run(peer, round, asterisk);
        }
      }
    }
    print();
  }

  /** The round 0 warms up Asterisk, SIPp and the JVM, for every peer, and does not count. */
  private void run(Peer peer, int round, LoadAsterisk asterisk) throws IOException {
    String load = Machine.load();
    String name = peer.number() + "-" + round;
    Run run = Run.of(peer, round == 0 ? this.load.shortened() : this.load, asterisk, name);
    if (round > 0) {
      table.add(peer, run);
    }
    Distribution gaps = new Distribution(run.gaps().micros());
    out.printf(
        Locale.ROOT,
        "%-12s %-16s median %8.2f ms, n %4d, served %d of %d, system load at start %s%n",
        round == 0 ? "warm-up" : "round " + round + "/" + rounds,
        peer.title(),
        gaps.median(),
        gaps.size(),
        run.served(),
        run.callers(),
        load);
  }

  private void print() {
    out.printf(
        Locale.ROOT,
        "%n%s; %d rounds; system load at the end %s%n%n%s%n",
        load,
        rounds,
        Machine.load(),
        table.distributions());
    out.printf(
        Locale.ROOT,
        "medians: Ringwright / bare AMI loop %.2f, %s / bare AMI loop %.2f, %s / %s %.0f%n",
        table.ratio(ringwright, bare),
        other.title(),
        table.ratio(other, bare),
        queue.title(),
        other.title(),
        table.ratio(queue, other));
  }
}
