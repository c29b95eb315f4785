package io.ringwright.benchmarks.engine;

import io.ringwright.call.Destination;
import io.ringwright.call.DirectoryNumber;
import io.ringwright.call.InboundCall;
import io.ringwright.directory.PhoneList;
import io.ringwright.engine.dispatch.IndexedDispatcher;
import io.ringwright.routing.RoutedCaller;
import io.ringwright.routing.RoutingFacts;
import io.ringwright.routing.RoutingRules;
import io.ringwright.routing.Trail;
import io.ringwright.routing.Verdict;
import io.ringwright.routing.WaitingAdmission;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What one decision costs, against looking one number up in a {@link HashMap}: who is called, and
 * what is to be done with the call, where every phone has said that it is idle. Numbers come in a
 * shuffled order and are never the same objects as those in the lists.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 7, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 5, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 2, jvmArgsAppend = "-Xbatch")
public class Decide {

  static final int FORWARDINGS = 8;

  private static final int EXTENSIONS = 50_000;
  private static final int ENTRIES = 100_000;

  /** The peer: as many numbers as the issue names. */
  @State(Scope.Benchmark)
  public static class Book {
    private final Map<DirectoryNumber, Integer> entries = new HashMap<>();
    private DirectoryNumber[] asked = {};
    private int at;

    /** Fills it. */
    @Setup
    public void fill() {
      for (int each = 0; each < ENTRIES; each++) {
        entries.put(DirectoryNumber.of(Houses.number(each)), each);
      }
      asked =
          Houses.shuffled(ENTRIES).stream()
              .map(each -> DirectoryNumber.of(Houses.number(each)))
              .toArray(DirectoryNumber[]::new);
    }

    DirectoryNumber next() {
      at = at + 1 == asked.length ? 0 : at + 1;
      return asked[at];
    }
  }

  /** Calls for phones that ring at once. */
  @State(Scope.Benchmark)
  public static class Plain {
    private Calls calls = Calls.NONE;

    /** Furnishes it. */
    @Setup
    public void furnish() {
      List<Integer> order = Houses.shuffled(EXTENSIONS);
      calls = new Calls(Houses.plain(EXTENSIONS), order);
    }
  }

  /** Calls for phones that forward to a phone that forwards, and so on. */
  @State(Scope.Benchmark)
  public static class Forwarding {
    private Calls calls = Calls.NONE;

    /** Furnishes it. */
    @Setup
    public void furnish() {
      List<Integer> order = Houses.shuffled(EXTENSIONS - EXTENSIONS % (FORWARDINGS + 1));
      List<Integer> heads =
          Houses.shuffled(order.size() / (FORWARDINGS + 1)).stream()
              .map(each -> order.get(each * (FORWARDINGS + 1)))
              .toList();
      calls = new Calls(Houses.chains(order, FORWARDINGS), heads);
    }
  }

  /** The calls of a house, one after the other, for ever. */
  private static final class Calls {
    static final Calls NONE = new Calls(Houses.plain(1), List.of(0));

    private final InboundCall[] arriving;
    private final RoutingFacts facts;
    private final PhoneList phones;
    private int at;

    Calls(PhoneList phones, List<Integer> called) {
      OpenHouse house = new OpenHouse(phones, IndexedDispatcher::new);
      phones.extensions().forEach(each -> house.happens(OpenHouse.report(each.device(), false)));
      this.phones = phones;
      this.facts = house.facts();
      this.arriving =
          called.stream()
              .map(each -> house.arrival(DirectoryNumber.of(Houses.number(each))))
              .toArray(InboundCall[]::new);
    }

    Verdict decide() {
      at = at + 1 == arriving.length ? 0 : at + 1;
      InboundCall call = arriving[at];
      Trail trail = Trail.silent();
      Destination called = RoutingRules.called(call, phones, trail).orElseThrow();
      return RoutingRules.decide(
          called,
          RoutedCaller.of(call.caller()),
          new WaitingAdmission.Admitted(facts.now(), false),
          facts,
          trail);
    }
  }

  /** The peer. */
  @Benchmark
  public Integer hashMapGet(Book book) {
    return Objects.requireNonNull(book.entries.get(book.next()));
  }

  /** A phone that rings at once. */
  @Benchmark
  public Verdict noForwarding(Plain house) {
    return house.calls.decide();
  }

  /** A phone that rings after eight forwardings. */
  @Benchmark
  public Verdict eightForwardings(Forwarding house) {
    return house.calls.decide();
  }
}
