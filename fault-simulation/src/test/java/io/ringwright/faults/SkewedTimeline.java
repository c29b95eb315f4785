package io.ringwright.faults;

import io.ringwright.fakeasterisk.timeline.Timeline;
import java.time.Duration;
import java.time.Instant;

/**
 * The timeline of one run of a process, with its own clock, which may be set: after the end of the
 * run nothing of it happens any more.
 */
final class SkewedTimeline implements Timeline {

  private final VirtualTimeline timeline;
  private Duration ahead;
  private boolean over;

  SkewedTimeline(VirtualTimeline timeline, Duration ahead) {
    this.timeline = timeline;
    this.ahead = ahead;
  }

  /** Sets the clock. */
  void step(Duration by) {
    ahead = ahead.plus(by);
  }

  Duration ahead() {
    return ahead;
  }

  /** The process is gone. */
  void end() {
    over = true;
  }

  @Override
  public Instant instant() {
    return timeline.instant().plus(ahead);
  }

  @Override
  public void run(Runnable task) {
    timeline.run(whileAlive(task));
  }

  @Override
  public Timer after(Duration delay, Runnable task) {
    return timeline.after(delay, whileAlive(task));
  }

  private Runnable whileAlive(Runnable task) {
    return () -> {
      if (!over) {
        task.run();
      }
    };
  }
}
