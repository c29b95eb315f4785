package io.ringwright.it.kills;

import io.ringwright.fakeasterisk.PbxUnderTest.CallPlan;
import io.ringwright.fakeasterisk.PbxUnderTest.Caller;
import io.ringwright.fakeasterisk.Sighting;
import io.ringwright.it.RealAsterisk;
import io.ringwright.it.kills.TraceReader.Placed;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * A steady stream of callers of two priorities, held so that 20 to 60 wait: below that they come
 * quicker, above it none comes. One in twenty has little patience.
 *
 * <p>Thread safety: one thread has them come; others may look, and may hold the stream.
 */
final class Arrivals {

  private static final int FEWEST = 20;
  private static final int MOST = 60;
  private static final Duration USUAL = Duration.ofMillis(170);
  private static final Duration QUICK = Duration.ofMillis(40);
  private static final Duration FOR_EVER = Duration.ofMinutes(10);
  private static final int FIRST_NUMBER = 100_001;

  private final RealAsterisk asterisk;
  private final Random chance;
  private final List<Placed> placed = new CopyOnWriteArrayList<>();
  private final Map<String, Boolean> talking = new HashMap<>();
  private int looked;
  private volatile boolean held;
  private volatile boolean over;

  Arrivals(RealAsterisk asterisk, long seed) {
    this.asterisk = asterisk;
    this.chance = new Random(seed);
  }

  /** Has callers come until {@link #end()}. */
  void run() {
    while (!over) {
      int waiting = waiting();
      if (!held && waiting < MOST) {
        call();
      }
      Pace.pass(waiting < FEWEST ? QUICK : USUAL);
    }
  }

  /** No more come. */
  void end() {
    over = true;
  }

  /** While there is no Asterisk nobody comes, and who was there is there no more. */
  synchronized void hold(boolean hold) {
    held = hold;
    waiting();
    talking.clear();
  }

  List<Placed> placed() {
    return List.copyOf(placed);
  }

  /** How many are in the house and do not talk. */
  synchronized int waiting() {
    List<Sighting> news = asterisk.sightings(looked);
    looked += news.size();
    news.forEach(this::follow);
    return (int) talking.values().stream().filter(talks -> !talks).count();
  }

  private void follow(Sighting seen) {
    switch (seen.kind()) {
      case CALLER_ARRIVED -> talking.put(seen.caller(), false);
      case PHONE_ANSWERS -> talking.replace(seen.caller(), true);
      case CALLER_ENDED -> talking.remove(seen.caller());
      default -> {} // says nothing about who waits
    }
  }

  private synchronized void call() {
    Duration patience =
        chance.nextInt(20) == 0 ? Duration.ofMillis(chance.nextInt(3_000, 15_000)) : FOR_EVER;
    CallPlan plan =
        CallPlan.of(Integer.toString(FIRST_NUMBER + placed.size()), KilledEngine.GROUP)
            .withPriority(chance.nextInt(4) == 0 ? 1 : 5)
            .withPatience(patience);
    if (!held) {
      Caller caller = asterisk.call(plan);
      placed.add(new Placed(caller, plan));
    }
  }
}
