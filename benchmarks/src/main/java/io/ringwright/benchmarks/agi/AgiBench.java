package io.ringwright.benchmarks.agi;

import io.ringwright.benchmarks.Machine;
import io.ringwright.benchmarks.Score;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How many FastAGI calls a second a server answers, and how long one takes: Ringwright's with a
 * whole router, against asterisk-java's own with a script that sets one variable. Both in this JVM,
 * in alternating rounds. Prints one table, and ends.
 */
public final class AgiBench {

  private static final List<Integer> CLIENTS = List.of(1, 8, 32);
  private static final int MOST_CLIENTS = 32;
  private static final int MOST_ROUNDS = 20;
  private static final Duration WARM_UP = Duration.ofSeconds(6);

  /** How much longer p99 may be than the bare server's. */
  private static final double MOST_P99 = 1.5;

  private final PrintStream out;
  private final int rounds;
  private final Duration time;
  private final Map<AskedServer, Map<Integer, List<Sample>>> samples = new LinkedHashMap<>();
  private final Map<AskedServer, Integer> asked = new LinkedHashMap<>();

  private final Map<AskedServer, Integer> undecided = new LinkedHashMap<>();

  private AgiBench(PrintStream out, int rounds, Duration time) {
    this.out = out;
    this.rounds = rounds;
    this.time = time;
  }

  /**
   * Measures.
   *
   * @param arguments the number of rounds, 1 to 20, and how many seconds each server is asked in
   *     each round by each number of clients, 1 to 10
   * @throws IOException if a server does not answer
   * @throws InterruptedException if nobody waits for the end
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length != 2) {
      throw new IllegalArgumentException("expected two arguments: rounds and seconds");
    }
    int rounds = within("rounds", arguments[0], MOST_ROUNDS);
    int seconds = within("seconds", arguments[1], 10);
    new AgiBench(System.out, rounds, Duration.ofSeconds(seconds)).measure();
  }

  private static int within(String what, String text, int most) {
    int value = Integer.parseInt(text);
    if (value < 1 || value > most) {
      throw new IllegalArgumentException(what + " " + value + ", expected 1 to " + most);
    }
    return value;
  }

  private void measure() throws IOException, InterruptedException {
    out.printf("%s; system load %s%n%n", Machine.description(), Machine.load());
    try (AskedServer bare = BareServer.start();
        AskedServer ours = WholeServer.start(MOST_CLIENTS)) {
      for (AskedServer server : List.of(ours, bare)) {
        sample(server, MOST_CLIENTS, WARM_UP);
        sample(server, 1, WARM_UP);
      }
      for (int round = 1; round <= rounds; round++) {
        for (int clients : CLIENTS) {
          List<AskedServer> order = round % 2 == 0 ? List.of(ours, bare) : List.of(bare, ours);
          for (AskedServer server : order) {
            samples
                .computeIfAbsent(server, none -> new LinkedHashMap<>())
                .computeIfAbsent(clients, none -> new ArrayList<>())
                .add(sample(server, clients, time));
          }
        }
      }
      print(ours, bare);
    }
  }

  private Sample sample(AskedServer server, int clients, Duration time)
      throws IOException, InterruptedException {
    int before = asked.getOrDefault(server, 0);
    List<AsteriskClient> asking = AsteriskClient.of(server, clients, before);
    Sample sample = Sample.of(asking, time);
    undecided.merge(server, sample.undecided(), Integer::sum);
    asked.put(server, asking.stream().mapToInt(AsteriskClient::asked).max().orElse(before));
    return sample;
  }

  private void print(AskedServer ours, AskedServer bare) {
    out.printf(
        Locale.ROOT,
        "%-24s %22s %22s %7s %8s %8s%n",
        rounds + " rounds of " + time.toSeconds() + " s",
        ours.title(),
        bare.title(),
        "ratio",
        "target",
        "reached");
    for (int clients : CLIENTS) {
      String who = clients == 1 ? "1 client" : clients + " clients";
      line(who + ", calls a second", score(ours, clients, Sample::perSecond), bare, clients);
      time(who, 0.5, ours, bare, clients);
      time(who, 0.99, ours, bare, clients);
      processor(who, ours, bare, clients);
    }
    for (AskedServer server : List.of(ours, bare)) {
      out.printf(
          "%s: %d questions without a decision, warm-up included%n",
          server.title(), undecided.getOrDefault(server, 0));
    }
    out.printf("system load at the end %s%n", Machine.load());
  }

  private void line(String what, Score mine, AskedServer bare, int clients) {
    Score other = score(bare, clients, Sample::perSecond);
    double ratio = mine.median() / other.median();
    print(what, mine, other, ratio, "≥ 1", ratio >= 1);
  }

  private void time(String who, double share, AskedServer ours, AskedServer bare, int clients) {
    Score mine = score(ours, clients, sample -> sample.micros(share));
    Score other = score(bare, clients, sample -> sample.micros(share));
    double ratio = mine.median() / other.median();
    String what = String.format(Locale.ROOT, "%s, p%.0f, µs", who, share * 100);
    if (share > 0.9) {
      print(what, mine, other, ratio, "≤ " + MOST_P99, ratio <= MOST_P99);
    } else {
      print(what, mine, other, ratio, "", true);
    }
  }

  private void processor(String who, AskedServer ours, AskedServer bare, int clients) {
    Score mine = score(ours, clients, Sample::processorMicros);
    Score other = score(bare, clients, Sample::processorMicros);
    print(who + ", processor, µs", mine, other, mine.median() / other.median(), "", true);
  }

  private Score score(AskedServer server, int clients, ToDoubleFunction<Sample> figure) {
    return Score.of(
        samples.getOrDefault(server, Map.of()).getOrDefault(clients, List.of()).stream()
            .mapToDouble(figure)
            .toArray());
  }

  private void print(
      String what, Score mine, Score other, double ratio, String target, boolean reached) {
    out.printf(
        Locale.ROOT,
        "%-24s %22s %22s %7.2f %8s %8s%n",
        what,
        mine,
        other,
        ratio,
        target,
        target.isEmpty() ? "" : reached ? "yes" : "NO");
  }
}
