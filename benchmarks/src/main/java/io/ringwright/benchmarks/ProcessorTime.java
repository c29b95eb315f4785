package io.ringwright.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import io.ringwright.it.AmiObserver;
import io.ringwright.it.LoadAsterisk;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/**
 * How long processors have worked.
 *
 * @param asterisk for Asterisk
 * @param jvm for this JVM, its compiler and collector included, without what the measuring itself
 *     used: the thread that asks here, and those that read the measuring's AMI
 */
record ProcessorTime(Duration asterisk, Duration jvm) {

  /** Until now. */
  static ProcessorTime now(LoadAsterisk asterisk) {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long nanos = system.getProcessCpuTime() - ofMeasuring();
    return new ProcessorTime(asterisk.processorTime(), Duration.ofNanos(nanos));
  }

  /** From an earlier instant until this one. */
  ProcessorTime since(ProcessorTime before) {
    return new ProcessorTime(asterisk.minus(before.asterisk), jvm.minus(before.jvm));
  }

  private static long ofMeasuring() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    long nanos = threads.getCurrentThreadCpuTime();
    for (var thread : threads.getThreadInfo(threads.getAllThreadIds())) {
      if (thread != null && thread.getThreadName().equals(AmiObserver.THREAD)) {
        nanos += Math.max(0, threads.getThreadCpuTime(thread.getThreadId()));
      }
    }
    return nanos;
  }
}
