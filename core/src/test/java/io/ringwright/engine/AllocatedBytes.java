package io.ringwright.engine;

import io.ringwright.availability.DeviceReport;
import io.ringwright.availability.DeviceState;
import io.ringwright.call.CallId;
import io.ringwright.call.CallerId;
import io.ringwright.call.Channel;
import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.call.InboundCall.CalledAs;
import io.ringwright.call.PbxId;
import io.ringwright.call.Priority;
import io.ringwright.directory.PhoneList;
import io.ringwright.directory.PhoneListBuilder;
import io.ringwright.engine.dispatch.Dispatcher;
import io.ringwright.engine.dispatch.IndexedDispatcher;
import io.ringwright.engine.state.EngineState;
import io.ringwright.event.Moment;
import io.ringwright.event.RouterEvent;
import io.ringwright.routing.RoutedCaller;
import io.ringwright.routing.RoutingFacts;
import io.ringwright.routing.RoutingRules;
import io.ringwright.routing.Trail;
import io.ringwright.routing.Verdict;
import io.ringwright.routing.WaitingAdmission;
import java.lang.reflect.Method;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Prints how many bytes one decision allocates, in the leanest of many rounds: only code that was
 * compiled is lean. Run by {@link DecisionAllocationTest} in a process of its own.
 */
public final class AllocatedBytes {

  static final String PLAIN = "plain";
  static final String EIGHT_FORWARDINGS = "eight-forwardings";
  static final String ONE_ARRAY_MORE = "one-array-more";

  private static final int CHAINS = 100;
  private static final int FORWARDINGS = 8;
  private static final int DECISIONS = 5_000;
  private static final int ROUNDS = 60;
  private static final PbxId PBX = PbxId.of("pbx");

  /** What was decided last, so that no decision can be left out. */
  static Object last = List.of();

  private final PhoneList phones = chains();
  private final RoutingFacts facts = facts(phones);

  private AllocatedBytes() {}

  /**
   * Prints one number.
   *
   * @param what which decision
   * @throws ReflectiveOperationException if this Java does not count what a thread allocates
   */
  public static void main(String[] what) throws ReflectiveOperationException {
    System.out.println(new AllocatedBytes().of(what[0]));
  }

  private long of(String what) throws ReflectiveOperationException {
    return switch (what) {
      case PLAIN -> least(calls(FORWARDINGS), this::decide);
      case EIGHT_FORWARDINGS -> least(calls(0), this::decide);
      case ONE_ARRAY_MORE -> least(calls(FORWARDINGS), this::decideAndMore);
      default -> throw new IllegalArgumentException(what);
    };
  }

  private static long least(InboundCall[] calls, Function<InboundCall, Object> decision)
      throws ReflectiveOperationException {
    long least = Long.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      long before = allocated();
      for (int each = 0; each < DECISIONS; each++) {
        last = decision.apply(calls[each % CHAINS]);
      }
      least = Math.min(least, (allocated() - before) / DECISIONS);
    }
    return least;
  }

  /** What this thread has allocated so far. The module of core does not read the one that knows. */
  private static long allocated() throws ReflectiveOperationException {
    Object threads =
        Class.forName("java.lang.management.ManagementFactory")
            .getMethod("getThreadMXBean")
            .invoke(null);
    Method bytes =
        Class.forName("com.sun.management.ThreadMXBean")
            .getMethod("getCurrentThreadAllocatedBytes");
    return (Long) bytes.invoke(threads);
  }

  private Verdict decide(InboundCall call) {
    Trail trail = Trail.silent();
    Destination called = RoutingRules.called(call, phones, trail).orElseThrow();
    return RoutingRules.decide(
        called,
        RoutedCaller.of(call.caller()),
        new WaitingAdmission.Admitted(facts.now(), false),
        facts,
        trail);
  }

  /** As if something had grown. */
  private Object[] decideAndMore(InboundCall call) {
    Object[] more = new Object[16];
    more[0] = decide(call);
    return more;
  }

  /** Extensions that each forward to the next, but for the last of each chain. */
  private static PhoneList chains() {
    PhoneListBuilder list = PhoneList.builder();
    for (int chain = 0; chain < CHAINS; chain++) {
      for (int at = 0; at <= FORWARDINGS; at++) {
        String number = number(chain, at);
        String next = number(chain, at + 1);
        boolean forwards = at < FORWARDINGS;
        list.extension(
            number,
            it -> {
              it.device("PJSIP/" + number);
              if (forwards) {
                it.forwardUnconditional(next);
              }
            });
      }
    }
    return list.build();
  }

  private static String number(int chain, int at) {
    return Integer.toString(10_000 + 10 * chain + at);
  }

  /** Of an engine to which every phone has said that it is idle. */
  private static RoutingFacts facts(PhoneList phones) {
    EngineState state = new EngineState(0, 42);
    Dispatcher dispatcher = new IndexedDispatcher(state);
    Engine engine = new Engine(state, false, made -> dispatcher);
    Moment now = Moment.of(Instant.parse("2026-03-02T09:00:00Z"));
    engine.apply(now, new RouterEvent.PhoneListInstalled(1, phones));
    phones
        .extensions()
        .forEach(
            each -> {
              var idle = new DeviceReport(each.device(), DeviceState.NOT_IN_USE, Set.of());
              engine.apply(now, new RouterEvent.DeviceReported(PBX, idle));
            });
    return dispatcher.facts();
  }

  private static InboundCall[] calls(int at) {
    InboundCall[] calls = new InboundCall[CHAINS];
    for (int chain = 0; chain < CHAINS; chain++) {
      calls[chain] =
          new InboundCall(
              CallId.of("c" + chain),
              new Channel(PBX, "PJSIP/trunk-" + chain),
              CallerId.of("0301234567"),
              DirectoryNumber.of(number(chain, at)),
              CalledAs.ANY,
              Priority.NORMAL);
    }
    return calls;
  }
}
