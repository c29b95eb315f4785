package io.ringwright.it.moves;

import io.ringwright.it.AmiMessage;
import io.ringwright.it.AmiObserver;
import io.ringwright.it.AsteriskInstallation;
import io.ringwright.it.AsteriskRelease;
import io.ringwright.it.LoadAsterisk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

/**
 * Moves callers on an Asterisk of its own.
 *
 * <p>Thread safety: for one thread.
 */
final class MovingRun implements AnsweringEngine.Listener {

  static final int CALLERS = 8;

  private static final String EXTENSIONS =
      """
      [callers]
      exten => _X.,1,Set(RW_NUMBER=${EXTEN})
       same => n,Goto(ringwright-route,s,1)

      [elsewhere]
      exten => _else!,1,Goto(ringwright-deliver,to-${CUT(EXTEN,-,2)},2)
      """
          + " same => n,Goto(ringwright-deliver,to-${CUT(EXTEN,-,2)},2)\n".repeat(40)
          + "\n#include ringwright.conf\n";

  /** Nobody is called. */
  private static final String PHONES =
      """
      <?xml version="1.0" encoding="ISO-8859-1" ?>
      <scenario name="nobody"><recv request="INVITE"/></scenario>
      """;

  private final List<MovedCaller> callers = new ArrayList<>();
  private final MoveTally tally = new MoveTally();
  private final Landing landing;
  private final long seed;

  MovingRun(Landing landing, long seed) {
    this.landing = landing;
    this.seed = seed;
  }

  /** What became of so many moves. */
  MoveTally run(int moves) throws IOException {
    return run(moves, () -> false);
  }

  /** What became of the moves until a caller was hung up, or of so many. */
  MoveTally runUntilOneIsLost(int most) throws IOException {
    return run(most, () -> tally.callersLost() > 0);
  }

  private MoveTally run(int moves, BooleanSupplier enough) throws IOException {
    AsteriskInstallation installation = AsteriskInstallation.findOrOther(AsteriskRelease.chosen());
    try (LoadAsterisk asterisk =
            LoadAsterisk.boot(
                installation, Map.of("extensions.conf", EXTENSIONS, "phones.xml", PHONES));
        AnsweringEngine engine = new AnsweringEngine(asterisk.agiPort(), this);
        AmiObserver ami = AmiObserver.connect(asterisk.ami("ringwright-calls"), this::happened)) {
      for (int each = 0; each < CALLERS; each++) {
        callers.add(new MovedCaller("moved-" + each, ami, landing, tally, new Random(seed + each)));
      }
      moveAll(moves / CALLERS, enough);
    }
    return tally;
  }

  private void moveAll(int moves, BooleanSupplier enough) {
    ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
    try {
      List<Future<?>> running = new ArrayList<>();
      callers.forEach(caller -> running.add(threads.submit(() -> caller.run(moves, enough))));
      for (Future<?> each : running) {
        each.get();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("the callers were not moved: " + tally, e);
    } finally {
      threads.shutdownNow();
    }
  }

  @Override
  public void landed(String caller, long token) {
    callers.forEach(each -> each.landed(caller, token));
  }

  @Override
  public void alive(String caller) {
    callers.forEach(each -> each.alive(caller));
  }

  private void happened(AmiMessage event) {
    callers.forEach(each -> each.happened(event));
  }
}
