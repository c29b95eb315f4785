package io.ringwright.benchmarks.engine;

import io.ringwright.CallRouter;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.engine.dispatch.IndexedDispatcher;
import io.ringwright.memory.InMemoryDirectory;
import io.ringwright.waiting.WaitingCall;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * How much memory a waiting call takes: the heap in use after a full collection, with so many calls
 * waiting against with none, divided by the calls.
 */
final class Retained {

  private static final int PHONES = 100;
  private static final int COLLECTIONS = 4;
  private static final DirectoryNumber GROUP = DirectoryNumber.of(Houses.GROUP);

  private Retained() {}

  /** Bytes for what tells one call from another: who, on which channel, for what, since when. */
  static double callsAlone(int calls) {
    OpenHouse house = new OpenHouse(Houses.oneGroup(1), IndexedDispatcher::new);
    List<WaitingCall> all = new ArrayList<>(calls);
    long before = used();
    for (int each = 0; each < calls; each++) {
      all.add(house.nextInQueue(DirectoryNumber.of(Houses.GROUP)));
    }
    long after = used();
    return (double) (after - before) / all.size();
  }

  /** Bytes for each waiting call in the engine, the call itself included. */
  static double inEngine(int calls) {
    CallRouter router =
        CallRouter.builder(new InMemoryDirectory(Houses.oneGroup(PHONES)))
            .withoutExplanations()
            .build();
    router.pbxConnected(OpenHouse.connected());
    for (int phone = 0; phone < PHONES; phone++) {
      Device device = Houses.device(phone);
      OpenHouse.deliverReport(router, OpenHouse.report(device, true));
    }
    for (int each = 0; each < 10; each++) {
      router.callArrived(OpenHouse.arrival(calls + each, GROUP)); // Loads what is loaded once.
    }
    long before = used();
    for (int each = 0; each < calls; each++) {
      InboundCall call = OpenHouse.arrival(each, DirectoryNumber.of(Houses.GROUP));
      router.callArrived(call);
    }
    long after = used();
    router.runDue(); // It is needed to the end.
    return (double) (after - before) / calls;
  }

  private static long used() {
    for (int time = 0; time < COLLECTIONS; time++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
