package io.ringwright.host;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes the threads on which code of the host runs: daemons, which are started when there is
 * something to run, and end when there was nothing for 10 s. The only place of core that starts
 * threads.
 */
public final class HostThreads {

  private static final long IDLE_SECONDS = 10;

  private HostThreads() {}

  /**
   * One thread at a time; what comes meanwhile waits.
   *
   * @param name what the thread is called
   * @return an executor without a thread yet
   */
  public static ExecutorService one(String name) {
    ThreadPoolExecutor executor =
        new ThreadPoolExecutor(
            1,
            1,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            work -> daemon(work, name));
    executor.allowCoreThreadTimeOut(true);
    return executor;
  }

  /**
   * A thread for each thing that runs; whoever uses it bounds how many there are.
   *
   * @param name what the threads are called, before their number
   * @return an executor without a thread yet
   */
  public static ExecutorService asNeeded(String name) {
    AtomicInteger number = new AtomicInteger();
    return new ThreadPoolExecutor(
        0,
        Integer.MAX_VALUE,
        IDLE_SECONDS,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        work -> daemon(work, name + "-" + number.incrementAndGet()));
  }

  private static Thread daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }
}
