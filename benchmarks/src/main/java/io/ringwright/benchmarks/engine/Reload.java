package io.ringwright.benchmarks.engine;

import io.ringwright.CallRouter;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.directory.PhoneList;
import io.ringwright.memory.InMemoryDirectory;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How long a large phone list takes to load, and what callers notice when one after the other is
 * loaded while calls arrive and others wait.
 */
final class Reload {

  static final int EXTENSIONS = 50_000;
  static final int GROUPS = 5_000;
  static final int WAITING = 10_000;

  private static final int BUSY_GROUPS = 1_000;
  private static final int MOST = 4_000_000;

  private final InMemoryDirectory directory = new InMemoryDirectory(list());
  private final CallRouter router = CallRouter.builder(directory).withoutExplanations().build();
  private long serial;

  private Reload() {
    router.pbxConnected(OpenHouse.connected());
    int members = EXTENSIONS / GROUPS;
    for (int phone = 0; phone < BUSY_GROUPS * members; phone++) {
      OpenHouse.deliverReport(router, OpenHouse.report(Houses.device(phone), true));
    }
    for (int call = 0; call < WAITING; call++) {
      String group = Houses.groupNumber(call % BUSY_GROUPS);
      router.callArrived(OpenHouse.arrival(serial++, DirectoryNumber.of(group)));
    }
  }

  static PhoneList list() {
    return Houses.large(EXTENSIONS, GROUPS).build();
  }

  /** How long it takes to check and build a list from what was described, in nanoseconds. */
  static long buildTime() {
    var described = Houses.large(EXTENSIONS, GROUPS);
    long before = System.nanoTime();
    PhoneList built = described.build();
    long took = System.nanoTime() - before;
    if (built.extensions().size() != EXTENSIONS) {
      throw new IllegalStateException("built " + built.extensions().size() + " extensions");
    }
    return took;
  }

  /**
   * What callers noticed.
   *
   * @param undisturbed from question to answer, while no list was loaded
   * @param reloading the same while one list after the other was loaded
   * @param changes the event in which the engine heard of a new list
   */
  record Noticed(Nanos undisturbed, Nanos reloading, Nanos changes) {}

  /** Measures for twice this time, after half of it to warm up. */
  static Noticed noticed(Duration time) throws InterruptedException {
    Reload house = new Reload();
    house.answers(time.dividedBy(2));
    house.reloading(time.dividedBy(2));
    Nanos undisturbed = house.answers(time);
    Disturbed disturbed = house.reloading(time);
    return new Noticed(undisturbed, disturbed.answers(), disturbed.changes());
  }

  /** What was noticed during reloads alone. */
  private record Disturbed(Nanos answers, Nanos changes) {}

  private Disturbed reloading(Duration time) throws InterruptedException {
    AtomicBoolean over = new AtomicBoolean();
    AtomicInteger reloads = new AtomicInteger();
    long[] changes = new long[MOST / 1000];
    Thread loader = new Thread(() -> reload(over, reloads, changes), "loader");
    loader.start();
    Nanos answers = answers(time);
    over.set(true);
    loader.join();
    return new Disturbed(answers, new Nanos(changes, reloads.get()));
  }

  private void reload(AtomicBoolean over, AtomicInteger reloads, long[] changes) {
    while (!over.get() && reloads.get() < changes.length) {
      directory.replace(list());
      long before = System.nanoTime();
      router.directoryChanged();
      changes[reloads.getAndIncrement()] = System.nanoTime() - before;
    }
  }

  /** Calls arrive for free phones, one after the other, and go again. */
  private Nanos answers(Duration time) {
    long[] took = new long[MOST];
    long end = System.nanoTime() + time.toNanos();
    int count = 0;
    for (long now = System.nanoTime(); now < end && count < took.length; now = System.nanoTime()) {
      int phone = EXTENSIONS / 2 + (int) (serial % (EXTENSIONS / 2));
      InboundCall call = OpenHouse.arrival(serial++, DirectoryNumber.of(Houses.number(phone)));
      long before = System.nanoTime();
      router.callArrived(call);
      took[count++] = System.nanoTime() - before;
      router.callEnded(call.id());
    }
    return new Nanos(took, count);
  }
}
