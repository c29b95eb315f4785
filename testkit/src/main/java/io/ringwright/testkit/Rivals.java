package io.ringwright.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntConsumer;

/** Threads that start at the same moment. */
final class Rivals {

  private static final long LIMIT_SECONDS = 30;

  private Rivals() {}

  /** Lets so many threads do the same, each with its number, and waits for all. */
  static void race(int rivals, IntConsumer attempt) {
    ExecutorService threads = Executors.newFixedThreadPool(rivals);
    CyclicBarrier start = new CyclicBarrier(rivals);
    try {
      List<Future<?>> races = new ArrayList<>();
      for (int rival = 0; rival < rivals; rival++) {
        int number = rival;
        races.add(
            threads.submit(
                () -> {
                  awaitStart(start);
                  attempt.accept(number);
                }));
      }
      for (Future<?> race : races) {
        race.get(LIMIT_SECONDS, TimeUnit.SECONDS);
      }
    } catch (ExecutionException | TimeoutException failure) {
      throw new AssertionError("a rival failed", failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted while rivals race", interrupted);
    } finally {
      threads.shutdownNow();
    }
  }

  private static void awaitStart(CyclicBarrier start) {
    try {
      start.await(LIMIT_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted at the start", interrupted);
    } catch (BrokenBarrierException | TimeoutException failure) {
      throw new AssertionError("not all rivals came to the start", failure);
    }
  }
}
