package io.ringwright.audit;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Writes the log of a queue that rings a free phone after a fixed time, in the order of arrival.
 * The times of what happens have parts of a second; those of the log have none.
 */
final class ServedAtOnce {

  private final Random random;
  private final int agents;
  private final double lateness;
  private final List<Line> lines = new ArrayList<>();
  private double idle;

  /**
   * A queue.
   *
   * @param random where chance comes from
   * @param agents how many phones
   * @param lateness how long a phone that is free stays idle while somebody waits, in seconds
   */
  ServedAtOnce(Random random, int agents, double lateness) {
    this.random = random;
    this.agents = agents;
    this.lateness = lateness;
  }

  private record Line(double at, int number, String text) {}

  /** For how long phones were idle while somebody waited. */
  double idleSeconds() {
    return idle;
  }

  String log(int calls) {
    double[] free = new double[agents];
    for (int agent = 0; agent < agents; agent++) {
      free[agent] = 5 + random.nextDouble();
      line(free[agent], "MANAGER|sales|agent" + agent + "|ADDMEMBER|");
    }
    Deque<Double> waiting = new ArrayDeque<>();
    double arrival = 20;
    for (int call = 0; call < calls; call++) {
      arrival += random.nextDouble() * 2 * 75 / agents;
      serve("c" + call, arrival, free, waiting);
    }
    StringBuilder text = new StringBuilder();
    lines.sort(Comparator.comparingDouble(Line::at).thenComparingInt(Line::number));
    lines.forEach(each -> text.append((long) each.at()).append(each.text()).append('\n'));
    return text.toString();
  }

  private void serve(String call, double arrival, double[] free, Deque<Double> waiting) {
    int agent = 0;
    for (int other = 1; other < agents; other++) {
      agent = free[other] < free[agent] ? other : agent;
    }
    double possible = Math.max(arrival, free[agent]);
    double ring = possible + lateness;
    double answer = ring + 1 + random.nextDouble() * 6;
    double end = answer + 10 + random.nextDouble() * 100;
    idle += ring - possible;
    waiting.removeIf(begun -> begun <= arrival);
    waiting.add(answer);
    line(arrival, "%s|sales|NONE|ENTERQUEUE||030|%d".formatted(call, waiting.size()));
    line(
        answer,
        String.format(
            Locale.ROOT,
            "%s|sales|agent%d|CONNECT|%d|x|%d",
            call,
            agent,
            (long) (answer - arrival),
            (long) (answer - ring)));
    line(
        end, "%s|sales|agent%d|COMPLETEAGENT|0|%d|1".formatted(call, agent, (long) (end - answer)));
    free[agent] = end;
  }

  private void line(double at, String text) {
    lines.add(new Line(at, lines.size(), "|" + text));
  }
}
