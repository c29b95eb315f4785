package io.ringwright.benchmarks.engine;

import io.ringwright.CallRouter;
import io.ringwright.call.CallId;
import io.ringwright.call.CallOutcome;
import io.ringwright.call.Device;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.call.Token;
import io.ringwright.engine.IndexedDispatcher;
import io.ringwright.memory.InMemoryCallStore;
import io.ringwright.memory.InMemoryDirectory;
import io.ringwright.port.CallStore;
import io.ringwright.waiting.Reservation;
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

  /** Bytes for each call in the engine and in a store in memory, the call itself included. */
  static double withStore(int calls) {
    return inLine(calls, new InMemoryCallStore());
  }

  /** Bytes for each call in the engine alone, the call itself included. */
  static double engineAlone(int calls) {
    return inLine(calls, new ForgetfulStore());
  }

  /** Bytes for what tells one call from another: who, on which channel, for what, since when. */
  static double callsAlone(int calls) {
    OpenHouse house = new OpenHouse(Houses.oneGroup(1), IndexedDispatcher::new);
    List<WaitingCall> all = new ArrayList<>(calls);
    long before = used();
    for (int each = 0; each < calls; each++) {
      all.add(house.nextInLine(DirectoryNumber.of(Houses.GROUP)));
    }
    long after = used();
    return (double) (after - before) / all.size();
  }

  private static double inLine(int calls, CallStore store) {
    CallRouter router =
        CallRouter.builder(new InMemoryDirectory(Houses.oneGroup(PHONES)))
            .store(store)
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

  /** A store that says yes to everything and keeps nothing. */
  private static final class ForgetfulStore implements CallStore {
    @Override
    public boolean enqueue(WaitingCall call) {
      return true;
    }

    @Override
    public boolean restore(WaitingCall call) {
      return true;
    }

    @Override
    public boolean claim(Reservation reservation) {
      return true;
    }

    @Override
    public boolean land(CallId call, Token token) {
      return true;
    }

    @Override
    public boolean backInLine(CallId call, Token token) {
      return true;
    }

    @Override
    public boolean moveTo(WaitingCall call) {
      return true;
    }

    @Override
    public boolean end(CallId call, CallOutcome outcome) {
      return true;
    }

    @Override
    public List<Reservation> held() {
      return List.of();
    }

    @Override
    public List<WaitingCall> unserved() {
      return List.of();
    }
  }
}
