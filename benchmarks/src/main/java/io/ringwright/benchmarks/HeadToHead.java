package io.ringwright.benchmarks;

import io.ringwright.it.AsteriskInstallation;
import io.ringwright.it.AsteriskRelease;
import io.ringwright.it.LoadAsterisk;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * For how long a phone stands idle while callers wait: app_queue, a bare AMI loop and Ringwright,
 * in turn, on the same real Asterisk with the same phones and callers. Prints one table, and ends.
 */
public final class HeadToHead {

  private static final List<String> FILES =
      List.of(
          "asterisk.conf",
          "callers.xml",
          "extensions.conf",
          "logger.conf",
          "manager.conf",
          "phones.xml",
          "pjsip.conf",
          "queues.conf");

  private static final String PHONE =
      """
      [%1$s](phone)
      aors = %1$s
      [%1$s](place)
      contact = sip:%1$s@127.0.0.1:@PHONE_PORT@
      """;

  private static final int MOST_ROUNDS = 50;

  private final PrintStream out;
  private final Load load;
  private final int rounds;
  private final Peer queue = new AppQueue();
  private final Peer bare = new BareLoop();
  private final Peer ringwright = new Ringwright();
  private final Table table = new Table();

  private HeadToHead(PrintStream out, Load load, int rounds) {
    this.out = out;
    this.load = load;
    this.rounds = rounds;
  }

  /**
   * Measures.
   *
   * @param arguments the load, {@code full} (20 phones, 300 callers) or {@code small} (1 phone, 20
   *     callers), and the number of rounds, 1 to 50
   * @throws IOException if the laboratory breaks down
   */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 2) {
      throw new IllegalArgumentException("expected two arguments: full or small, and the rounds");
    }
    int rounds = Integer.parseInt(arguments[1]);
    if (rounds < 1 || rounds > MOST_ROUNDS) {
      throw new IllegalArgumentException("rounds " + rounds + ", expected 1 to " + MOST_ROUNDS);
    }
    new HeadToHead(System.out, Load.named(arguments[0]), rounds).measure();
  }

  private void measure() throws IOException {
    AsteriskInstallation installation = AsteriskInstallation.findOrOther(AsteriskRelease.chosen());
    try (LoadAsterisk asterisk = LoadAsterisk.boot(installation, files())) {
      out.printf("Asterisk %s; logs in %s%n", installation.version(), asterisk.work());
      out.printf("%s; load %s%n%n", Machine.description(), Machine.load());
      for (int round = 0; round <= rounds; round++) {
        for (Peer peer : List.of(queue, bare, ringwright)) {
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
        "%-12s %-16s median %8.2f ms, n %4d, served %d of %d, load at start %s%n",
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
        "%n%d phone(s), %d callers a run, %d at once, %d rounds; load at the end %s%n%n%s%n",
        load.phones(),
        load.callers(),
        load.atOnce(),
        rounds,
        Machine.load(),
        table.distributions());
    out.printf(
        Locale.ROOT,
        "medians: Ringwright / bare AMI loop %.2f, app_queue / Ringwright %.0f%n",
        table.ratio(ringwright, bare),
        table.ratio(queue, ringwright));
  }

  private Map<String, String> files() throws IOException {
    Map<String, String> files = new HashMap<>();
    for (String name : FILES) {
      try (InputStream in = HeadToHead.class.getResourceAsStream("asterisk/" + name)) {
        if (in == null) {
          throw new FileNotFoundException("resource asterisk/" + name);
        }
        files.put(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    for (String number : load.numbers()) {
      files.merge("queues.conf", "member => PJSIP/" + number + "\n", String::concat);
      files.merge("pjsip.conf", PHONE.formatted(number), String::concat);
    }
    return files;
  }
}
