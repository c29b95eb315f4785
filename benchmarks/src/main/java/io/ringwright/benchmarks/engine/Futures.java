package io.ringwright.benchmarks.engine;

import io.ringwright.benchmarks.Score;
import io.ringwright.call.CallId;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.engine.Engine;
import io.ringwright.engine.dispatch.IndexedDispatcher;
import io.ringwright.event.Moment;
import io.ringwright.event.RouterEvent;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** What it costs to copy an engine, and to let copies run ahead. */
final class Futures {

  static final int PHONES = 200;
  static final int WAITING = 100;
  static final int FUTURES = 200;
  static final int EVENTS = 20;

  /**
   * The compiler is at work for half as many: measured at once after those it takes twice as long.
   */
  private static final int WARM_UP = 40_000;

  private static final int ROUNDS = 21;
  private static final DirectoryNumber GROUP = DirectoryNumber.of(Houses.GROUP);

  private final OpenHouse house = new OpenHouse(Houses.oneGroup(PHONES), IndexedDispatcher::new);
  private final Deque<CallId> line = new ArrayDeque<>();

  Futures() {
    for (int phone = 0; phone < PHONES; phone++) {
      house.happens(OpenHouse.report(Houses.device(phone), true));
    }
    for (int call = 0; call < WAITING; call++) {
      InboundCall arriving = house.arrival(GROUP);
      line.add(arriving.id());
      house.happens(new RouterEvent.Arrived(arriving));
    }
    for (int each = 0; each < WARM_UP; each++) {
      runAhead(house.engine().fork());
    }
  }

  /** Milliseconds of processor time for one copy. */
  Score fork() {
    double[] took = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      long before = LongestEvent.now();
      for (int each = 0; each < FUTURES; each++) {
        expect(house.engine().fork().state().waiting().length());
      }
      took[round] = (LongestEvent.now() - before) / 1e6 / FUTURES;
    }
    return Score.of(took);
  }

  /** Milliseconds of processor time for all copies together, the copying included. */
  Score futures() {
    double[] took = new double[ROUNDS];
    for (int round = 0; round < ROUNDS; round++) {
      long before = LongestEvent.now();
      for (int each = 0; each < FUTURES; each++) {
        runAhead(house.engine().fork());
      }
      took[round] = (LongestEvent.now() - before) / 1e6;
    }
    expect(house.state().waiting().length());
    return Score.of(took);
  }

  /** Phones are freed one after the other, callers go there, others come. */
  private void runAhead(Engine copy) {
    Instant now = house.now();
    Deque<CallId> waiting = new ArrayDeque<>(line);
    for (int each = 0; each < EVENTS / 4; each++) {
      now = now.plusMillis(1);
      Moment moment = Moment.of(now);
      copy.apply(moment, OpenHouse.report(Houses.device(each), false));
      copy.apply(moment, OpenHouse.report(Houses.device(each), true));
      copy.apply(moment, new RouterEvent.Ended(waiting.remove()));
      copy.apply(moment, new RouterEvent.Arrived(OpenHouse.arrival(WAITING + each, GROUP)));
    }
    expect(copy.state().waiting().length());
  }

  private static void expect(int waiting) {
    if (waiting != WAITING) {
      throw new IllegalStateException(waiting + " wait, expected " + WAITING);
    }
  }
}
