package io.ringwright.benchmarks.engine;

import io.ringwright.CallRouter;
import java.lang.reflect.Field;
import java.util.concurrent.locks.ReentrantLock;

/** Takes the place of the lock of an engine, and notes for how long it is held each time. */
final class WatchedLock extends ReentrantLock {

  private static final long serialVersionUID = 1;

  private final transient LongestEvent longest;
  private long began;

  private WatchedLock(LongestEvent longest) {
    super(true);
    this.longest = longest;
  }

  /** From now on the lock of a router is watched. Nobody must hold it now. */
  static void into(CallRouter router, LongestEvent longest) {
    try {
      Field engine = CallRouter.class.getDeclaredField("engine");
      engine.setAccessible(true);
      Field lock = engine.getType().getDeclaredField("lock");
      lock.setAccessible(true);
      lock.set(engine.get(router), new WatchedLock(longest));
    } catch (ReflectiveOperationException renamed) {
      throw new IllegalStateException("the lock of the engine is not where it was", renamed);
    }
  }

  @Override
  public void lock() {
    super.lock();
    if (getHoldCount() == 1) {
      began = LongestEvent.now();
    }
  }

  @Override
  public void unlock() {
    if (getHoldCount() == 1) {
      longest.since(began, "lock held");
    }
    super.unlock();
  }
}
