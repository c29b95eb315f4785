package io.ringwright.benchmarks.engine;

import io.ringwright.engine.dispatch.IndexedDispatcher;
import io.ringwright.waiting.WaitingCall;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What it costs to choose a caller when a phone becomes free, where all phones are in one hunt
 * group and everybody waits for it; against a {@link TreeSet} of the same calls in the same order
 * from which the first is taken and to which another is added.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 7, time = 500, timeUnit = TimeUnit.MILLISECONDS)
@Measurement(iterations = 4, time = 400, timeUnit = TimeUnit.MILLISECONDS)
@Fork(value = 2, jvmArgsAppend = "-Xbatch")
public class FreedPhone {

  /** A queue in front of a house; given as waiting x phones. */
  @State(Scope.Benchmark)
  public static class Line {

    /** How many wait, and for how many phones. */
    @Param({"100x1000", "10000x1000", "100000x1000", "10000x10", "10000x5000"})
    public String size = "";

    private FullHouse house = FullHouse.NONE;

    /** Fills it. */
    @Setup
    public void fill() {
      house = FullHouse.of(size, IndexedDispatcher::new);
    }

    /** Looks whether it is as full as before. */
    @TearDown
    public void check() {
      house.check();
    }

    FullHouse house() {
      return house;
    }
  }

  /** The same, where every phone is idle but reserved. */
  @State(Scope.Benchmark)
  public static class ReservedLine extends Line {

    /** Reserves them. */
    @Setup
    public void reserve() {
      house().reserveAll();
    }
  }

  /** The same, where all waiting calls are asked each time. */
  @State(Scope.Benchmark)
  public static class NaiveLine {

    /** How many wait, and for how many phones. */
    @Param("10000x1000")
    public String size = "";

    private FullHouse house = FullHouse.NONE;

    /** Fills it. */
    @Setup
    public void fill() {
      house = FullHouse.of(size, NaiveWalk::new);
    }

    /** Looks whether it is as full as before. */
    @TearDown
    public void check() {
      house.check();
    }
  }

  /** The peer. */
  @State(Scope.Benchmark)
  public static class Sorted {

    /** How many elements. */
    @Param({"100", "10000", "100000"})
    public int size;

    private final TreeSet<WaitingCall> calls = new TreeSet<>();
    private FullHouse house = FullHouse.NONE;

    /** Fills it. */
    @Setup
    public void fill() {
      house = FullHouse.of(size + "x1", IndexedDispatcher::new);
      calls.addAll(house.calls());
    }
  }

  /** How long only that event took after which a caller was chosen. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.EVENTS)
  public static class Chosen {

    /** Nanoseconds in all. */
    public long nanos;

    /** How many such events. */
    public long times;

    /** Begins anew. */
    @Setup(Level.Iteration)
    public void clear() {
      nanos = 0;
      times = 0;
    }

    private void count(long took) {
      nanos += took;
      times++;
    }
  }

  /** The peer: the first is taken out, another comes. */
  @Benchmark
  public WaitingCall treeSet(Sorted sorted) {
    WaitingCall first = sorted.calls.pollFirst();
    sorted.calls.add(sorted.house.behindAllOthers(first));
    return first;
  }

  /** The index alone: a phone is free, the first who can have it is found and taken out. */
  @Benchmark
  public Object match(ReservedLine line) {
    return line.house().match();
  }

  /** Whole events: idle, offered; the phone is used otherwise, the caller goes, another comes. */
  @Benchmark
  public void events(Line line, Chosen chosen) {
    chosen.count(line.house.idle());
    line.house.restore();
  }

  /** The same with the walk along all waiting calls. */
  @Benchmark
  @Warmup(iterations = 1, time = 1)
  @Measurement(iterations = 2, time = 1)
  @Fork(value = 1, jvmArgsAppend = "-Xbatch")
  public void naiveEvents(NaiveLine line, Chosen chosen) {
    chosen.count(line.house.idle());
    line.house.restore();
  }
}
